import Lessons

/// The Swift file that a session becomes.
///
/// Every line of a lesson keeps its own position through `#sourceLocation`, and its column through
/// padding, so that what the compiler says of it needs no translation.
package struct SessionSource {
  package private(set) var text = ""
  /// Whether lines are counted as the lesson's.
  private var isInLesson = false
  /// The variables to mark as deprecated, by the experiment that declares them.
  private var marked: [Int: Set<String>] = [:]

  /// The program in which the compiler tells every use of some variables.
  init(marking suspects: [ForwardReference], of session: Session) {
    marked = Dictionary(grouping: suspects, by: \.declaration).mapValues { Set($0.map(\.name)) }
    add(session, upTo: .max)
  }

  /// The program that runs the session's experiments, or those of them up to one.
  package init(running session: Session, upTo lastExperiment: Int = .max) {
    add(session, upTo: lastExperiment)
  }

  private mutating func add(_ session: Session, upTo lastExperiment: Int) {
    for (index, experiment) in session.experiments.enumerated() where experiment <= lastExperiment {
      leaveLesson()
      if session.lesson.experiments[experiment].lasts {
        let isLiveOnly = session.lesson.experiments[experiment].options.isLiveOnly
        text += "LessonProgram.begin(\(index)\(isLiveOnly ? ", sweeps: false" : ""))\n"
        add(
          session.lesson.experiments[experiment], of: session.lesson,
          marking: marked[experiment] ?? [])
      } else {
        text += "if LessonProgram.beginFailing(\(index)) {\n"
        add(session.lesson.experiments[experiment], of: session.lesson)
        leaveLesson()
        text += "LessonProgram.endFailing()\n}\n"
      }
      // What a value above the first running experiment needs is not there yet.
      let last = index == session.experiments.count - 1
      let end = last ? Int.max : session.experiments[index + 1]
      let start = index == 0 ? 0 : experiment
      for (index, value) in session.values.enumerated()
      where (start..<end).contains(session.lesson.values[value].experiment) {
        add(session.lesson.values[value], index, of: session.lesson)
      }
    }
    leaveLesson()
    text += "LessonProgram.end()\n"
  }

  /// The program that shows whether an experiment with `eval: false` compiles after what it
  /// could use: everything above it that runs.
  package init(checking experiment: Int, in session: Session) {
    for above in session.experiments
    where above < experiment && session.lesson.experiments[above].lasts {
      add(session.lesson.experiments[above], of: session.lesson)
    }
    add(session.lesson.experiments[experiment], of: session.lesson)
  }

  /// All that runs above a live experiment.
  package init(above experiment: Int, in session: Session) {
    for above in session.experiments
    where above < experiment && session.lesson.experiments[above].lasts {
      add(session.lesson.experiments[above], of: session.lesson)
    }
    leaveLesson()
  }

  /// The program that runs a live experiment alone.
  package init(live experiment: Int, in session: Session) {
    text = "LessonProgram.begin(0, sweeps: false)\n"
    add(session.lesson.experiments[experiment], of: session.lesson)
    leaveLesson()
    text += "LessonProgram.end()\n"
  }

  private mutating func leaveLesson() {
    if isInLesson { text += "#sourceLocation()\n" }
    isInLesson = false
  }

  private mutating func enter(_ path: String, line: Int) {
    isInLesson = true
    text += "#sourceLocation(file: \"\(path.swiftLiteral)\", line: \(line))\n"
  }

  private mutating func add(
    _ experiment: Experiment, of lesson: Lesson, marking marked: Set<String> = []
  ) {
    enter(experiment.path ?? lesson.path, line: experiment.position.line)
    for (line, column) in zip(experiment.code, experiment.columns) {
      if !marked.isEmpty, !marked.isDisjoint(with: ForwardReference.variables(in: [line])) {
        text += "@available(*, deprecated) "
      }
      text += line.isEmpty ? "\n" : String(repeating: " ", count: max(0, column - 1)) + line + "\n"
    }
  }

  private mutating func add(_ value: InlineValue, _ index: Int, of lesson: Lesson) {
    enter(lesson.path, line: value.position.line)
    let call = "_v(\(index),"
    // "`{swift} " is as long as the call for three digits, so the column always holds.
    let padding = max(0, value.position.column - 1 - call.utf8.count)
    text += call + String(repeating: " ", count: padding) + value.expression + ")\n"
  }
}

extension String {
  /// The text with what would end or change a Swift string literal escaped.
  fileprivate var swiftLiteral: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
