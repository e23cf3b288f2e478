/// A `swift` fence: code that is shown, compiled and run.
public struct Experiment: Equatable, Sendable {
  /// The code, line by line, as it is compiled: option lines are blank, so that line numbers hold.
  public var code: [String]
  /// The file that the code comes from, as messages show it; nil for the lesson's own.
  ///
  /// `position` and `columns` are that file's, `fenceLine` is the lesson's.
  public var path: String?
  /// Where the code's first line begins; columns count the indentation that the fence had.
  public var position: Position
  /// The column at which each line of the code begins, for code in lists and quotes.
  ///
  /// It may be below 1, where one tab of the file is several spaces of the code.
  public var columns: [Int]
  /// The line of the opening fence.
  public var fenceLine: Int
  /// What the lines at its top say.
  public var options: Options
  /// Where the label is written, if there is one.
  var labelPosition: Position?
  /// Where the emphasized lines are named.
  var highlightPosition: Position?
  /// Where the option `live` is written.
  var livePosition: Position?

  /// Creates an experiment; its lines begin in the column of `position` unless `columns` say other.
  public init(
    code: [String], position: Position, columns: [Int]? = nil, fenceLine: Int,
    options: Options = Options()
  ) {
    self.code = code
    self.position = position
    self.columns = columns ?? code.map { _ in position.column }
    self.fenceLine = fenceLine
    self.options = options
  }

  /// The `//| key: value` lines at the top of an experiment.
  public struct Options: Equatable, Sendable {
    /// The name for references, unique in the course.
    public var label: String?
    /// `false`: compiled in a scope of its own, not run.
    public var eval = true
    /// `false`: shown only.
    public var compile = true
    /// How the code is shown.
    public var echo = Echo.shown
    /// Whether what the block shows is shown.
    public var output = true
    /// The emphasized lines of the shown code, which count from 1.
    public var highlight: [ClosedRange<Int>] = []
    /// How the block must fail, if it must.
    public var failure: Failure?
    /// Seconds of wall clock.
    public var timeout = 60.0
    /// Bytes of memory for the whole session; nil for what is usual.
    public var memory: Int?
    /// Bytes that the block may print and show; nil for what is usual.
    public var outputLimit: Int?
    /// Bytes that the ready-made positions of its controls may add to the page.
    public var sweepBudget = 500_000
    /// Whether a reader's browser can run it again, for any value of its controls.
    public var live = false
    /// Whether the page holds it at the initial values of its controls only.
    public var isLiveOnly = false
    /// Blocks of one session are one program.
    public var session = ""

    /// The options of an experiment that says nothing.
    public init() {}
  }

  /// Whether the code is shown, hidden, or folded behind its first line.
  public enum Echo: Equatable, Sendable { case shown, hidden, folded }

  /// How a block fails that is there to show a mistake: the compiler refuses it, or it stops.
  public enum Failure: String, Equatable, Sendable { case compile, runtime }

  /// Whether the block is part of its session's program.
  public var runs: Bool { options.compile && options.eval && options.failure != .compile }

  /// Whether the block is run and stays, so that later ones see its names.
  public var lasts: Bool { runs && options.failure == nil }

  /// Whether a line of the shown code, which counts from 1, is emphasized.
  public func isHighlighted(line: Int) -> Bool {
    options.highlight.contains { $0.contains(line) }
  }

  /// The code as a reader sees it: without option lines, lines that end in `// hide`, those between
  /// `// snippet.hide` and `// snippet.show`, and the marks of slices.
  public var shownCode: String {
    var isHiding = false
    let lines = code.filter { line in
      if let mark = line.snippetMark {
        if mark == "hide" { isHiding = true }
        if mark == "show" { isHiding = false }
        return false
      }
      return !isHiding && !line.isHidden
    }
    return lines.withoutEmptyEnds.joined(separator: "\n")
  }

  /// The code as it runs by itself: without option lines and the marks of what is hidden.
  public var ownCode: String {
    code.filter { $0.snippetMark == nil }.withoutEmptyEnds.map(\.withoutHidingMark)
      .joined(separator: "\n")
  }

  /// The place in the file of a column of the code's line `index`; the first line is 0.
  public func position(inLine index: Int, column: Int) -> Position {
    let start = columns.indices.contains(index) ? columns[index] : position.column
    return Position(line: position.line + index, column: max(start + column - 1, 1))
  }
}

/// `` `{swift} expression` `` in prose: a value that the lesson program computes.
public struct InlineValue: Equatable, Sendable {
  /// The Swift between `{swift}` and the closing backtick.
  public var expression: String
  /// Where the expression's first character stands.
  public var position: Position
  /// The experiment after which it is evaluated: the nearest above.
  public var experiment: Int

  /// Creates an inline value.
  public init(expression: String, position: Position, experiment: Int) {
    self.expression = expression
    self.position = position
    self.experiment = experiment
  }
}

extension String {
  /// The name in a line `// snippet.name`.
  var snippetMark: String? {
    let text = drop(while: \.isWhitespace)
    guard text.hasPrefix("// snippet.") else { return nil }
    return String(text.dropFirst("// snippet.".count)).trimmingSpaces
  }

  private static let hidingMark = "// hide"

  /// Whether a line of code is for the compiler and not for readers.
  fileprivate var isHidden: Bool {
    hasSuffix(Self.hidingMark)
      || last?.isWhitespace == true && trimmingSpaces.hasSuffix(Self.hidingMark)
  }

  fileprivate var withoutHidingMark: String {
    guard isHidden, let mark = ranges(of: Self.hidingMark).last else { return self }
    let code = self[..<mark.lowerBound]
    return String(code.lastIndex { !$0.isWhitespace }.map { code[...$0] } ?? "")
  }
}

extension [String] {
  fileprivate var withoutEmptyEnds: ArraySlice<String> {
    let isEmpty = { (line: String) in line.allSatisfy(\.isWhitespace) }
    let start = firstIndex { !isEmpty($0) } ?? endIndex
    return self[start..<(lastIndex { !isEmpty($0) }.map { $0 + 1 } ?? start)]
  }
}
