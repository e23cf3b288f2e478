import Foundation
import Testing

@Suite(
  .enabled(if: Browser.isInstalled, "Chromium is not installed"),
  .enabled(if: Checkers.have(Checkers.axe), "axe-core is missing: sh .ci/checkers.sh"))
struct AccessibilityTests {
  @Test(arguments: [360, 1280], Browser.Theme.allCases)
  func axeFindsNothingOnAnyTypeOfPage(_ width: Int, _ theme: Browser.Theme) throws {
    let site = try EveryPart.site()
    try expectNoViolation(
      on: EveryPart.pages.map { site.appending(path: $0) }, width: width, theme: theme)
  }

  /// What only appears when it is used is as accessible as the page.
  @Test(arguments: Browser.Theme.allCases)
  func axeFindsNothingInWhatOpens(_ theme: Browser.Theme) throws {
    let page = try EveryPart.site().appending(path: "everything.html")
    let states = [
      "document.querySelectorAll('details').forEach(e => e.open = true)",
      "document.getElementById('page.lessons').showPopover()",
      "document.querySelector('.keys-button').click()",
      "document.querySelector('.search-button').click()",
    ]
    try expectNoViolation(on: [page], width: 800, theme: theme, states: states)
  }

  /// The project's own course, where it is built.
  @Test(
    .enabled(if: EveryPart.hasCourse, "make site has not run since the tool was built"),
    arguments: zip([360, 1280], Browser.Theme.allCases))
  func axeFindsNothingInTheCourse(_ width: Int, _ theme: Browser.Theme) throws {
    // The whole course repeats the lessons, and takes a minute.
    let pages = try EveryPart.course().filter { $0.lastPathComponent != "course.html" }
    try expectNoViolation(on: pages, width: width, theme: theme)
  }

  private func expectNoViolation(
    on pages: [URL], width: Int, theme: Browser.Theme, states: [String] = [""]
  ) throws {
    let axe = try String(contentsOf: Checkers.axe, encoding: .utf8)
    let browser = try Browser()
    for address in pages {
      for state in states {
        let page = try browser.open(address, width: width, theme: theme)
        try page.evaluate(state)
        try page.drawEverything()
        try page.evaluate(axe + ";0")
        // A header that is a formula is empty to axe, which does not read MathML; screen readers do.
        let violations = try page.evaluate(
          """
          const isFault = rule => node => rule.id !== "empty-table-header"
            || !document.querySelector(node.target[0]).querySelector("math")
          axe.run({ resultTypes: ["violations"] }).then(found => found.violations.flatMap(rule =>
            rule.nodes.filter(isFault(rule)).slice(0, 3).map(node => `${rule.impact} ${rule.id}: ${node.html.slice(0, 200)} `
              + node.any.concat(node.all, node.none).map(check => check.message).join(" "))))
          """)
        #expect(violations as? [String] == [], "\(address.lastPathComponent) \(state)")
      }
    }
  }
}
