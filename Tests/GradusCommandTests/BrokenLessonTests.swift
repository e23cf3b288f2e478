import Foundation
import TestSupport
import Testing

/// What authors get wrong, and what is said to them: `Broken/NAME.md` is a lesson with a mistake and
/// `NAME.txt` what is said against it. `Broken/course` is the course that they all stand in.
///
/// A folder `Broken/course-…` is a course with mistakes that only a whole course can make.
@Suite struct BrokenLessonTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Broken")
  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))
    .map { $0.sorted() } ?? []
  static let courses = names.filter { $0.hasPrefix("course-") && !$0.contains(".") }

  @Test func everyMistakeOfACourseIsToldInOneRunAndTheOldSiteStays() throws {
    let lessons = Self.names.filter { $0.hasSuffix(".md") }
    #expect(lessons.count > 100)
    let story = try CourseStory()
    try story.copy(Self.folder.appending(path: "course"), to: "lessons")
    try story.gradus("build").succeeds()
    let site = try story.contents(of: "_site")
    for lesson in lessons {
      try story.write("lessons/\(lesson)", Data(contentsOf: Self.folder.appending(path: lesson)))
    }
    var (said, summary) = Self.messages(try story.gradus("build").fails(1).errors)
    for lesson in lessons {
      let text = said.removeValue(forKey: "lessons/\(lesson)") ?? ""
      expectGolden(text, lesson.dropLast(3) + ".txt", in: "Broken")
    }
    #expect(said.isEmpty, "said of no lesson with a mistake")
    #expect(summary.contains(/^\d+ errors; the site is unchanged\.\n$/))
    #expect(try story.contents(of: "_site") == site)
  }

  @Test(arguments: courses) func everyMistakeOfAWholeCourseIsTold(_ course: String) throws {
    let story = try CourseStory()
    try story.copy(Self.folder.appending(path: course), to: "lessons")
    expectGolden(try story.gradus("check").fails(1).errors, "\(course).txt", in: "Broken")
  }

  @Test func everyTextBelongsToAMistake() {
    for name in Self.names where name.hasSuffix(".txt") && !name.contains(".changed.") {
      let mistake = String(name.dropLast(".txt".count))
      #expect(Self.names.contains("\(mistake).md") || Self.courses.contains(mistake), "\(name)")
    }
  }

  /// What is said of each file, and the line below it all.
  private static func messages(_ errors: String) -> ([String: String], summary: String) {
    var said: [String: String] = [:]
    var file = ""
    var lines = errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let summary = lines.popLast().map { "\($0)\n" } ?? ""
    for line in lines {
      if let start = line.prefixMatch(
        of: #/([^:]+\.(?:md|yml|swift))(?::\d+:\d+)?: (?:error|warning): /#)
      {
        file = String(start.1)
      }
      said[file, default: ""] += "\(line)\n"
    }
    return (said, summary)
  }
}
