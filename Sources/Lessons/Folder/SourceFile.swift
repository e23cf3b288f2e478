/// A text file of the course, line by line, with the problems found in it.
///
/// Lines end with LF, CRLF or CR; a byte order mark at the start belongs to no line.
final class SourceFile {
  /// The file as messages show it.
  let path: String
  let lines: [String]
  /// The lines' UTF-8, in which columns count.
  let bytes: [[UInt8]]
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the file is UTF-8 text without NUL bytes.
  private(set) var isText = true

  init(path: String, contents: [UInt8]) {
    self.path = path
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = contents.starts(with: byteOrderMark) ? contents.dropFirst(3) : contents[...]
    bytes = splitLines(text).map(Marks.removed)
    lines = bytes.map { String(decoding: $0, as: UTF8.self) }
    for (index, line) in bytes.enumerated() {
      guard let bad = firstBadByte(of: line) else { continue }
      let position = Position(line: index + 1, column: bad + 1)
      if line[bad] == 0 {
        error(
          "The file holds a NUL byte: it is not text.", at: position,
          help: "save the file as UTF-8 text")
      } else {
        let hexadecimal = String(line[bad], radix: 16, uppercase: true)
        error(
          "The byte 0x\(hexadecimal) is not UTF-8.", at: position,
          help: "save the file in the encoding UTF-8")
      }
      isText = false
      break
    }
  }

  /// A copy with the problems found so far.
  init(copying other: SourceFile) {
    (path, lines, bytes) = (other.path, other.lines, other.bytes)
    (diagnostics, isText) = (other.diagnostics, other.isText)
  }

  /// Where a text stands next, at or below a place; the place itself where it does not.
  func position(of text: String, from place: Position) -> Position {
    for line in lines.indices.dropFirst(place.line - 1) {
      let start = line == place.line - 1 ? place.column - 1 : 0
      guard let range = bytes[line].dropFirst(start).firstRange(of: text.utf8) else { continue }
      return Position(line: line + 1, column: range.lowerBound + 1)
    }
    return place
  }

  /// Notes a problem at a place of this file.
  func error(_ message: String, at position: Position? = nil, help: String? = nil) {
    note(.error, message, at: position, help: help)
  }

  /// Notes at a place of this file what is most likely not meant.
  func warning(_ message: String, at position: Position, help: String) {
    note(.warning, message, at: position, help: help)
  }

  private func note(
    _ severity: Diagnostic.Severity, _ message: String, at position: Position?, help: String?
  ) {
    let line = position.flatMap { lines.indices.contains($0.line - 1) ? lines[$0.line - 1] : nil }
    diagnostics.append(
      Diagnostic(severity, path: path, position: position, message, help: help, sourceLine: line))
  }
}

private func splitLines(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
  var lines: [[UInt8]] = []
  var start = text.startIndex
  var index = start
  while index < text.endIndex {
    let byte = text[index]
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      lines.append(Array(text[start..<index]))
      let next = index + 1
      let isPair =
        byte == UInt8(ascii: "\r") && next < text.endIndex && text[next] == UInt8(ascii: "\n")
      index = isPair ? next + 1 : next
      start = index
    } else {
      index += 1
    }
  }
  if start < text.endIndex { lines.append(Array(text[start...])) }
  return lines
}

/// The offset of the first byte that is NUL or no UTF-8.
private func firstBadByte(of line: [UInt8]) -> Int? {
  if !line.contains(0), String(validating: line, as: UTF8.self) != nil { return nil }
  var parser = Unicode.UTF8.ForwardParser()
  var bytes = line.makeIterator()
  var offset = 0
  while case .valid(let scalar) = parser.parseScalar(from: &bytes), scalar.first != 0 {
    offset += scalar.count
  }
  return offset
}
