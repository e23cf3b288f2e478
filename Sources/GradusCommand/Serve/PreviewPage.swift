import Lessons

/// What the preview adds to a page: the problems of the last build, and a script that waits for the
/// next one.
enum PreviewPage {
  /// A page of the site with both.
  static func live(_ page: String, _ problems: [Diagnostic], _ version: Int) -> String {
    guard let end = page.range(of: "</body>", options: .backwards) else { return page }
    return page.replacingCharacters(in: end, with: panel(problems) + script(version) + "</body>")
  }

  /// The page before the first good build.
  static func waiting(_ problems: [Diagnostic], _ version: Int) -> String {
    """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gradus</title><body>
    <p>\(problems.isEmpty ? "The course is being built …" : "The course has problems.")</p>
    \(panel(problems))\(script(version))</body></html>
    """
  }

  private static func panel(_ problems: [Diagnostic]) -> String {
    guard !problems.isEmpty else { return "" }
    let text = problems.map { $0.rendered() }.joined(separator: "\n\n")
    return """
      <aside role="alert" aria-label="Problems" style="position:fixed;inset:auto 0 0 0;max-height:45vh;\
      overflow:auto;padding:1rem;background:#5b1a16;color:#fff;z-index:9">\
      <pre style="margin:0;background:none;color:inherit;white-space:pre-wrap">\(escaped(text))</pre></aside>
      """
  }

  /// Asks for the number of the last build until it is another, and then loads the page again,
  /// which keeps the place that is read.
  private static func script(_ version: Int) -> String {
    """
    <script>(async () => {
      for (;;) {
        try {
          const answer = await fetch("/-/version?after=\(version)")
          if (await answer.text() !== "\(version)") return location.reload()
        } catch { await new Promise(done => setTimeout(done, 500)) }
      }
    })()</script>
    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
