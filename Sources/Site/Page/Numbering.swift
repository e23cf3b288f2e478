import Lessons
import TranscriptFormat

/// What each label of a course is called: "Figure 3.2", "Equation 3.1", "Exercise 3.1".
///
/// All count within their lesson, so that a new lesson renames none of another. Headings, which have
/// no numbers, are called by their words.
struct Numbering {
  private(set) var names: [String: String] = [:]
  /// The slug of the lesson that has each label.
  private(set) var lessons: [String: String] = [:]

  init(_ course: Course, _ transcripts: [Transcript]) {
    for (index, lesson) in course.lessons.enumerated() {
      var walk = Walk(
        lesson: lesson, transcript: transcripts[index],
        count: Count(lesson: course.number(of: index), words: course.words))
      walk.name(lesson.blocks)
      for footnote in lesson.footnotes { walk.name(footnote.blocks) }
      names.merge(walk.names) { first, _ in first }
      for label in walk.names.keys { lessons[label] = lessons[label] ?? lesson.slug }
    }
  }

  /// What a link to a label says; a number is not parted from its word at the end of a line.
  func linkText(_ label: String) -> String? {
    guard var name = names[label] else { return nil }
    if name.last?.isNumber == true, !label.hasPrefix("sec-"), let space = name.lastIndex(of: " ") {
      name.replaceSubrange(space...space, with: "\u{A0}")
    }
    return name
  }

  /// Counts what is numbered in one lesson as it comes.
  struct Count {
    let lesson: Int
    let words: FrameWords
    private(set) var figures = 0
    private(set) var tables = 0
    private(set) var equations = 0
    private(set) var exercises = 0

    init(lesson: Int, words: FrameWords) {
      self.lesson = lesson
      self.words = words
    }

    mutating func figure() -> String {
      figures += 1
      return words("Figure %", "\(lesson).\(figures)")
    }

    mutating func table() -> String {
      tables += 1
      return words("Table %", "\(lesson).\(tables)")
    }

    /// The number alone, which stands in parentheses beside the equation.
    mutating func equation() -> String {
      equations += 1
      return "\(lesson).\(equations)"
    }

    mutating func exercise() -> String {
      exercises += 1
      return lastExercise
    }

    /// The exercise counted last.
    var lastExercise: String { words("Exercise %", "\(lesson).\(exercises)") }
  }

  /// Goes through one lesson in the order in which its page is written.
  private struct Walk {
    let lesson: Lesson
    let transcript: Transcript
    var count: Count
    var names: [String: String] = [:]

    mutating func name(_ blocks: [Block]) {
      for block in blocks {
        name(block)
        name(block.nested)
      }
    }

    private mutating func name(_ block: Block) {
      switch block {
      case .heading(_, let id, let inlines):
        if id.hasPrefix("sec-") { names[id] = inlines.plainText }
      case .math(let formula):
        if let label = formula.label { names[label] = count.words("Equation %", count.equation()) }
      case .table(let table):
        guard table.caption != nil else { return }
        let name = count.table()
        if let label = table.label { names[label] = name }
      case .container(let container, _):
        guard container.kind == .exercise else { return }
        let name = count.exercise()
        if let id = container.id { names[id] = name }
      case .experiment(let index): name(experiment: index)
      case .paragraph, .list, .quote, .alert, .code, .thematicBreak, .html: break
      }
    }

    private mutating func name(experiment index: Int) {
      let options = lesson.experiments[index].options
      var first: String?
      if options.output, transcript.outputs.indices.contains(index) {
        for output in transcript.outputs[index] {
          let name = count.name(of: output)
          first = first ?? name
        }
      }
      if let label = options.label { names[label] = first ?? count.words("this code") }
    }
  }
}

extension Numbering.Count {
  /// The name of a figure or table; other outputs have none.
  mutating func name(of output: Output) -> String? {
    switch output {
    case .figure: figure()
    case .table: table()
    case .printed, .text, .failure, .runs, .claim: nil
    }
  }
}

extension Output {
  /// Whether it is counted and can be referred to.
  var isNumbered: Bool {
    switch self {
    case .figure, .table: true
    case .printed, .text, .failure, .runs, .claim: false
    }
  }
}

extension Block {
  /// The blocks that stand in this one.
  var nested: [Block] {
    switch self {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let blocks), .alert(_, let blocks), .container(_, let blocks): blocks
    case .heading, .paragraph, .table, .code, .experiment, .math, .thematicBreak, .html: []
    }
  }
}
