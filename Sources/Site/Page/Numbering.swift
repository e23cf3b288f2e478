import Lessons
import TranscriptFormat

/// What each label of a course is called: "Figure 3.2", "Table 3.1".
///
/// Figures and tables count within their lesson, so that a new lesson renames none of another.
struct Numbering {
  private(set) var names: [String: String] = [:]

  init(_ course: Course, _ transcripts: [Transcript]) {
    for (index, lesson) in course.lessons.enumerated() {
      var count = Count(lesson: course.number(of: index))
      for (experiment, outputs) in zip(lesson.experiments, transcripts[index].outputs)
      where experiment.options.output {
        let shown = outputs.compactMap { count.name(next: $0) }
        guard let label = experiment.options.label else { continue }
        names[label] = shown.first ?? "this code"
      }
    }
  }

  /// Names the figures and tables of one lesson as they come.
  struct Count {
    let lesson: Int
    private(set) var figures = 0
    private(set) var tables = 0

    init(lesson: Int) { self.lesson = lesson }

    mutating func name(next output: Output) -> String? {
      switch output {
      case .figure:
        figures += 1
        return "Figure \(lesson).\(figures)"
      case .table:
        tables += 1
        return "Table \(lesson).\(tables)"
      case .printed, .text, .claim: return nil
      }
    }
  }
}

extension Output {
  /// Whether it is counted and can be referred to.
  var isNumbered: Bool {
    switch self {
    case .figure, .table: true
    case .printed, .text, .claim: false
    }
  }
}
