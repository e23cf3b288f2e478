import Foundation
import Lessons
import Testing

/// The format by example: `lesson-format.md` beside this file is at once its description and its test.
///
/// A fence whose first line is `# name` or `// name`, with a dot in it, holds a file that the course has beside the lesson; a
/// fence of four backticks holds a lesson, a line with a dot, and the tree and problems read from it.
@Suite struct FormatTests {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "lesson-format.md")

  @Test func readsEveryExampleAsDescribed() throws {
    var lines = try String(contentsOf: Self.path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil
    let files = Self.files(in: lines)
    var count = 0
    var line = 0
    while let start = lines[line...].firstIndex(of: "````") {
      let dot = try #require(lines[start...].firstIndex(of: "."), "no dot after line \(start + 1)")
      let end = try #require(lines[dot...].firstIndex(of: "````"), "no end of line \(start + 1)")
      let input = lines[(start + 1)..<dot].map { $0 + "\n" }.joined()
      let actual = Self.answer(to: input, beside: files)
      if isRecording {
        lines.replaceSubrange((dot + 1)..<end, with: actual)
      } else if actual != Array(lines[(dot + 1)..<end]) {
        Issue.record("lesson-format.md:\(start + 1) is read as\n\(actual.joined(separator: "\n"))")
      }
      count += 1
      line = dot + 1 + (isRecording ? actual.count : end - dot - 1) + 1
    }
    #expect(count > 30)
    guard isRecording else { return }
    try lines.joined(separator: "\n").write(to: Self.path, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(count) examples. Read them, then run without RECORD_GOLDEN.")
  }

  private static func files(in lines: [String]) -> [(path: String, text: String)] {
    lines.indices.dropLast().compactMap { start in
      guard lines[start].hasPrefix("```"),
        let name = lines[start + 1].wholeMatch(of: /(?:#|\/\/) (\S+\.\w+)/)
      else { return nil }
      let body = lines[(start + 1)...].prefix { $0 != "```" }
      return (String(name.output.1), body.map { $0 + "\n" }.joined())
    }
  }

  /// The tree and the problems of a lesson, line by line.
  private static func answer(
    to input: String, beside files: [(path: String, text: String)]
  ) -> [String] {
    let settings = files.first { $0.path == "course.yml" }?.text ?? "title: Course"
    let (lesson, diagnostics) = read(
      input, settings: settings, files: files.filter { $0.path != "course.yml" })
    let text = ([lesson?.dump ?? ""] + diagnostics.map(\.dump)).filter { !$0.isEmpty }
    return text.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
