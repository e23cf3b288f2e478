import Lessons

/// The Swift of a lesson as files that run by themselves, one for each session.
struct LessonCode {
  let lesson: Lesson
  /// The lesson's number in the course.
  let number: Int
  let course: String

  /// The files, the lesson's main session first.
  var files: [SiteFile] {
    var sessions: [String] = []
    for experiment in lesson.experiments where experiment.lasts {
      if !sessions.contains(experiment.options.session) {
        sessions.append(experiment.options.session)
      }
    }
    return sessions.map { session in
      let name = session.isEmpty ? lesson.slug : "\(lesson.slug)-\(session)"
      return SiteFile(
        path: "code/\(name).swift", contents: .text(text(of: session, file: "\(name).swift")))
    }
  }

  private func text(of session: String, file: String) -> String {
    var writer = Writer(lesson: lesson, session: session)
    writer.add(lesson.blocks)
    return """
      // \(lesson.title)
      // \(course), lesson \(number)
      //
      // gradus run \(file)
      \(writer.text)
      """
  }

  /// Writes the experiments of a session under the headings that they stand under.
  private struct Writer {
    let lesson: Lesson
    let session: String
    var text = ""
    private var heading: String?

    init(lesson: Lesson, session: String) {
      self.lesson = lesson
      self.session = session
    }

    mutating func add(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(_, _, let inlines): heading = inlines.plainText
        case .experiment(let index): add(lesson.experiments[index])
        default: add(block.nested)
        }
      }
    }

    private mutating func add(_ experiment: Experiment) {
      guard experiment.lasts, experiment.options.session == session else { return }
      if let heading { text += "\n// MARK: - \(heading)\n" }
      heading = nil
      text += "\n\(experiment.ownCode)\n"
    }
  }
}
