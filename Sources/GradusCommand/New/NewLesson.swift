import ArgumentParser
import Foundation

/// `gradus new lesson`: the next lesson of a course.
struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Begin the next lesson of a course.",
    discussion: """
      Example:
        gradus new lesson "Long sequences"    lessons/07-long-sequences.md, after lesson 6
      """)

  @Argument(help: "The lesson's title.")
  var title: String

  @Argument(help: "The course's folder.", completion: .directory)
  var folder = FileManager.default.fileExists(atPath: "course.yml") ? "." : "lessons"

  func run() throws {
    let course = URL(fileURLWithPath: folder)
    guard FileManager.default.fileExists(atPath: course.appending(path: "course.yml").path) else {
      throw ValidationError(
        "\(folder) is no course: it has no course.yml. `gradus new course NAME` begins one.")
    }
    let name = Scaffold.address(of: title)
    guard !name.isEmpty else {
      throw ValidationError("“\(title)” has no letter or digit to name a file by.")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: course.path)
    let last = files.compactMap { $0.prefixMatch(of: /(\d+)-/).flatMap { Int($0.1) } }.max() ?? 0
    let number = last + 1
    let file = "\(number < 10 ? "0" : "")\(number)-\(name).md"
    try Scaffold.write(Scaffold.lesson(title), to: course, file)
    print(folder == "." ? file : "\(folder)/\(file)")
  }
}
