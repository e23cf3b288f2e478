import Foundation
import Testing

/// The data and the drawing that a reader takes along are those of the last run.
@Suite(.serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"))
struct LiveFileTests {
  @Test(arguments: LiveBrowser.installed)
  func theDataAreThoseOfTheLastRun(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    try panel.start()
    try panel.evaluate("root.querySelector('.data').open = true, 0")
    try panel.move(to: [0, 1, 1])
    #expect(try panel.text("root.querySelector('.data .now td').textContent") == "90")
    #expect(
      try panel.text(
        "decodeURIComponent(root.querySelector('.data .now a[download$=csv]').href.split(',')[1])")
        == "Loss\n90\n")
    #expect(
      try panel.text("root.querySelector('figure.table .now').textContent") == "Table 1.1 Rates")
  }

  @Test(arguments: LiveBrowser.installed)
  func theDrawingAsAFileIsTheOneThatIsSeen(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    try panel.start()
    try panel.evaluate("root.querySelector('details').open = true, 0")
    let file = """
      new DOMParser().parseFromString(decodeURIComponent(
        root.querySelector("details .now a[download$='.svg']")?.href.split(",").slice(1).join() ?? ""),
        "image/svg+xml").documentElement
      """
    for choice in [[0, 0, 1], [3, 1, 0]] {
      try panel.move(to: choice)
      // It is made when nothing moves any more.
      #expect(
        try panel.wait(
          for:
            "(\(file)).querySelector('.chart-line path')?.getAttribute('d') === root.querySelector('figure .now .wide .chart-line path').getAttribute('d')"
        ))
      let colors = try panel.text(
        "(\(file)).outerHTML.match(/(fill|stroke)=\"(#|[a-z-]+)/g).join()")
      #expect(colors == ##"fill="#,fill="#,stroke="#"##)
    }
    #expect(try panel.complaints() == [])
  }
}
