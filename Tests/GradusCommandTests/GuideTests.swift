import Foundation
import Testing

/// Each page of the guide goes as it says. What only its words, `sh` and recipes show needs a
/// network, a server or the right to install, and is not run here.
@Suite struct GuideTests {
  private let first = "lessons/01-first-steps.md"
  private let second = "lessons/02-long-sequences.md"

  @Test func yourFirstLesson() throws {
    let guide = try Guide("01-your-first-lesson", begins: true)
    guide.skip()  // gradus doctor tells the folders of this machine
    try guide.follow()
    try guide.follow()
    try guide.edit(first, "epochs: 100", "epochs: 30")
    try guide.follow()
    try guide.edit(first, "epochs: 30", "epochs: 100")
    try guide.follow()
    try guide.follow()
    #expect(guide.isDone)
  }

  @Test func checkingClaims() throws {
    let guide = try Guide("07-checking-claims")
    let text = try String(contentsOf: guide.folder.appending(path: second), encoding: .utf8)
    try guide.write(
      second,
      """
      # Long sequences

      ```swift
      let ratio = 0.25
      expect(ratio, in: 0.3...0.4, "A layer keeps a third")
      ```
      """)
    try guide.follow()
    try guide.write(second, text)
    try guide.follow()
    try guide.edit(first, "noise: 0.03", "noise: 0.06")
    try guide.follow()
    try guide.edit(first, "noise: 0.06", "noise: 0.03")
    try guide.edit(first, "in: 0.9...1", "in: 0.99...1")
    try guide.follow()
    try guide.edit(first, "in: 0.99...1", "in: 0.9...1")
    try guide.follow()
    #expect(guide.isDone)
    let pinned = try String(
      contentsOf: guide.folder.appending(path: "lessons/results.lock"), encoding: .utf8)
    let page = try String(
      contentsOf: CourseStory.project.appending(path: "guide/07-checking-claims.md"),
      encoding: .utf8)
    let shown = try #require(page.firstMatch(of: /```text\n(01-first-steps.md\n(?:.|\n)*?)```/))
    func words(_ text: some StringProtocol) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(words(pinned).contains(words(shown.1)), "\(pinned)")
  }

  @Test func publishing() throws {
    let guide = try Guide("08-publishing")
    try guide.follow()
    try guide.follow()
    try FileManager.default.copyItem(
      at: guide.folder.appending(path: "_site/code/first-steps.swift"),
      to: guide.folder.appending(path: "first-steps.swift"))
    try guide.follow()
    #expect(guide.isDone)
  }

  @Test func whenSomethingIsWrong() throws {
    let guide = try Guide("09-when-something-is-wrong")
    let text = try String(contentsOf: guide.folder.appending(path: second), encoding: .utf8)
    try guide.write(
      second,
      """
      # Long sequences

      ```swift
      let ratio = 0.25
      ```

      It keeps `{swift} ratio` of it, as [the first lesson](01-first-step.md) shows.
      """)
    try guide.follow()
    try guide.write(
      second,
      """
      # Long sequences

      ```swift
      print("so far")
      func third(_ a: [Double]) -> Double { a[2] }
      _ = third([0.1, 0.2])
      ```
      """)
    try guide.follow()
    try guide.write(second, "# Long sequences\n\n```swift\n//| timeout: 0.5\nwhile true {}\n```\n")
    try guide.write(
      "lessons/03-memory.md",
      """
      # Memory

      ```swift
      let numbers = [Double](repeating: 0, count: 1_000_000_000)
      ```
      """)
    try guide.write(
      "lessons/04-output.md",
      """
      # Output

      ```swift
      //| output-limit: 1 MB
      for n in 0..<2_000_000 { print(n) }
      ```
      """)
    try guide.write(
      "lessons/05-deep.md",
      """
      # Deep

      ```swift
      func depth(_ n: Int) -> Int { 1 + depth(n + 1) }
      print(depth(0))
      ```
      """)
    try guide.follow()
    for name in ["03-memory", "04-output", "05-deep"] { try guide.remove("lessons/\(name).md") }
    try guide.write(
      second,
      """
      # Long sequences

      ```swift
      let name = "data/" + "x.csv"
      let data = Dataset.csv(name, label: "l")
      ```
      """)
    try guide.follow()
    try guide.write(
      second,
      #"""
      # Long sequences

      It is $\frac{1}$.

      ::: aside
      ```swift
      //| lable: fig-x
      print(1)
      ```
      """#)
    try guide.follow()
    try guide.write(second, text)
    try guide.edit(first, "seed: 1)", "seed: 2)")
    try guide.follow()
    try guide.follow(path: "/nowhere")
    #expect(guide.isDone)
  }

  @Test func makeItYours() throws {
    let guide = try Guide("10-make-it-yours")
    try guide.write("lessons/theme/lesson.mustache", "<h1>\n  {{#title}}{{title}}\n</h1>\n")
    try guide.write("lessons/theme/style2.css", "")
    try guide.follow()
    #expect(guide.isDone)
  }

  /// The other pages show only what is on them.
  @Test(arguments: [
    "02-blocks-of-swift", "03-what-a-block-shows", "04-text", "05-questions-and-notes",
    "06-charts-by-example",
  ])
  func showsNoSession(_ page: String) throws {
    #expect(try Guide(page, begins: true).isDone)
  }
}
