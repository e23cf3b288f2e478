import Foundation
import Testing

/// The guide's page of charts, built in a folder of its own.
private func builtGallery() throws -> URL {
  let guide = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../guide").standardizedFileURL
  let page = try String(
    contentsOf: guide.appending(path: "06-charts-by-example.md"), encoding: .utf8)
  let story = try CourseStory(["lessons/06-charts-by-example.md": page])
  try story.gradus("build").succeeds()
  stories.append(story)
  return story.folder.appending(path: "_site/charts-by-example.html")
}

/// A story's folder goes with it.
nonisolated(unsafe) private var stories: [CourseStory] = []

@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct ChartGalleryTests {
  private static let page = Result { try builtGallery() }

  @Test(arguments: [360, 1280], Browser.Theme.allCases)
  func keepsEveryTextInItsChartAndApart(_ width: Int, _ theme: Browser.Theme) throws {
    let visit = try Browser.visit(
      Self.page.get(), width: width, theme: theme,
      script: """
        (() => {
          const charts = [...document.querySelectorAll("figure svg")].filter(e => e.getClientRects().length > 0)
          const faults = charts.flatMap(svg => {
            const frame = svg.getBoundingClientRect(), name = svg.getAttribute("aria-label")
            const boxes = [...svg.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()])
            const outside = boxes.filter(([, b]) =>
              b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1)
            const overlapping = boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
              .filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 2 && q.top < p.bottom - 2)
              .map(([b]) => name + ": " + a + " over " + b))
            return outside.map(([t]) => name + ": " + t + " leaves it").concat(overlapping)
          })
          return {
            charts: charts.length, faults: faults.join("; "),
            overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          }
        })()
        """)
    #expect(try #require(visit.result["charts"] as? Int) > 35)
    #expect(visit.result["faults"] as? String == "")
    #expect(visit.result["overflow"] as? Int == 0)
    #expect(visit.complaints == [])
  }

  @Test func tellsValuesByKeyboardAndPointer() throws {
    let visit = try Browser.visit(
      Self.page.get(), width: 1280, theme: .light,
      script: """
        (() => {
          const svg = [...document.querySelectorAll("svg.chart[tabindex]")].find(e => e.getClientRects().length > 0)
          const press = key => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
          const tip = () => document.querySelector(".chart-tip")?.textContent ?? "none"
          svg.focus()
          press("ArrowRight")
          press("ArrowRight")
          const named = document.activeElement.ariaLabel, stops = svg.querySelectorAll("[tabindex='0']").length
          const shown = tip()
          press("Escape")
          const left = document.activeElement === svg && tip() === "none"
          const box = svg.getBoundingClientRect()
          svg.dispatchEvent(new PointerEvent("pointermove", {
            clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true }))
          const pointed = tip()
          press("Escape")
          return { named, shown, stops, left, pointed, dismissed: tip() === "none", role: svg.getAttribute("role") }
        })()
        """
    ).result
    #expect(visit["named"] as? String == "Rate 0.01, Step 3, Loss 2.22")
    #expect(visit["shown"] as? String == visit["named"] as? String)
    #expect(visit["stops"] as? Int == 0 && visit["left"] as? Bool == true)
    #expect((visit["pointed"] as? String)?.contains("Step 6") == true, "\(visit)")
    #expect(visit["dismissed"] as? Bool == true)
    #expect(visit["role"] as? String == "graphics-document")
  }

  @Test func offersEveryValueAsCSV() throws {
    let page = try Self.page.get()
    let text = try String(contentsOf: page, encoding: .utf8)
    let links = Set(text.matches(of: /figures\/[a-z0-9-]+\.csv/).map { String($0.0) })
    #expect(links.count > 30)
    for link in links {
      let file = page.deletingLastPathComponent().appending(path: link)
      #expect(try String(contentsOf: file, encoding: .utf8).contains(","))
    }
  }
}
