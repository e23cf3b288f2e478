import Foundation
import Testing

@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct LoadingTests {
  /// Notes what the browser measures from the first moment on.
  private static let watching = """
    window.moved = []; window.tasks = [];
    new PerformanceObserver(list => moved.push(...list.getEntries()
      .map(e => e.value))).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver(list => tasks.push(...list.getEntries()
      .map(e => e.duration))).observe({ type: "longtask", buffered: true });
    """

  @Test(arguments: [360, 1280])
  func nothingMovesNothingFailsAndNothingLeavesTheSite(_ width: Int) throws {
    let site = try EveryPart.site()
    var times: [String] = []
    let browser = try Browser()
    for name in EveryPart.pages {
      let page = try browser.open(
        site.appending(path: name), width: width, watching: Self.watching)
      let measured = try page.evaluate(
        """
        new Promise(done => {
          // A busy machine may paint long after the page is loaded.
          const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0
          const answer = () => done({
            moved, tasks, overflow: document.documentElement.scrollWidth - innerWidth, paint: paint(),
          })
          let tries = 0
          const ask = () => paint() || ++tries > 200 ? setTimeout(answer, 300) : setTimeout(ask, 100)
          ask()
        })
        """)
      let result = try #require(measured as? [String: Any])
      // A formula may still meet a fallback face for a moment, and its line move by a letter's width;
      // browsers call 0.1 good.
      let moved = (result["moved"] as? [Double] ?? [1]).reduce(0, +)
      #expect(moved < 0.005, "\(name)")
      #expect(result["overflow"] as? Int == 0, "\(name)")
      #expect(page.complaints == [], "\(name)")
      let base = site.absoluteString
      #expect(page.requests.allSatisfy { $0.hasPrefix(base) || $0.hasPrefix("data:") }, "\(name)")
      let tasks = result["tasks"] as? [Double] ?? []
      let paint = result["paint"] as? Double ?? 0
      #expect(paint > 0, "\(name)")
      times.append(
        "\(name) at \(width): first paint \(Int(paint)) ms, longest task \(Int(tasks.max() ?? 0)) ms, "
          + "moved \(moved)")
    }
    // Times depend on the machine and its load: they are kept to be read, not asserted.
    try Data((times.joined(separator: "\n") + "\n").utf8)
      .write(to: EveryPart.folder.appending(path: "times-\(width).txt"))
  }

  @Test(arguments: [320, 360, 800])
  func theFrameStaysOnThePageWhereLettersAreTwiceAsLarge(_ width: Int) throws {
    let site = try EveryPart.site()
    let browser = try Browser()
    for name in EveryPart.pages {
      let page = try browser.open(site.appending(path: name), width: width)
      try page.setFontSize(32)
      let outside = try page.evaluate(
        """
        [...document.querySelectorAll(".bar > *, h1, .turn > *")].filter(element => {
          const box = element.getBoundingClientRect()
          return box.left < 0 || box.right > document.documentElement.clientWidth
        }).map(element => element.textContent)
        """)
      #expect(outside as? [String] == [], "\(name)")
    }
  }

  @Test func everythingIsThereWithoutScripts() throws {
    let site = try EveryPart.site()
    let browser = try Browser()
    for name in EveryPart.pages {
      let words = """
        (() => {
          const seen = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, pre, figure, svg.chart)")]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".scripted, .chosen"))
          return {
            text: document.querySelector("main").textContent.replaceAll("Copy", "").replace(/\\s+/g, " "),
            seen: seen.length, charts: seen.filter(e => e.matches("svg")).length,
            dead: [...document.querySelectorAll("button")].filter(e => e.checkVisibility() && !e.popoverTargetElement).length,
          }
        })()
        """
      let with = try #require(
        try browser.open(site.appending(path: name)).evaluate(words) as? [String: Any])
      let without = try #require(
        try browser.open(site.appending(path: name), scripts: false).evaluate(words)
          as? [String: Any])
      #expect(without["text"] as? String == with["text"] as? String, "\(name)")
      #expect(without["seen"] as? Int == with["seen"] as? Int, "\(name)")
      #expect(without["charts"] as? Int == with["charts"] as? Int, "\(name)")
      #expect(without["dead"] as? Int == 0, "\(name) shows a button that does nothing")
    }
  }
}
