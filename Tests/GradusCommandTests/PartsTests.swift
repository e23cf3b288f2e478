import Foundation
import Testing

/// Parts of a page that are out of sight are not laid out; nobody may notice.
@Suite(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct PartsTests {
  private func page(_ width: Int, anchor: String = "") throws -> Browser.Page {
    let page = try EveryPart.site().appending(path: "everything.html")
    return try Browser().open(URL(string: page.absoluteString + anchor)!, width: width)
  }

  @Test(arguments: [360, 800, 1280])
  func theirPlacesAreAboutAsTallAsTheyAre(_ width: Int) throws {
    let page = try page(width)
    let height = "document.documentElement.scrollHeight"
    let before = try #require(try page.evaluate(height) as? Double)
    try page.drawEverything()
    let after = try #require(try page.evaluate(height) as? Double)
    #expect(abs(before / after - 1) < 0.15, "\(before) instead of \(after)")
  }

  @Test func thoseOutOfSightAreLaidOutWhenTheyAreReached() throws {
    let page = try page(1280)
    let last = """
      [...document.querySelectorAll(".part")].at(-1).lastElementChild
        .checkVisibility({ contentVisibilityAuto: true })
      """
    // Nothing of the page's own scripts makes the browser lay them out either.
    #expect(
      try page.evaluate("new Promise(done => setTimeout(done, 300)).then(() => \(last))") as? Bool
        == false)
    try page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    #expect(
      try page.evaluate("new Promise(done => setTimeout(done, 300)).then(() => \(last))") as? Bool
        == true)
  }

  /// What a part holds stands inside its edges, which would cut it.
  @Test(arguments: [360, 800, 1060, 1280, 1700])
  func nothingIsCutAtTheirEdges(_ width: Int) throws {
    let page = try page(width)
    try page.drawEverything()
    let cut = try page.evaluate(
      """
      [...document.querySelectorAll(".part")].flatMap(part => {
        const edge = part.getBoundingClientRect()
        return [...part.querySelectorAll("*")].filter(element => {
          const box = element.getBoundingClientRect()
          return box.width > 1 && element.checkVisibility()
            && !element.closest("pre, .scroll, .formula, svg, .katex")
            && (box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom)
        }).map(element => element.outerHTML.slice(0, 80))
      })
      """)
    #expect(cut as? [String] == [])
  }

  /// From wherever the reader is: what lies between has only about its place until then.
  @Test(arguments: [360, 1280])
  func anAddressLeadsToItsPlaceInAnyOfThem(_ width: Int) throws {
    let found = try page(width).evaluate(
      """
      [...document.querySelectorAll(".part [id]:is(h2, h3, figure)")].map(element => element.id)
      """)
    let anchors = try #require(found as? [String])
    let last = try #require(anchors.last)
    let page = try page(width, anchor: "#\(last)")
    for anchor in [last] + anchors + anchors.reversed() {
      let top = try page.evaluate(
        """
        (location.hash = "\(anchor)", new Promise(done => setTimeout(done, 300))).then(() => {
          const top = document.getElementById("\(anchor)").getBoundingClientRect().top
          const isEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2
          return isEnd && top > 0 && top < innerHeight ? 48 : top
        })
        """)
      #expect(abs(try #require(top as? Double) - 48) < 3, "\(anchor)")
    }
  }
}
