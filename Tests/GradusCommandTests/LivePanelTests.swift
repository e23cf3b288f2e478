import Foundation
import Testing

/// Live blocks as a reader meets them: from the disk, in the browsers of this machine.
@Suite(.serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"))
struct LivePanelTests {
  @Test(arguments: LiveBrowser.installed)
  func nothingIsLoadedBeforeAControlIsTouched(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    let scripts = "document.querySelectorAll('script[src^=\"live/\"]').length"
    #expect(try panel.evaluate(scripts) as? Int == 0)
    #expect(try panel.isTrue("!root.querySelector('[type=range], .now, .state')"))
    try panel.start()
    try panel.at(1).start()
    #expect(try panel.evaluate(scripts) as? Int == 1)
    #expect(try panel.isTrue("root.matches('.sweep:not(.live)')"), "touching alone shows nothing")
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func aMovedControlChangesWhatIsSeen(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    try panel.start()
    var pictures: [String] = [try panel.printed(at: [2, 0, 1])]
    for choice in [[0, 0, 1], [2, 1, 1], [3, 1, 0]] {
      try panel.move(to: choice)
      let picture = try panel.picture()
      #expect(!pictures.contains(picture))
      #expect(try picture == panel.printed(at: choice))
      pictures.append(picture)
    }
    // What no listed value gives: the geometric mean of 0.01 and 0.1.
    try panel.move(to: [2, 0, 1])
    try panel.move(control: 0, to: 1.5)
    #expect(try panel.state().hasPrefix("At Learning rate = 0.032, Unit = sigmoid, Layers = 1."))
    #expect(try panel.picture().contains("Figure1.1Arateof32000millionths."))
    #expect(try panel.picture().contains("\"M9 90L109 88\""))
    #expect(
      try panel.text("[...root.querySelectorAll('.printed')].map(e => e.textContent).join()")
        .hasPrefix("above,3 pages"))
    // The values of layers are whole numbers, which differ more evenly than their ratios do.
    try panel.move(control: 2, to: 1.6)
    #expect(try panel.state().contains("Layers = 12."))
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func thePrintedMarksStayBehindWhereTheAxesAreTheSame(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    let seen = """
      (() => {
        const seen = e => getComputedStyle(e).visibility === "visible"
        return [".initial .wide .chart-line", ".initial .wide .chart-axes", ".a0 .wide .chart-line", ".now .wide .chart-line"]
          .map(name => seen(root.querySelector(".drawing").closest(".positions").querySelector(name))).join()
      })()
      """
    try panel.start()
    try panel.move(control: 0, to: 0.5)
    #expect(try panel.text(seen) == "true,false,false,true")
    #expect(try panel.text("root.querySelector('.initial').ariaHidden") == "true")
    try panel.move(control: 1, to: 1)
    #expect(try panel.text(seen) == "false,false,false,true")
  }

  @Test(arguments: LiveBrowser.installed)
  func theKeyboardAloneIsEnough(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    try panel.evaluate("root.querySelector('pre.printed').focus(), 0")
    try panel.press(.tab)
    #expect(try panel.wait(for: "document.activeElement.type === 'range'"))
    #expect(try panel.text("document.activeElement.ariaLabel") == "Learning rate")
    #expect(try panel.text("document.activeElement.ariaValueText") == "0.1")
    try panel.press(.arrowRight)
    #expect(try panel.wait(for: "shows('Learning rate = 0.13, Unit = sigmoid, Layers = 1')"))
    #expect(try panel.text("document.activeElement.ariaValueText") == "0.13")
    try panel.press(.pageUp)
    #expect(try panel.wait(for: "shows('Learning rate = 1, Unit = sigmoid, Layers = 1')"))
    try panel.press(.home)
    #expect(try panel.wait(for: "shows('Learning rate = 0.001, Unit = sigmoid, Layers = 1')"))
    try panel.press(.tab, .arrowRight)
    #expect(try panel.wait(for: "shows('Learning rate = 0.001, Unit = tanh, Layers = 1')"))
    // The step of whole numbers is at least one.
    try panel.press(.tab, .arrowLeft)
    #expect(try panel.wait(for: "shows('Learning rate = 0.001, Unit = tanh, Layers = 0')"))
    #expect(
      try panel.wait(
        for:
          "root.querySelector('[role=status]').textContent.includes('A rate of 1000 millionths.')"))
    try panel.press(.tab, .enter)
    #expect(try panel.wait(for: "root.matches('.sweep:not(.live)')"))
    #expect(try panel.text("document.activeElement.ariaValueText") == "0.1")
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func aLongRunGrowsCanBeStoppedAndGivesWayToTheNext(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser).at(1)
    try panel.start()
    try panel.evaluate(
      """
      (() => {
        window.told = []
        new MutationObserver(() => told.push(state())).observe(root.querySelector(".state"), { childList: true, subtree: true, characterData: true })
        window.steps = []
        new MutationObserver(() => steps.push(root.querySelector(".now .shown")?.textContent))
          .observe(root.querySelector(".shown").closest(".positions"), { childList: true, subtree: true })
      })(), 0
      """)
    try panel.move(control: 0, to: 1)
    let told = try panel.evaluate("told") as? [String] ?? []
    #expect(told.contains { $0.wholeMatch(of: /Computing … \d+\x{202F}%/) != nil }, "\(told)")
    #expect(try panel.evaluate("steps") as? [String] == ["160 steps"])
    #expect(try panel.state().hasSuffix("its last digits may differ from the printed ones."))

    // Now it is known to be long, so its first steps are shown first.
    try panel.push(control: 0, to: 3)
    #expect(try panel.wait(for: "root.querySelector('.now .shown').textContent === '40 steps'"))
    #expect(try panel.wait(for: "!root.querySelector('.state button').hidden"))
    try panel.evaluate("root.querySelector('.state button').click(), 0")
    #expect(
      try panel.state() == "Stopped. At Learning rate = 1, after a quarter of its steps.")

    // Of two moves, the first is ended.
    try panel.evaluate("steps.length = 0")
    try panel.push(control: 0, to: 4)
    #expect(try panel.wait(for: "steps.includes('40 steps')"))
    try panel.push(control: 0, to: 0)
    #expect(try panel.wait(for: "shows('Learning rate = 0.001')"))
    let steps = try panel.evaluate("steps") as? [String]
    #expect(steps == ["10 steps", "40 steps", "10 steps", "40 steps", "160 steps"])
    #expect(try panel.complaints() == [])
  }

  @Test(.enabled(if: Browser.isInstalled))
  func aReaderWhoWantsNoMotionSeesWholeRunsOnly() throws {
    let panel = try LivePanel(StandIn.page(), in: .chromium).at(1)
    try panel.chromium?.show(.light, hasMotion: false)
    try panel.start()
    try panel.move(control: 0, to: 1)
    try panel.evaluate(
      """
      (() => {
        window.steps = []
        new MutationObserver(() => steps.push(root.querySelector(".now .shown")?.textContent))
          .observe(root.querySelector(".shown").closest(".positions"), { childList: true, subtree: true })
      })(), 0
      """)
    try panel.move(control: 0, to: 3)
    #expect(try panel.evaluate("steps") as? [String] == ["160 steps"])
  }

  @Test(arguments: LiveBrowser.installed)
  func aRunThatGoesTooFarEndsWithASentence(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser).at(2)
    try panel.start()
    let sentences = [
      "", "The program stopped: the rate is “too” <large>.",
      "The program trapped: an overflow, a nil that was unwrapped, or an index out of range.",
      "The program asked for more than the 256 MB of memory that a page gives it.",
      "The program ran out of stack (a function that calls itself without end?).",
      "The program had not ended after 10 seconds, which is all that a page gives it.",
    ]
    for (end, sentence) in sentences.enumerated().dropFirst() {
      try panel.move(control: 0, to: Double(end))
      #expect(try panel.text("root.querySelector('figure .now .failure')?.textContent") == sentence)
      #expect(
        try panel.wait(
          for: "root.querySelector('[role=status]').textContent.includes('The program')")
      )
      try panel.move(control: 0, to: 0)
      #expect(
        try panel.text("root.querySelector('figcaption .now').textContent").contains("100000"))
    }
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func aLinkLeadsToASettingAndResetLeadsBack(_ browser: LiveBrowser) throws {
    let address = try StandIn.page()
    let link = try #require(URL(string: address.absoluteString + "#fig-probe=0.03,tanh,50.0"))
    let panel = try LivePanel(link, in: browser)
    #expect(try panel.wait(for: "shows('Learning rate = 0.03, Unit = tanh, Layers = 50')"))
    try panel.move(control: 0, to: 1)
    #expect(try panel.wait(for: "location.hash === '#fig-probe=1,1,50.0'"))
    try panel.evaluate("root.querySelector('.state button:last-of-type').click(), 0")
    #expect(try panel.state() == "As printed, at Learning rate = 0.1, Unit = sigmoid, Layers = 1.")
    #expect(try panel.isTrue("location.hash === '' && root.matches('.sweep:not(.live)')"))
    #expect(
      try panel.text(
        "[...root.querySelectorAll('.printed, .shown')].filter(e => getComputedStyle(e).visibility === 'visible').map(e => e.textContent).join()"
      ) == "above,82 of 90,printed here")
    try panel.evaluate("location.hash = '#fig-probe=3,1,0', 0")
    #expect(try panel.wait(for: "shows('Learning rate = 1, Unit = tanh, Layers = 0')"))
    #expect(try panel.complaints() == [])
  }

  @Test(arguments: LiveBrowser.installed)
  func twoHundredMovesLeaveNothingBehind(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    try panel.start()
    func moves(_ count: Int) throws -> String {
      for number in 0..<count { try panel.push(control: 0, to: Double(number % 37) / 10) }
      try panel.move(to: [0, 1, 0])
      // The pages of the program's memory, and the elements of the document.
      return try panel.text(
        "root.querySelector('.controls ~ .printed').textContent + ' ' + document.querySelectorAll('*').length"
      )
    }
    let first = try moves(20)
    let heap = try panel.chromium?.heapSize() ?? 0
    #expect(try moves(200) == first)
    let growth = try (panel.chromium?.heapSize() ?? 0) - heap
    #expect(growth < 200_000, "\(growth) bytes more")
    #expect(try panel.complaints() == [])
  }

  @Test(
    .enabled(if: Browser.isInstalled && Checkers.have(Checkers.axe), "axe-core is missing"),
    arguments: [360, 1280], Browser.Theme.allCases)
  func axeFindsNothingInABlockThatRan(_ width: Int, _ theme: Browser.Theme) throws {
    let panel = try LivePanel(StandIn.page(), in: .chromium, width: width, theme: theme)
    for (index, choice) in [[3, 1, 2], [1], [1], [3, 1]].enumerated() {
      try panel.at(index).start()
      try panel.at(index).move(to: choice)
    }
    try panel.evaluate("document.querySelectorAll('details').forEach(e => e.open = true), 0")
    #expect(
      try panel.evaluate("document.documentElement.scrollWidth - innerWidth") as? Int == 0,
      "the page scrolls sideways")
    let axe = try String(contentsOf: Checkers.axe, encoding: .utf8)
    try panel.chromium?.evaluate(axe + ";0")
    let violations = try panel.evaluate(
      """
      axe.run({ resultTypes: ["violations"] }).then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))
      """)
    #expect(violations as? [String] == [])
  }
}
