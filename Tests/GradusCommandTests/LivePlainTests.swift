import Foundation
import Testing

/// A browser that has no relaxed multiply-adds, as Safari, computes with plain ones.
@Suite(
  .serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"),
  .enabled(if: EveryPart.hasCourse, "`make site` has not built the course since the tool"))
struct LivePlainTests {
  @Test(arguments: LiveBrowser.installed)
  func aProbeShowsTheSame(_ browser: LiveBrowser) throws {
    let panel = try Self.panel("the-vanishing-gradient", in: browser)
    for choice in [[0, 0], [2, 1]] {
      try panel.move(to: choice)
      let (picture, printed) = (try panel.picture(), try panel.printed(at: choice))
      #expect(Self.differences(picture, printed) == [], "at \(choice)")
    }
  }

  /// What a training run shows depends on each rounding.
  @Test(arguments: LiveBrowser.installed)
  func aTrainingRunIsSaidToBeThisBrowsersOwn(_ browser: LiveBrowser) throws {
    let panel = try Self.panel("exploding-gradients", in: browser)
    try panel.move(to: [0, 0])
    #expect(try panel.text("state()").contains("Computed by this browser"))
  }

  /// A page's first live block, in a browser that refuses the program as it is.
  private static func panel(_ name: String, in browser: LiveBrowser) throws -> LivePanel {
    let page = try #require(
      try EveryPart.course().first { $0.lastPathComponent == "\(name).html" })
    let panel = try LivePanel(page, in: browser)
    try panel.evaluate(
      """
      document.head.append(Object.assign(document.createElement("script"), { textContent: `
        WebAssembly.compile = (compile => {
          let count = 0
          return bytes => count++ ? compile(bytes) : Promise.reject(new WebAssembly.CompileError("relaxed"))
        })(WebAssembly.compile)` })), 0
      """)
    try panel.start()
    return panel
  }

  /// Where two drawings differ in more than the last digit of places.
  private static func differences(_ first: String, _ second: String) -> [String] {
    let number = /-?([0-9]+(\.[0-9]+)?|\.[0-9]+)/
    let (a, b) = (first.matches(of: number), second.matches(of: number))
    guard first.replacing(number, with: "") == second.replacing(number, with: "") else {
      return ["other words"]
    }
    return zip(a, b).compactMap { a, b in
      let isNear = abs((Double(a.output.0) ?? .nan) - (Double(b.output.0) ?? .nan)) < 0.11
      return isNear ? nil : "\(a.output.0), \(b.output.0)"
    }
  }
}
