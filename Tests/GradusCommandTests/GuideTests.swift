import Foundation
import Testing

/// The guide's first page, followed to the letter.
@Suite struct GuideTests {
  private static let page = Result {
    try String(
      contentsOf: CourseStory.project.appending(path: "guide/01-your-first-lesson.md"),
      encoding: .utf8)
  }

  /// A text whose lines were broken, and in which other seconds went by.
  private func comparable(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(/[0-9.]+ s\b/, with: "… s")
  }

  @Test func theFirstLessonGoesAsTheGuideSays() throws {
    let story = try CourseStory()
    let page = try Self.page.get()
    var folder = story.folder
    for session in page.matches(of: /(?m)^```console\n((?:.|\n)*?)^```$/) {
      for step in "\n\(session.1)".split(separator: "\n$ ") {
        let lines = step.split(separator: "\n", maxSplits: 1).map(String.init)
        switch lines[0] {
        case "gradus doctor": continue
        case "cd optics": folder = folder.appending(path: "optics")
        case "gradus serve": _ = try shell("gradus build", in: folder)
        default:
          let output = try shell(lines[0], in: folder)
          #expect(comparable(output) == comparable(lines.dropFirst().joined()), "\(lines[0])")
        }
      }
    }
    try story.edit("optics/lessons/01-first-steps.md", "epochs: 60", "epochs: 30")
    let errors = comparable(try shell("gradus check", in: folder))
    let message = try #require(page.firstMatch(of: /```text\n(lessons(?:.|\n)*?)```/))
    #expect(errors.contains(comparable(message.1)), "\(errors)")
  }

  private func shell(_ command: String, in folder: URL) throws -> String {
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(command) 2>&1"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let tools = CourseStory.tool.deletingLastPathComponent().path
    environment["PATH"] = "\(tools):\(environment["PATH"] ?? "")"
    process.environment = environment
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
