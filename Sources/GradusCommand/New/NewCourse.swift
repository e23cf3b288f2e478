import ArgumentParser
import Foundation

/// `gradus new course`: a folder that builds at once and whose first lesson teaches the format.
struct NewCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Begin a course in a new folder.",
    discussion: """
      Example:
        gradus new course optics
        cd optics && gradus build
      """)

  @Argument(help: "The new folder. Its name becomes the course's title.")
  var folder: String

  func run() throws {
    let root = URL(fileURLWithPath: folder)
    let lessons = root.appending(path: "lessons")
    guard !FileManager.default.fileExists(atPath: lessons.path) else {
      throw ValidationError("\(folder)/lessons is there already; it stays as it is.")
    }
    let title = Scaffold.title(of: root.lastPathComponent)
    try Scaffold.write(
      "title: \(Scaffold.quoted(title))\nlanguage: en\n", to: lessons, "course.yml")
    try Scaffold.write(Scaffold.firstLesson, to: lessons, "01-first-steps.md")
    let ignored = root.appending(path: ".gitignore")
    if !FileManager.default.fileExists(atPath: ignored.path) {
      try Scaffold.write("_site/\n.gradus/\n", to: root, ".gitignore")
    }
    print(
      """
      \(folder)/lessons/course.yml
      \(folder)/lessons/01-first-steps.md
      Next: cd \(folder) && gradus build
      """)
  }
}
