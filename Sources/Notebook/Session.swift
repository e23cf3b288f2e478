import Lessons

/// One program of a lesson: the experiments that share their declarations, in reading order.
///
/// A session is described without the lesson's lines and names, so that its results stay valid
/// when only the text around it changes.
package struct Session: Sendable {
  /// The lesson's index in the course.
  let lessonIndex: Int
  let lesson: Lesson
  /// The name that the experiments give, empty for the lesson's main session.
  package let name: String
  /// The indices in the lesson of the experiments that run.
  package let experiments: [Int]
  /// The indices of those that are only compiled (`eval: false`, `error: compile`).
  package let compiledOnly: [Int]
  /// The indices of the inline values that this session computes.
  package let values: [Int]

  /// The sessions of a course that have anything to compile, in reading order.
  package static func all(of course: Course) -> [Session] {
    course.lessons.enumerated().flatMap { index, lesson in all(of: lesson, at: index) }
  }

  /// The sessions of a lesson.
  static func all(of lesson: Lesson, at lessonIndex: Int) -> [Session] {
    var names: [String] = []
    for experiment in lesson.experiments where experiment.options.compile {
      if !names.contains(experiment.options.session) { names.append(experiment.options.session) }
    }
    return names.map { name in
      let members = lesson.experiments.indices.filter {
        let options = lesson.experiments[$0].options
        return options.compile && options.session == name
      }
      return Session(
        lessonIndex: lessonIndex, lesson: lesson, name: name,
        experiments: members.filter { lesson.experiments[$0].runs },
        compiledOnly: members.filter { !lesson.experiments[$0].runs },
        values: lesson.values.indices.filter {
          lesson.experiments[lesson.values[$0].experiment].options.session == name
        })
    }
  }

  /// The session as messages name it.
  var title: String { name.isEmpty ? lesson.path : "\(lesson.path), session “\(name)”" }

  /// The files of the course that the session's code names, and so may read and depends on.
  ///
  /// A program can read no other file of the course, so that what it depends on is known.
  package func namedFiles(among files: [String]) -> [String] {
    // Bytes, since every build looks for every file in all code.
    let code = (experiments + compiledOnly).map {
      Array(lesson.experiments[$0].code.joined(separator: "\n").utf8)
    }
    return files.filter { file in
      let fileName = Array((file.split(separator: "/").last ?? file[...]).utf8)
      return code.contains { $0.holds(fileName) }
    }
  }
}

extension [UInt8] {
  /// Whether some bytes, at least one, stand in these.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return false }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if self[start...].starts(with: part) { return true }
      rest = self[(start + 1)...]
    }
    return false
  }
}
