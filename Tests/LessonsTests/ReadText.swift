import Lessons

/// Reads one lesson of a course that has no other.
func read(
  _ text: String, settings: String = "title: Course", files: [(path: String, text: String)] = []
) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
  read(bytes: Array(text.utf8), settings: settings, files: files)
}

func read(
  bytes: [UInt8], settings: String = "title: Course", files: [(path: String, text: String)] = []
) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
  let folder = CourseFolder(
    name: "lessons",
    contents: [("course.yml", Array(settings.utf8)), ("01-example.md", bytes)]
      + files.map { ($0.path, Array($0.text.utf8)) })
  let (course, diagnostics) = Course.read(folder)
  let missingTitle = "The lesson has no title."
  return (course.lessons.first, diagnostics.filter { $0.message != missingTitle })
}
