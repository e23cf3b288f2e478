import Lessons
import TranscriptFormat

/// The text of one lesson's page, written from top to bottom.
struct LessonBody {
  let lesson: Lesson
  let transcript: Transcript
  let context: Context
  /// What runs its live blocks in a browser, if it has any.
  let live: LiveProgram?
  /// Where names in its code lead: not those that the lesson gives a meaning of its own.
  let symbols: SymbolLinks

  /// The headings that the page's own contents list.
  var sections: [Section] = []
  var diagnostics: [Diagnostic] = []
  /// The values of its figures.
  var files: [SiteFile] = []
  var count: Numbering.Count
  /// The experiments with controls so far.
  var sweeps: [ShownSweep] = []
  var predictions = 0
  /// How often it has offered runs so far.
  var runGroups = 0
  var quizzes = 0
  /// A prediction that the next output answers.
  var waiting: Reveal?
  /// Whether the text of a link is being written, in which no other link can be.
  var isInLink = false
  /// The keys of the works cited so far, each once.
  var cited: [String] = []
  /// How often each footnote has been referred to so far.
  var footnoteReferences: [Int]

  /// What all pages of a course share.
  struct Context {
    var formulas: Formulas
    var numbering: Numbering
    var bibliography: Bibliography
    var glossary: [Term]
    var allowsHTML: Bool
    var imageSizes: [String: ImageSize] = [:]
    var words = FrameWords()
    /// Where the names of the engine's declarations lead.
    var symbols = SymbolLinks.none
    /// For figures as files.
    var colors: PageColors
  }

  /// A heading.
  struct Section: Equatable {
    var level: Int
    var id: String
    var title: HTML
  }

  init(
    _ lesson: Lesson, _ transcript: Transcript, number: Int, live: LiveProgram? = nil,
    context: Context
  ) {
    self.lesson = lesson
    self.live = live
    self.transcript = transcript
    count = Numbering.Count(lesson: number, words: context.words)
    self.context = context
    var symbols = context.symbols
    if !symbols.isEmpty {
      for experiment in lesson.experiments {
        symbols.hidden.formUnion(
          LinkedCode.declaredNames(in: experiment.code.joined(separator: "\n")))
      }
    }
    self.symbols = symbols
    footnoteReferences = Array(repeating: 0, count: lesson.footnotes.count)
  }

  /// The whole text with its footnotes and references.
  mutating func html() -> HTML {
    var parts = Parts()
    var whole: HTML = ""
    // Markup that a lesson brings along may be open from one block to another.
    var isWhole = false
    // What waits for a prediction may be in the experiment below as well.
    var isExperiment = false
    for block in lesson.blocks {
      let html = blocks([block])
      whole += html
      switch block {
      case .heading(let level, _, _): parts.append(html, heading: level)
      case .html where context.allowsHTML: isWhole = true
      case .experiment:
        parts.append(html, isBound: isExperiment)
        isExperiment = true
        continue
      default: parts.append(html)
      }
      isExperiment = false
    }
    for end in [footnotes(), references()] {
      whole += end
      parts.append(end)
    }
    return isWhole ? whole : parts.html
  }

  /// An error at the first line that has `text`, since links carry no position.
  mutating func refuse(_ text: String, _ message: String, help: String) {
    let index = lesson.lines.firstIndex { $0.contains(text) }
    let line = index.map { lesson.lines[$0] }
    let column = line.flatMap { line in
      line.firstRange(of: text).map { line[..<$0.lowerBound].utf8.count + 1 }
    }
    diagnostics.append(
      Diagnostic(
        .error, path: lesson.path,
        position: index.map { Position(line: $0 + 1, column: column ?? 1) }, message, help: help,
        sourceLine: line))
  }
}
