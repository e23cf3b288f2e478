/// What the pages say by themselves, in the course's language.
///
/// `course.yml` replaces any of the English phrases under `words`:
///
///     words:
///       Figure %: Abbildung %
///       Next: Weiter
public struct FrameWords: Equatable, Sendable {
  private var own: [String: String] = [:]

  /// English words.
  public init() {}

  /// What a phrase is in the course's language, `%` replaced by the values in turn.
  ///
  ///     course.words("Figure %", "3.1")   // == "Abbildung 3.1"
  public func callAsFunction(_ phrase: String, _ values: String...) -> String {
    let parts = self[phrase].split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, values + [""]).map { "\($0)\($1)" }.joined()
  }

  /// The phrase with its places `%`.
  package subscript(phrase: String) -> String {
    assert(Self.english.contains(phrase), "'\(phrase)' is no phrase that a course can translate")
    return own[phrase] ?? phrase
  }

  /// Whether all is English.
  package var isEnglish: Bool { own.isEmpty }

  /// The course's phrases among these, by their English.
  package func own(among phrases: [String]) -> [(english: String, own: String)] {
    phrases.compactMap { phrase in own[phrase].map { (phrase, $0) } }
  }

  /// Takes what `course.yml` says.
  mutating func read(_ yaml: YAMLMapping, _ file: SourceFile) {
    for (phrase, text, position) in yaml.pairs("words") {
      func count(_ text: String) -> Int { text.count { $0 == "%" } }
      if !Self.english.contains(phrase) {
        file.error(
          "'\(phrase)' is no phrase of the pages' frame.", at: position,
          help: nearestName(to: phrase, in: Self.english))
      } else if count(text) != count(phrase) {
        file.error(
          "'\(phrase)' has \(count(phrase)) of the places %, and '\(text)' has \(count(text)).",
          at: position)
      } else {
        own[phrase] = text
      }
    }
  }

  /// The phrases, each also its own name.
  public static let english: [String] = inScripts + inLiveBlocks + inStyle + inText + ofDeclarations

  private static let inText: [String] = [
    // Around every page.
    "Skip to the text", "Search", "Lessons", "Source", "Glossary", "What the lecture said",
    "Declarations", "The whole course on one page", "Made with %.",
    "What the code on this page shows was measured while the page was built, with %.",
    "Keyboard shortcuts", "the lesson before", "the lesson after", "the course’s first page",
    "light or dark", "search", "this list", "Use these shortcuts", "Search in this course",
    "Close",
    // A lesson and its place in the course.
    "Lesson %", "% min", "Go on with %", "Read first:", "The code of this lesson",
    "one Swift file", "Previous and next lesson", "Previous", "Next", "… % before", "… % more",
    // What is numbered.
    "Figure %", "Table %", "Equation %", "Exercise %", "this code", "Formula", "Table",
    "Permanent link to “%”", "Data of %", "The drawing as SVG", "% as SVG", "All values as CSV",
    "% as CSV", "Claims",
    // What is cited, and runs to take along.
    "% and %", "and %", "% et al.", "n.d.",
    "% as event file", "1 step", "% steps", "1 tag", "% tags", "% bytes",
    "To compare them, put each file into a folder of its own inside %, then %",
    // The parts of a text.
    "Note", "Tip", "Important", "Warning", "Caution", "Done", "Not done", "References",
    "Footnotes",
    "Footnote %", "Back to reference % of footnote %", "Solution of %",
    "What do you expect?", "Prediction", "See what happens", "A question", "Question", "Right.",
    "Not so.", "checked", "does not hold", "measured %", "measured %, expected %",
    "right", "imprecise", "wrong", "opinion",
    // Pages of their own.
    "Claim", "Verdict", "Judged by",
    "Nothing here", "There is no such page. These are the lessons:", "the whole course",
    aboutTheLecture, aboutTheWholeCourse,
  ]

  package static let aboutTheLecture = """
    Every claim of %, and what judged it. The build of this course fails if a claim has no judge, \
    or if a check does not hold.
    """
  package static let aboutTheWholeCourse = """
    This page is for printing and for searching with the browser. Each lesson’s own page has the \
    data of its figures, files to take along, and controls that move.
    """

  /// Those that a page's scripts say.
  package static let inScripts: [String] = [
    "Light", "Dark", "Copy", "Copied", "read", "Your prediction", "Choose first, then see.",
    "your answer", "Nothing found.", "One place.", "% places.",
  ]

  /// Those that only pages with live blocks say.
  package static let inLiveBlocks: [String] = [
    "%.", "At %", "As printed", "As printed, at %.", "Computing …", "Stop", "Stopped.", "Reset",
    "%, after a quarter of its steps", "%, after a sixteenth of its steps",
    "The faint marks are at %.", "The checks are at %.",
    "The faint marks and the checks are at %.",
    "Computed by this browser; its last digits may differ from the printed ones.",
    "Marks with arrows can be dragged.",
    "The program had not ended after % seconds, which is all that a page gives it.",
    "The program asked for more than the 256 MB of memory that a page gives it.",
    "The program ran out of stack (a function that calls itself without end?).",
    "The program trapped: an overflow, a nil that was unwrapped, or an index out of range.",
    "The program stopped: %",
  ]

  /// Those that live blocks say as well as the text.
  package static let inFigures = [
    "Data of %", "The drawing as SVG", "% as SVG", "All values as CSV", "% as CSV",
  ]

  /// Those of the pages about the engine's declarations.
  private static let ofDeclarations: [String] = [
    "What a lesson’s code can use, by module.", "% of %",
    "Structure", "Class", "Enumeration", "Protocol", "Actor", "Type alias", "Macro", "Variable",
    "Function", "Functions", "Member",
    "Cases", "Initializers", "Type properties", "Type methods", "Properties", "Methods",
    "Subscripts", "Operators", "Types",
    "Conforms to", "Conforming types:",
    "Complexity", "Postcondition", "Precondition", "Requires", "Returns", "See also", "Throws",
  ]

  /// Those that the style sheet says.
  package static let inStyle = ["Hide the code"]
}
