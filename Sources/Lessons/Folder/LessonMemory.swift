/// The lessons of a course as they were read the last time, for a course that is read again and
/// again while it is written.
public final class LessonMemory: Sendable {
  private let lessons = Remembered<Input, ReadLesson>()

  /// A memory of nothing.
  public init() {}

  /// What a lesson's own text follows from besides its file.
  struct Context: Equatable, Sendable {
    let allowsHTML: Bool
    let glossary: [Term]
    /// A fence can take its code from any file, and its errors name others.
    let paths: [String]
    let code: [[UInt8]?]

    init(_ folder: CourseFolder, _ course: Course) {
      (allowsHTML, glossary, paths) = (course.allowsHTML, course.glossary, folder.paths)
      code = folder.paths.filter { $0.hasSuffix(".swift") }.map(folder.bytes)
    }
  }

  private struct Input: Equatable {
    let folder: String
    let bytes: [UInt8]
    let context: Context
  }

  /// Reads the lesson `name` of a folder, or takes what the same bytes gave before; nil where the
  /// file cannot be read.
  func lesson(_ name: String, in folder: CourseFolder, _ context: Context) -> ReadLesson? {
    guard let bytes = folder.bytes(of: name) else { return nil }
    let input = Input(folder: folder.name, bytes: bytes, context: context)
    let lesson = lessons.value(name, for: input) {
      let file = SourceFile(path: "\(folder.name)/\(name)", contents: bytes)
      let lesson = ReadLesson(file, name: name, in: folder, allowsHTML: context.allowsHTML)
      if file.isText { lesson.linkTerms(context.glossary) }
      return lesson
    }
    return ReadLesson(copying: lesson)
  }
}
