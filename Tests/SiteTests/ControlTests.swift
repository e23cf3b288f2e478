import Site
import TestSupport
import Testing
import TranscriptFormat

private let rate = Control(kind: .slider, name: "Rate", values: ["0.1", "1", "10"], initial: 1)
private let unit = Control(kind: .picker, name: "Unit", values: ["<tanh>", "ReLU"], initial: 0)

/// A lesson whose one block shows something at each position of its controls.
private func site(
  _ initial: [Output], _ controls: [Control] = [rate, unit], start: Int = 0, options: String = "",
  _ output: (_ choice: [Int]) -> [Output]
) throws -> Site {
  var sweep = Sweep(controls: controls, start: start)
  let choices = controls.reduce([[]]) { choices, control in
    choices.flatMap { choice in control.values.indices.map { choice + [$0] } }
  }
  sweep.positions = choices.filter { $0 != sweep.initialChoice }.map {
    .init(choice: $0, outputs: output($0))
  }
  let lesson = readLesson("# T\n\n```swift\n//| label: fig-rate\n\(options)let x = 1\n```\n")
  return try lesson.site(showing: [initial], sweeps: [sweep])
}

struct ControlTests {
  @Test func everyPositionIsOnThePage() throws {
    let above = Output.printed("above\n")
    let last = Shown.claim("It holds")
    // The drawing depends on both controls, the table on the rate alone, the value on none.
    func table(_ rate: Int) -> Output {
      .table(caption: "Rate \(rate)", Table(columns: ["x"], rows: [["\(rate)"]]))
    }
    let site = try site(
      [above, Shown.figure("1-0"), table(1), .text("same"), last], start: 1
    ) { choice in
      [
        Shown.figure("\(choice[0])-\(choice[1])p\(choice[0])-\(choice[1])"), table(choice[0]),
        .text("same"),
      ]
    }
    #expect(site.diagnostics == [])
    expectGolden(try site.main("a-lesson.html"), "controls.html")
    #expect(
      site.sweeps.map(\.summary) == ["lessons/01-a-lesson.md:3: 6 positions add 3 KB to the page"])
  }

  @Test func theStyleSheetHidesWhatBelongsToOtherPositions() throws {
    let style = try site([.text("1")], [unit]) { _ in [.text("2")] }.text("style.css")
    #expect(
      style.hasSuffix(
        """

        /* What a control hides */
        .sweep:has(.a0:checked) .position:not(.a0),
        .sweep:has(.a1:checked) .position:not(.a1) { visibility: hidden; }

        """))
  }

  @Test func aDrawingThatDiffersInItsIDsOnlyIsOnThePageOnce() throws {
    let site = try site([.text("<clip id='c1'>")], [rate]) { [.text("<clip id='c1p\($0[0])'>")] }
    #expect(try !site.main("a-lesson.html").contains("class=\"position"))
  }

  /// A program in the page finds every place, and what it has to set.
  @Test func aLiveBlockCanBeFoundByAProgram() throws {
    let layers = Control(
      kind: .slider, name: "Layers of <5>", values: ["1", "20"], initial: 0, numbers: [1, 20],
      isWhole: true)
    let shown = [Shown.figure("same"), Output.text("same")]
    let lesson = readLesson(
      "# T\n\n```swift\n//| label: fig-rate\nlet x = 1\n```\n\n```swift\nlet y = 1\n```\n")
    var sweep = Sweep(controls: [layers, unit], start: 0)
    sweep.positions = [[0, 1], [1, 0], [1, 1]].map { .init(choice: $0, outputs: shown) }
    func site(_ live: [LiveProgram]) throws -> Site {
      try lesson.site(showing: [shown, shown], sweeps: [sweep, sweep], live: live)
    }
    let live = try site([LiveProgram(lesson: 0, experiments: [1, 0], module: "AGFzbQ==")])
    #expect(live.diagnostics == [])
    expectGolden(try live.main("a-lesson.html"), "live.html")
    #expect(
      try live.text("live/a-lesson.js") == "gradus.live.receive(\"a-lesson\", \"AGFzbQ==\")\n")
    let script = "<script src=\"live.js\" defer=\"\"></script>"
    #expect(try live.text("a-lesson.html").contains(script))
    for page in ["index.html", "course.html"] { #expect(try !live.text(page).contains(script)) }

    // Without a program, nothing of it is on the site.
    let still = try site([])
    #expect(still.files.allSatisfy { !$0.path.contains("live") })
    #expect(try !still.text("a-lesson.html").contains("live"))
  }

  @Test func whatOnlyAProgramCanMoveIsHiddenUntilItMayRun() throws {
    let range = Control(
      kind: .slider, name: "x₁", values: ["0.5"], initial: 0, numbers: [0.5],
      range: .init(lower: -4, upper: 8, step: 0.1))
    let clips = Control(kind: .toggle, name: "Clip", values: ["off", "on"], initial: 0)
    let lesson = readLesson("# T\n\n```swift\n//| live: only\n//| label: fig-x\nlet x = 1\n```\n")
    func site(_ controls: [Control], _ live: [LiveProgram]) throws -> Site {
      try lesson.site(
        showing: [[Shown.figure("one")]], sweeps: [Sweep(controls: controls, start: 0)], live: live)
    }
    let program = LiveProgram(lesson: 0, experiments: [0], module: "AGFzbQ==")
    let live = try site([range, clips], [program])
    #expect(live.diagnostics == [])
    expectGolden(try live.main("a-lesson.html"), "live-only.html")
    #expect(try !live.text("style.css").contains("What a control hides"))

    let still = try site([range, clips], []).main("a-lesson.html")
    #expect(!still.contains("controls") && !still.contains("position") && !still.contains("sweep"))
  }

  @Test func theSearchFindsTheInitialPositionOnly() throws {
    let index = try site([Shown.table], [unit]) { _ in
      [.table(caption: "Elsewhere", Table(columns: ["a"], rows: [["b"]]))]
    }.text("search-index.js")
    #expect(index.contains("The remedies."))
    #expect(!index.contains("Elsewhere"))
  }

  @Test(
    arguments: [
      (
        [Shown.figure("")], [Shown.figure(""), Shown.table],
        """
        lessons/01-a-lesson.md:3:1: error: At Rate = 0.1 this block shows 1 figure and 1 table, but at first 1 figure.
        ```swift
        ^
          try: show the same figures, tables and values at every position
        """
      ),
      (
        [Shown.figure("")], [],
        """
        lessons/01-a-lesson.md:3:1: error: At Rate = 0.1 this block shows nothing, but at first 1 figure.
        ```swift
        ^
          try: show the same figures, tables and values at every position
        """
      ),
      (
        [Shown.figure("", upTo: 0.5)], [Shown.figure("", upTo: 3210)],
        """
        lessons/01-a-lesson.md:3:1: warning: The y axis of “A finding.” reaches from 0 to 0.5 at Rate = 1, but from 0 to 3300 at Rate = 0.1, so that the drawings cannot be compared.
        ```swift
        ^
          try: .chartYScale(domain: 0...3300)
        """
      ),
    ] as [([Output], [Output], String)])
  func aBlockThatIsAnotherElsewhereIsTold(
    _ initial: [Output], _ other: [Output], _ expected: String
  ) throws {
    let site = try site(initial, [rate]) { _ in other }
    #expect(site.diagnostics.map { $0.rendered() } == [expected])
  }

  @Test func aPageThatWouldGrowTooLargeIsAnError() throws {
    let long = String(repeating: "x", count: 1500)
    let site = try site([.text("1")], [rate], options: "//| sweep-budget: 2 KB\n") {
      [.text("\($0[0])" + long)]
    }
    #expect(
      site.diagnostics.map { $0.rendered() } == [
        """
        lessons/01-a-lesson.md:3:1: error: The 3 positions of this block's controls add 4 KB to the page, and its budget is 2 KB.
        ```swift
        ^
          try: list fewer values, plot fewer points, or raise the budget with `//| sweep-budget: 100 KB`
        """
      ])
    #expect(site.files.isEmpty)
  }
}
