/// A place in a file; line and column count from 1, columns in UTF-8 bytes as Swift's compiler does.
public struct Position: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A problem in a course, told to its author.
public struct Diagnostic: Equatable, Sendable {
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  /// The file as shown, such as `lessons/03-x.md`.
  public var path: String
  /// Nil where the problem belongs to a whole file or folder.
  public var position: Position?
  /// A sentence: what was written, what was expected.
  public var message: String
  /// What to try.
  public var help: String?
  /// The line itself, for the caret.
  public var sourceLine: String?

  public init(
    _ severity: Severity = .error, path: String, position: Position? = nil, _ message: String,
    help: String? = nil, sourceLine: String? = nil
  ) {
    self.severity = severity
    self.path = path
    self.position = position
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
  }
}
