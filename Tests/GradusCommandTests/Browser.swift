import Foundation

/// A real browser that opens a page from the disk, lets a script measure it, and says what it saw.
struct Browser {
  static let program = URL(fileURLWithPath: "/usr/bin/chromium")
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program.path) }

  enum Theme: String, CaseIterable { case light, dark }

  /// What the script returned, and what the browser complained about.
  struct Visit {
    var result: [String: Any]
    var complaints: [String]
  }

  /// Opens `page` in a frame of a width and evaluates the expression `script` in it.
  ///
  /// A frame, because the browser's own windows are never narrower than 500 pixels.
  static func visit(_ page: URL, width: Int, theme: Theme, script: String) throws -> Visit {
    let wrapper = page.deletingLastPathComponent()
      .appending(path: "measure-\(width)-\(theme).html")
    defer { try? FileManager.default.removeItem(at: wrapper) }
    try Data(
      """
      <!doctype html><meta charset="utf-8"><pre id="result"></pre>
      <iframe id="page" style="width:\(width)px;height:900px;border:0" src="\(page.lastPathComponent)"></iframe>
      <script>
        document.getElementById("page").onload = event => {
          const value = event.target.contentWindow.eval(\(json(script)))
          document.getElementById("result").textContent = "MEASURED" + JSON.stringify(value) + "END"
        }
      </script>
      """.utf8
    ).write(to: wrapper)

    let browser = Process()
    browser.executableURL = program
    let profile = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: profile) }
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--user-data-dir=\(profile.path)", "--allow-file-access-from-files",
      "--enable-logging=stderr",
      "--blink-settings=preferredColorScheme=\(theme == .dark ? 0 : 1)",
      "--window-size=\(max(width, 600) + 40),1000", "--virtual-time-budget=4000", "--dump-dom",
      wrapper.absoluteString,
    ]
    let files = ["dom", "errors"].map { profile.appendingPathExtension($0) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    browser.standardOutput = try FileHandle(forWritingTo: files[0])
    browser.standardError = try FileHandle(forWritingTo: files[1])
    try browser.run()
    browser.waitUntilExit()

    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    guard let measured = texts[0].firstMatch(of: /MEASURED(.*)END/)?.1 else {
      throw Failure(description: "The browser measured nothing:\n\(texts[1].suffix(2000))")
    }
    let unescaped = measured.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    let value = try JSONSerialization.jsonObject(with: Data(unescaped.utf8))
    let complaints = texts[1].split(separator: "\n").map(String.init)
      .filter { $0.contains("CONSOLE") }
    return Visit(result: value as? [String: Any] ?? [:], complaints: complaints)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func json(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: [text])
    return String(decoding: data ?? Data("[\"\"]".utf8), as: UTF8.self) + "[0]"
  }
}
