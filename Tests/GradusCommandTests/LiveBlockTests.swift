import Foundation
import Notebook
import Testing

/// What an author is told of a live block, at its line.
@Suite(.enabled(if: WebModules.lacking == nil, "\(WebModules.lacking ?? "")"))
struct LiveBlockTests {
  /// What stands above the live block, its own code, and what is said against it.
  static let mistakes: [(above: String, block: String, expected: String)] = [
    (
      "", #"show("half of \(0.5)")"#,
      """
      lessons/01-a.md:7:1: error: This block is live and has no control, so there is nothing that a reader could move.
      """
    ),
    (
      "var sum = 0\nfor x in 1...3 { sum += x }",
      #"""
      let rate = Slider("Rate", values: [1, 2])
      show("\(sum) at \(rate.value)")
      """#,
      """
      lessons/01-a.md:8:1: error: This live block shows something else where the statements above it are not run: a page runs the block alone, with the declarations above it.
      """
    ),
    (
      "var rates: [Double] = []\nrates.append(0.1)",
      #"""
      let rate = Slider("Rate", values: [1.0, 2])
      show("\(rates[0] * rate.value)")
      """#,
      "lessons/01-a.md:11:14: error: The program stopped: Index out of range"
    ),
    (
      "func kind(_ value: Any) -> String { value is Int ? \"whole\" : \"other\" }",
      #"""
      let rate = Slider("Rate", values: [1, 2])
      show(kind(rate.value))
      """#,
      "lessons/01-a.md:10:16: error: cannot use a value of protocol type 'Any' in embedded Swift"
    ),
    (
      "",
      #"""
      let rate = Slider("Rate", values: [1, 2])
      let data = Dataset.csv("data.csv", label: "y")
      show("\(data.count) at \(rate.value)")
      """#,
      "lessons/01-a.md:10:20: error: type 'Dataset' has no member 'csv'"
    ),
  ]

  @Test(arguments: mistakes.indices)
  func aMistakeInALiveBlockIsToldAtItsLine(_ index: Int) throws {
    let (above, block, expected) = Self.mistakes[index]
    let story = try CourseStory([
      "lessons/data.csv": "x,y\n1,0\n2,1\n",
      "lessons/01-a.md":
        "# A\n\n```swift\n\(above)\n```\n\n```swift\n//| live: true\n\(block)\n```\n",
    ])
    let errors = try story.gradus("build").fails(1).errors
    #expect(errors.contains(expected), "\(errors)")
    // Each with a way out, and nothing besides.
    let lines = errors.split(separator: "\n")
    let count = lines.count { $0.contains(": error: ") }
    #expect(count == (index == 3 ? 2 : 1), "\(errors)")
    #expect(lines.count { $0.hasPrefix("  try: ") } == count, "\(errors)")
  }

  @Test func aRunAloneThatStopsIsToldAsSuch() throws {
    let story = try CourseStory([
      "lessons/01-a.md": #"""
      # A

      ```swift
      var rates: [Double] = []
      rates.append(0.1)
      ```

      ```swift
      //| live: true
      let rate = Slider("Rate", values: [1.0, 2])
      show("\(rates[0] * rate.value)")
      ```
      """#
    ])
    let errors = try story.gradus("build").fails(1).errors
    #expect(
      errors.contains(
        "  note: the block at line 8 is live: this is a run of it alone, with the declarations above it"
      ), "\(errors)")
  }

  @Test func aLiveBlockUsesWhatIsDeclaredAboveIt() throws {
    let story = try CourseStory([
      "lessons/01-a.md": #"""
      # A

      ```swift
      struct Unit { var name: String }
      let units = [Unit(name: "tanh"), Unit(name: "ReLU")]
      print("a statement that no page runs")
      ```

      ```swift
      //| live: true
      let unit = Picker("Unit", units.map(\.name))
      show("\(unit.value) of \(units.count)")
      ```
      """#
    ])
    try story.gradus("build").succeeds()
    #expect(try story.read("_site/a.html").contains("data-live=\"a\" data-block=\"0\""))
    #expect(try story.read("_site/live/a.js").hasPrefix("gradus.live.receive(\"a\", \""))
    #expect(try story.gradus("build").succeeds().output.contains("nothing had to be run"))
    // What stands above, and options, do not change the program, which takes long to compile.
    let page = try story.read("_site/a.html")
    try story.edit("lessons/01-a.md", "# A\n", "# A\n\nA word more.\n")
    try story.edit("lessons/01-a.md", "//| live: true", "//| live: true\n//| echo: false")
    try story.gradus("build").succeeds()
    #expect(try story.read("_site/a.html") != page)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: story.folder.appending(path: ".gradus/live").path
      ).count == 1)
  }

  /// A mark that is dragged shows, to the last digit, what a build shows that begins there.
  @Test(.enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"))
  func aRangeShowsWhereItIsMovedWhatTheBuildWouldShow() throws {
    func page(_ x: Double, _ clips: Bool) throws -> (CourseStory, URL) {
      let story = try CourseStory([
        "lessons/01-a.md": #"""
        # A

        ```swift
        //| label: fig-a
        //| live: only
        let x = Slider("x", in: 0.01...10, step: 0.01, initially: \#(x))
        let clips = Toggle("Clip", isOn: \#(clips))
        show("At \(x.value).") {
            Chart {
                PointMark(x: .value("x", x.value), y: .value("y", clips.isOn ? 1 : 2))
                    .draggable(x: x)
            }
            .chartXScale(domain: 0.01...10, type: .log)
            .chartYScale(domain: 0...3)
        }
        ```
        """#
      ])
      try story.gradus("build").succeeds()
      return (story, story.folder.appending(path: "_site/a.html"))
    }
    let (first, start) = try page(0.1, false)
    let (second, end) = try page(1.37, true)
    defer { withExtendedLifetime((first, second)) {} }
    for browser in LiveBrowser.installed {
      let panel = try LivePanel(start, in: browser)
      try panel.start()
      try panel.move(control: 0, to: 1.37)
      try panel.move(control: 1, to: 1)
      let expected = try LivePanel(end, in: browser).printed(at: [0, 1])
      #expect(try panel.picture() == expected)
      try panel.drag("x", by: (x: -460, y: 0), with: .mouse)
      #expect(try panel.wait(for: "shows('x = 0.01, Clip = on')"))
      #expect(try panel.complaints() == [])
    }
  }
}
