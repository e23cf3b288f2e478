/// A place in a file; line and column count from 1, columns in UTF-8 bytes as Swift's compiler does.
public struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// The place in a line and column that count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether a place comes first in the file.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A problem in a course, told to its author.
public struct Diagnostic: Equatable, Sendable {
  /// How much a problem matters: an error stops the build.
  public enum Severity: String, Sendable { case error, warning, note }

  /// How much it matters.
  public var severity: Severity
  /// The file as shown, such as `lessons/03-x.md`.
  public var path: String
  /// Nil where the problem belongs to a whole file or folder.
  public var position: Position?
  /// A sentence: what was written, what was expected.
  public var message: String
  /// What to try.
  public var help: String?
  /// What else is known, such as where a name was declared.
  public var notes: [String] = []
  /// The line itself, for the caret.
  public var sourceLine: String?

  /// A problem in a file, and with `position` at a place in it.
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
