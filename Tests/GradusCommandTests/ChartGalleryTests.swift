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
          const faults = charts.flatMap(\(faultsOfTexts))
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

  /// The golden drawings of the charts, which hold harder cases than the guide.
  @Test(arguments: ["narrow", "wide"])
  func keepsTheTextsOfEveryGoldenDrawingApart(_ layout: String) throws {
    let golden = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "../SVGChartsTests/Golden").standardizedFileURL
    let drawings = try FileManager.default.contentsOfDirectory(atPath: golden.path)
      .filter { $0.hasSuffix(".\(layout).svg") }.sorted()
      .map { try String(contentsOf: golden.appending(path: $0), encoding: .utf8) }
    let page = FileManager.default.temporaryDirectory
      .appending(path: "golden-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: page) }
    try Data(
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Golden drawings</title>
      <body style="font-family: system-ui, sans-serif">\(drawings.joined())
      """.utf8
    ).write(to: page)
    let found = try Browser.visit(
      page, width: 1280, theme: .light,
      script: """
        (() => {
          const charts = [...document.querySelectorAll("svg.chart")]
          return { charts: charts.length, faults: charts.flatMap(\(faultsOfTexts)).join("; ") }
        })()
        """
    ).result
    #expect(found["charts"] as? Int == drawings.count && drawings.count > 60)
    #expect(found["faults"] as? String == "")
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

  /// What a reader meets on the whole page: names, sizes of text, how much there is to draw.
  @Test(arguments: [360, 1280])
  func namesEachChartApartAndKeepsItsTextReadable(_ width: Int) throws {
    let found = try Browser.visit(
      Self.page.get(), width: width, theme: .light,
      script: """
        (() => {
          const charts = [...document.querySelectorAll("figure svg.chart")].filter(e => e.getClientRects().length > 0)
          const names = charts.map(e => e.getAttribute("aria-label"))
          const sizes = charts.flatMap(svg => [...svg.querySelectorAll("text")].map(e =>
            parseFloat(getComputedStyle(e).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))
          return {
            short: names.filter(name => name.length < 5 || /^chart$/i.test(name)).join("; "),
            twice: names.filter((name, i) => names.indexOf(name) !== i).join("; "),
            uncaptioned: charts.filter(e => !e.closest("figure").querySelector("figcaption")).length,
            least: Math.min(...sizes), greatest: Math.max(...sizes),
            elements: charts.reduce((sum, e) => sum + e.querySelectorAll("*:not(title, desc)").length, 0),
          }
        })()
        """
    ).result
    #expect(found["short"] as? String == "")
    #expect(found["twice"] as? String == "")
    #expect(found["uncaptioned"] as? Int == 0)
    let least = try #require(found["least"] as? Double ?? (found["least"] as? Int).map(Double.init))
    let greatest = try #require(
      found["greatest"] as? Double ?? (found["greatest"] as? Int).map(Double.init))
    #expect(least >= 10 && greatest <= 16, "\(least) to \(greatest) pixels")
    #expect(try #require(found["elements"] as? Int) <= 3000)
  }

  /// A screen of 1280 pixels at twice the size shows what one of 640 does; where only text grows,
  /// nothing leaves the page.
  @Test func staysWholeAtTwiceTheSize() throws {
    for (width, fontSize) in [(640, 16), (1280, 32)] {
      let page = try Browser().open(Self.page.get(), width: width)
      try page.setFontSize(fontSize)
      let found = try #require(
        try page.evaluate(
          """
          (() => {
            const charts = [...document.querySelectorAll("figure svg.chart")].filter(e => e.getClientRects().length > 0)
            const figure = e => e.closest("figure").getBoundingClientRect()
            return {
              charts: charts.length, size: parseFloat(getComputedStyle(document.documentElement).fontSize),
              wide: charts.filter(e => e.getBoundingClientRect().width > figure(e).width + 1).length,
              captions: charts.filter(e => e.closest("figure").querySelector("figcaption").getBoundingClientRect().height > 0).length,
              overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            }
          })()
          """) as? [String: Any])
      let charts = try #require(found["charts"] as? Int)
      #expect(charts > 35)
      #expect(try #require(found["size"] as? Int) >= fontSize)
      #expect(found["captions"] as? Int == charts)
      #expect(found["wide"] as? Int == 0)
      #expect(found["overflow"] as? Int == 0, "\(width) pixels, letters of \(fontSize): \(found)")
    }
  }

  /// Who has chosen a few colors for everything, and who prints from a dark screen, sees every text
  /// and line, which of two series is which, and which cell is the greater.
  @Test(arguments: ["forced colors", "paper"])
  func showsLinesAndTextInWhateverColorsThereAre(_ display: String) throws {
    let page = try Browser().open(Self.page.get(), theme: .dark)
    if display == "paper" { try page.show(.dark, medium: "print") } else { try page.forceColors() }
    let found = try #require(
      try page.evaluate(
        """
        (() => {
          const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
          const rgb = color => {
            pixel.clearRect(0, 0, 1, 1)
            pixel.fillStyle = color
            pixel.fillRect(0, 0, 1, 1)
            return [...pixel.getImageData(0, 0, 1, 1).data]
          }
          const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
          const ground = rgb(getComputedStyle(document.body).backgroundColor)
          const contrast = color => {
            const [a, b] = [light(rgb(color)), light(ground)].sort((a, b) => b - a)
            return (a + 0.05) / (b + 0.05)
          }
          const faint = []
          for (const svg of document.querySelectorAll("figure svg.chart")) {
            if (svg.getClientRects().length === 0) continue
            for (const e of svg.querySelectorAll("text"))
              if (contrast(getComputedStyle(e).fill) < 4.5) faint.push(e.textContent)
            for (const e of svg.querySelectorAll(".chart-line > path"))
              if (contrast(getComputedStyle(e).stroke) < 3) faint.push("a line of " + svg.getAttribute("aria-label"))
          }
          const ramp = [0, 1, 2, 3, 4].map(i => `var(--chart-ramp-${i})`)
          const probe = document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
            .appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"))
          const resolved = color => (probe.style.fill = color, getComputedStyle(probe).fill)
          const contrasts = ramp.map(resolved).map(contrast)
          return {
            charts: document.querySelectorAll("figure svg.chart").length, faint: faint.slice(0, 9).join("; "),
            ground: light(ground),
            rises: contrasts.every((c, i) => i === 0 || c > contrasts[i - 1]),
            signs: resolved("var(--chart-negative)") !== resolved("var(--chart-positive)"),
            first: resolved("var(--chart-blue)") !== resolved("var(--chart-orange)"),
          }
        })()
        """) as? [String: Any])
    #expect(try #require(found["charts"] as? Int) > 35)
    #expect(found["faint"] as? String == "")
    if display == "paper" { #expect(found["ground"] as? Int == 1) }
    #expect(found["rises"] as? Bool == true)
    #expect(found["signs"] as? Bool == true)
    #expect(found["first"] as? Bool == true)
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
