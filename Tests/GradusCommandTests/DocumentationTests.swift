import Foundation
import Testing

/// The project's own folder.
private let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Every example in the documentation that states an answer, `expression  // == answer`, has it: all
/// of them together are a lesson, and each answer is a claim of it.
@Test(arguments: ["TrainingEngine", "SVGCharts", "LessonKit"])
func theExamplesOfTheDocumentationAnswerWhatTheySay(_ module: String) throws {
  let examples = try sources(of: module).flatMap(examples)
  #expect(examples.count >= 1)
  let lesson = examples.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
  let story = try CourseStory(["lessons/01-examples.md": "# Examples\n\n" + lesson])
  try story.gradus("build").succeeds()
}

private func sources(of module: String) throws -> [URL] {
  let folder = project.appending(path: "Sources/\(module)")
  return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
}

/// The examples of a file that state answers, each as a block of its own.
private func examples(in file: URL) throws -> [String] {
  var examples: [String] = []
  var example: [String] = []
  var answers = 0
  var isFenced = false
  func end() {
    if answers > 0 { examples.append("do {\n" + example.joined(separator: "\n") + "\n}") }
    (example, answers) = ([], 0)
  }
  let lines = try String(contentsOf: file, encoding: .utf8).split(
    separator: "\n", omittingEmptySubsequences: false)
  for (index, line) in lines.enumerated() {
    guard let comment = line.firstMatch(of: /^ *\/\/\/ ?(.*)$/)?.output.1 else {
      end()
      isFenced = false
      continue
    }
    if comment.hasPrefix("```") {
      end()
      isFenced = comment == "```swift"
    } else if isFenced || comment.hasPrefix("    ") {
      let place = "\(file.lastPathComponent):\(index + 1)"
      if let claim = claim(in: String(comment), place) {
        example.append(claim)
        answers += 1
      } else {
        example.append(String(comment))
      }
    } else {
      end()
    }
  }
  end()
  return examples
}

/// `expression  // == answer` as a claim; nil of a line that states no answer.
private func claim(in line: String, _ place: String) -> String? {
  guard let parts = line.firstMatch(of: /^(.*?) *\/\/ == (.*)$/)?.output else { return nil }
  // In parentheses, since the expression may itself be a comparison.
  return "expect((\(parts.1)) == \(parts.2), \"the example at \(place)\")"
}
