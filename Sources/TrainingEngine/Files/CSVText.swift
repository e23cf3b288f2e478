/// The cells of a text of comma-separated values (RFC 4180), each with the place where it begins.
///
/// A cell in quotes may hold commas, line breaks and, doubled, quotes. Lines end in LF or CRLF; empty
/// lines count as lines but are no rows.
struct CSVText {
  /// A cell and where it begins, from 1.
  struct Cell {
    var text: String
    let line: Int
    let column: Int
  }

  let rows: [[Cell]]

  /// Reads UTF-8, with or without a byte order mark.
  init(_ bytes: [UInt8], name: String) throws(Mistake) {
    var scanner = Scanner(bytes: bytes, name: name)
    var rows: [[Cell]] = []
    while let row = try scanner.nextRow() {
      if row.count > 1 || row[0].text != "" { rows.append(row) }
    }
    self.rows = rows
  }
}

private struct Scanner {
  let bytes: [UInt8]
  let name: String
  var index: Int
  var line = 1
  var column = 1

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The cells up to the end of the line; nil at the end of the text.
  mutating func nextRow() throws(Mistake) -> [CSVText.Cell]? {
    guard index < bytes.count else { return nil }
    var row = [try nextCell()]
    while take(UInt8(ascii: ",")) { row.append(try nextCell()) }
    if !take(UInt8(ascii: "\r")), !take(UInt8(ascii: "\n")), index < bytes.count {
      throw .textAfterQuote(at: "\(name):\(line):\(column)")
    }
    return row
  }

  private mutating func nextCell() throws(Mistake) -> CSVText.Cell {
    let start = (line: line, column: column)
    let text = take(UInt8(ascii: "\"")) ? try quoted(from: start) : plain()
    return CSVText.Cell(text: text, line: start.line, column: start.column)
  }

  private mutating func plain() -> String {
    let start = index
    while let byte = current, byte != UInt8(ascii: ","), !isLineEnd(byte) { advance() }
    var text = bytes[start..<index]
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    while let first = text.first, first == 0x20 || first == 0x09 { text.removeFirst() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func quoted(from start: (line: Int, column: Int)) throws(Mistake) -> String {
    var text: [UInt8] = []
    while let byte = current {
      advance()
      if byte == UInt8(ascii: "\""), !take(UInt8(ascii: "\"")) {
        return String(decoding: text, as: UTF8.self)
      }
      text.append(byte)
    }
    throw .openQuote(at: "\(name):\(start.line):\(start.column)")
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    advance()
    return true
  }

  /// Goes past one byte; CRLF is one. Columns count characters of text, not bytes.
  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\r"), current == UInt8(ascii: "\n") { index += 1 }
    if isLineEnd(byte) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}

extension Mistake {
  static func openQuote(at place: String) -> Mistake {
    Mistake("\(place): the quote that opens here is never closed.")
  }

  static func textAfterQuote(at place: String) -> Mistake {
    Mistake(
      "\(place): after a closing quote a comma or the end of the line was expected; "
        + "a quote inside quotes is written twice.")
  }
}
