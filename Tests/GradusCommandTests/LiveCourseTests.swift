import Foundation
import Testing

/// The live blocks of this project's own course, against what the build has computed.
@Suite(
  .serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"),
  .enabled(if: EveryPart.hasCourse, "`make site` has not built the course since the tool"))
struct LiveCourseTests {
  @Test(arguments: LiveBrowser.installed)
  func everyBlockShowsWhatTheBuildHasComputedAndElsewhereWhatANativeRunGives(_ browser: LiveBrowser)
    throws
  {
    let pages = try EveryPart.course().filter { page in
      let text = try String(contentsOf: page, encoding: .utf8)
      return page.lastPathComponent != "course.html" && text.contains("data-live=")
    }
    #expect(pages.count > 10)
    var table: [String] = []
    var unlisted: [LivePanel.Unlisted] = []
    for page in pages {
      let first = try LivePanel(page, in: browser)
      let count = try first.evaluate("document.querySelectorAll('[data-live]').length") as? Int ?? 0
      for index in 0..<count {
        let panel = first.at(index)
        let name = "\(page.lastPathComponent) \(index)"
        // Of ranges and of what only a program shows, the initial value is ready-made.
        let sizes = try panel.evaluate(
          "groups.map(g => g.querySelectorAll('.values input[class]').length)")
        let most = try #require(sizes as? [Int])
        let initial = try #require(
          try panel.evaluate(
            "groups.map(g => Math.max(0, [...g.querySelectorAll('input')].findIndex(i => i.defaultChecked)))"
          )
            as? [Int])
        let started = ContinuousClock.now
        try panel.start()
        let ready = (ContinuousClock.now - started) / .milliseconds(1)
        let choices = Self.choices(most, initial)
        #expect(choices.count == 3 || most.reduce(1) { $0 * max($1, 1) } < 3, "\(name)")
        var pictures: [String] = []
        var times: [Int] = []
        for choice in choices {
          let moved = ContinuousClock.now
          try panel.move(to: choice)
          times.append(Int((ContinuousClock.now - moved) / .milliseconds(1)))
          let picture = try panel.picture()
          let printed = try panel.printed(at: choice)
          let isAlike = picture == printed
          #expect(isAlike, "\(name) at \(choice): \(Self.difference(picture, printed))")
          pictures.append(picture)
        }
        #expect(Set(pictures).count == pictures.count, "\(name): a control that changes nothing")
        for control in most.indices where most[control] == 0 {
          let moved = ContinuousClock.now
          try panel.moveAnywhere(control)
          times.append(Int((ContinuousClock.now - moved) / .milliseconds(1)))
          let picture = try panel.picture()
          #expect(!pictures.contains(picture), "\(name): control \(control) changes nothing")
          pictures.append(picture)
        }
        let elsewhere = try panel.unlisted(on: page.lastPathComponent)
        let printed = try panel.printed()
        #expect(Set(elsewhere.map(\.picture) + [printed]).count == elsewhere.count + 1, "\(name)")
        unlisted += elsewhere
        table.append("\(name): ready in \(Int(ready)) ms, moves \(times) ms")
      }
      // Firefox has a word on formulas, which are KaTeX's.
      let complaints = try first.complaints().filter { !$0.contains("MathML") }
      #expect(complaints == [], "\(page.lastPathComponent)")
    }
    #expect(unlisted.count > 20)
    try Self.expectWhatANativeRunGives(unlisted, in: browser)
    try FileManager.default.createDirectory(
      at: EveryPart.folder, withIntermediateDirectories: true)
    try Data((table.joined(separator: "\n") + "\n").utf8)
      .write(to: EveryPart.folder.appending(path: "live-\(browser.rawValue).txt"))
  }

  /// Compares what was shown where no page has anything ready-made with what this machine gives there.
  private static func expectWhatANativeRunGives(
    _ unlisted: [LivePanel.Unlisted], in browser: LiveBrowser
  ) throws {
    let native = try LivePanel(NativeRun.of(unlisted.map(\.block)).page, in: browser)
    #expect(
      try native.isTrue("document.querySelectorAll('[data-live]').length === \(unlisted.count)"))
    for (index, moved) in unlisted.enumerated() {
      let panel = native.at(index)
      try panel.leaveOutNumbers()
      let computed = try panel.printed()
      let isAlike = moved.picture == computed
      #expect(isAlike, "\(moved.block): \(difference(moved.picture, computed))")
    }
  }

  /// Leaves a moved panel to be looked at: wide, on a phone, dark.
  @Test(.enabled(if: Browser.isInstalled, "Chromium is not installed"))
  func keepsPicturesOfAMovedPanel() throws {
    try FileManager.default.createDirectory(
      at: EveryPart.folder, withIntermediateDirectories: true)
    let page = try #require(
      try EveryPart.course().first { $0.lastPathComponent == "the-vanishing-gradient.html" })
    for (name, width, theme) in [
      ("wide", 1280, Browser.Theme.light), ("phone", 360, .light), ("dark", 1280, .dark),
    ] {
      let panel = try LivePanel(page, in: .chromium, width: width, theme: theme)
      try panel.start()
      try panel.move(control: 1, to: 2.5)
      // The panel alone, so that it can be seen without a search.
      try panel.evaluate("document.body.replaceChildren(root), 0")
      let picture = try #require(try panel.chromium?.picture())
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      try picture.write(to: EveryPart.folder.appending(path: "live-\(name).png"))
    }
  }

  /// Where two texts begin to differ.
  private static func difference(_ first: String, _ second: String) -> String {
    let start = max(0, zip(first, second).prefix { $0 == $1 }.count - 40)
    return
      "… \(first.dropFirst(start).prefix(120)) … but … \(second.dropFirst(start).prefix(120)) …"
  }

  /// Three choices: away from the initial one, as far as there are so many.
  private static func choices(_ most: [Int], _ initial: [Int]) -> [[Int]] {
    let isFixed = most.map { $0 == 0 }
    if !isFixed.contains(false) { return [] }
    let ends =
      [zip(most, initial).map { $0 == 0 ? $1 : $0 - 1 }, zip(isFixed, initial).map { $0 ? $1 : 0 }]
      + [initial]
    let steps = most.indices.filter { !isFixed[$0] }.map { control in
      var choice = initial
      choice[control] = (initial[control] + 1) % most[control]
      return choice
    }
    var found: [[Int]] = []
    for choice in ends + steps where !found.contains(choice) { found.append(choice) }
    return Array(found.prefix(3))
  }
}
