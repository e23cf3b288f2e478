import Foundation
import Testing

@Suite(.serialized, .enabled(if: Firefox.isInstalled, "Firefox is not installed"))
struct FirefoxTests {
  @Test(arguments: [360, 1280])
  func everyTypeOfPageFitsAndSaysNothing(_ width: Int) throws {
    let site = try EveryPart.site()
    let firefox = try Firefox()
    for name in EveryPart.pages {
      try firefox.open(site.appending(path: name), width: width)
      let result = try #require(
        try firefox.run(
          """
          // Parts of a page that are far from the screen have no boxes before they are laid out.
          document.head.append(Object.assign(document.createElement("style"),
            { textContent: ".part, .drawing > div { content-visibility: visible !important }" }))
          const charts = [...document.querySelectorAll("figure svg.chart")]
          return {
            overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            charts: charts.length, seen: charts.filter(e => e.getClientRects().length > 0).length,
            title: document.querySelector("h1").textContent,
          }
          """) as? [String: Any])
      #expect(result["overflow"] as? Int == 0, "\(name) scrolls sideways")
      #expect((result["title"] as? String)?.isEmpty == false, "\(name)")
      // Each chart is drawn wide and narrow, and seen in one of them.
      #expect(result["charts"] as? Int == 2 * (result["seen"] as? Int ?? -1), "\(name)")
      let complaints = try firefox.complaints()
      #expect(complaints == [], "\(name)")
    }
  }

  @Test func aControlChangesWhatIsSeen() throws {
    let firefox = try Firefox()
    try firefox.open(try EveryPart.site().appending(path: "everything.html"), width: 800)
    let result = try #require(
      try firefox.run(
        """
        const seen = () => [...document.querySelectorAll(".sweep .shown")]
          .filter(e => getComputedStyle(e).visibility === "visible").map(e => e.textContent.trim()).join()
        const first = seen()
        document.querySelector(".sweep .a4").click()
        document.querySelector(".sweep .b1").click()
        return { first, last: seen(), hash: location.hash }
        """) as? [String: String])
    #expect(
      result == [
        "first": "Twice 0.1 with sigmoid", "last": "Twice 10.0 with tanh",
        "hash": "#fig-controls=4,1",
      ])
    #expect(try firefox.complaints() == [])
  }

  @Test func theSearchFindsFromTheDisk() throws {
    let firefox = try Firefox()
    try firefox.open(try EveryPart.site().appending(path: "index.html"), width: 800)
    try firefox.run("document.querySelector('.search-button').click()")
    let found = try firefox.run(
      """
      const input = document.querySelector("[id='page.search'] input")
      return new Promise(done => {
        let tries = 0
        const ask = () => {
          input.value = "telephone"
          input.dispatchEvent(new Event("input", { bubbles: true }))
          const links = [...document.querySelectorAll("[id='page.search'] ol a")].map(a => a.getAttribute("href"))
          if (links.length || ++tries > 100) done(links.join()); else setTimeout(ask, 100)
        }
        ask()
      })
      """)
    #expect((found as? String)?.hasPrefix("everything.html") == true)
    #expect(try firefox.complaints() == [])
  }
}
