import Lessons

/// What the preview adds to a page: the problems of the last build, those of a block at that block,
/// and a script that follows the next builds.
enum PreviewPage {
  /// What a page was served as.
  struct Version {
    /// The number of the build.
    let build: Int
    /// Which code the program of its live blocks runs, if it has one.
    let program: String

    init(_ build: Int, _ program: String?) { (self.build, self.program) = (build, program ?? "") }
  }

  /// The page `name` of the site with all of them.
  static func live(
    _ page: String, name: String, _ problems: [PlacedProblem], _ version: Version
  ) -> String {
    let here = problems.filter { $0.experiment(on: name) != nil }
    let (placed, count) = marking(here, of: name, on: page)
    let others = count == here.count ? problems.filter { $0.experiment(on: name) == nil } : problems
    let end = placed.endOfBody
    return placed[..<end] + pointer(count) + panel(others) + PreviewScript.element(version)
      + placed[end...]
  }

  /// The page with each problem above the block that it belongs to, and how many found theirs: the
  /// page is that of the last good build, which may have had fewer blocks.
  private static func marking(
    _ problems: [PlacedProblem], of name: String, on page: String
  ) -> (page: String, count: Int) {
    guard !problems.isEmpty else { return (page, 0) }
    var parts = page.components(separatedBy: "<div class=\"experiment")
    var count = 0
    for problem in problems {
      guard let index = problem.experiment(on: name), parts.indices.contains(index + 1) else {
        continue
      }
      count += 1
      parts[index] += """
        <pre role="alert" id="problem.\(count)" style="background:#5b1a16;color:#fff;white-space:pre-wrap">\
        \(escaped(problem.problem.rendered()))</pre>
        """
    }
    return (parts.joined(separator: "<div class=\"experiment"), count)
  }

  /// Where to find the problems that stand in the page.
  private static func pointer(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return """
      <p style="position:fixed;inset:auto auto 0 0;margin:0;padding:.5rem 1rem;background:#5b1a16;z-index:8">\
      <a href="#problem.1" style="color:#fff">\(count == 1 ? "A problem" : "\(count) problems") on \
      this page</a></p>
      """
  }

  /// The page before the first good build.
  static func waiting(_ problems: [PlacedProblem], _ version: Version) -> String {
    """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gradus</title><body>
    <p>\(problems.isEmpty ? "The course is being built …" : "The course has problems.")</p>
    \(panel(problems))\(PreviewScript.element(version))</body></html>
    """
  }

  private static func panel(_ problems: [PlacedProblem]) -> String {
    guard !problems.isEmpty else { return "" }
    let text = problems.map { $0.problem.rendered() }.joined(separator: "\n\n")
    return """
      <aside role="alert" aria-label="Problems" style="position:fixed;inset:auto 0 0 0;max-height:45vh;\
      overflow:auto;padding:1rem;background:#5b1a16;color:#fff;z-index:9">\
      <pre style="margin:0;background:none;color:inherit;white-space:pre-wrap">\(escaped(text))</pre></aside>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension String {
  /// Where `</body>` stands, which is nearly the end.
  fileprivate var endOfBody: Index {
    var end = endIndex
    while let start = self[..<end].lastIndex(of: "<") {
      if self[start...].hasPrefix("</body>") { return start }
      end = start
    }
    return endIndex
  }
}
