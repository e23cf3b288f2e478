/// What was cut out of a lesson before Markdown was parsed, each piece replaced by a mark.
///
/// Markdown's emphasis would tear `$a_b*c$` apart, and its tree knows the place of a link only
/// roughly. So formulas, inline values, references and the destinations of links are found first;
/// a mark of noncharacters, which no text may hold, stands for each until the tree is read.
struct Marks {
  struct Mark {
    enum Kind {
      case formula, displayedFormula, value, reference, citation, work, term, destination
    }
    var kind: Kind
    /// The TeX, the Swift expression or the label; nothing for a destination.
    var content: String
    /// What the file holds in the mark's place.
    var source: String
    var position: Position
  }

  private var marks: [Mark] = []

  /// A text that stands for `mark`.
  mutating func add(_ mark: Mark) -> String {
    marks.append(mark)
    var digits: [Unicode.Scalar] = []
    var rest = marks.count - 1
    repeat {
      digits.insert(Self.digit(rest % 16), at: 0)
      rest /= 16
    } while rest > 0
    return String(String.UnicodeScalarView([Self.opening] + digits + [Self.closing]))
  }

  enum Piece {
    case text(String)
    case mark(Mark)
  }

  /// The text and the marks in it, in order.
  func pieces(of text: String) -> [Piece] {
    guard text.unicodeScalars.contains(Self.opening) else {
      return text.isEmpty ? [] : [.text(text)]
    }
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: Self.opening),
      let end = rest[start...].firstIndex(of: Self.closing)
    {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let index = rest[start..<end].dropFirst().reduce(0) { $0 * 16 + Self.value($1) }
      pieces.append(.mark(marks[index]))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// The text as the file has it.
  func restoring(_ text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .mark(let mark): mark.source
      }
    }.joined()
  }

  private static let opening = Unicode.Scalar(0xFDE0 as UInt32)!
  private static let closing = Unicode.Scalar(0xFDE1 as UInt32)!
  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(0xFDD0 + UInt32(value))!
  }
  private static func value(_ digit: Unicode.Scalar) -> Int { Int(digit.value) - 0xFDD0 }

  /// The line with each noncharacter of the marks' block replaced by U+FFFD, which is as long.
  static func removed(from line: [UInt8]) -> [UInt8] {
    guard line.contains(0xEF) else { return line }
    var line = line
    for index in line.indices.dropLast(2)
    where line[index] == 0xEF && line[index + 1] == 0xB7
      && (0x90...0xAF).contains(line[index + 2])
    {
      line.replaceSubrange(index...(index + 2), with: [0xEF, 0xBF, 0xBD])
    }
    return line
  }
}
