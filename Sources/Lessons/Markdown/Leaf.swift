/// The source of one paragraph, heading or table cell, without the marks of quotes and lists around
/// it, and the place of each of its bytes.
struct Leaf {
  private(set) var bytes: [UInt8] = []
  /// Where stretches of `bytes` stand in the file.
  private var stretches: [(offset: Int, position: Position)] = []
  /// Whether this is a table's cell, where `\|` stands for a bar.
  var isCell = false

  /// Adds a piece of a line of the file.
  mutating func append(_ piece: ArraySlice<UInt8>, line: Int) {
    stretches.append((bytes.count, Position(line: line, column: piece.startIndex + 1)))
    bytes += piece
  }

  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  func position(_ offset: Int) -> Position {
    guard let stretch = stretches.last(where: { $0.offset <= offset }) else {
      return Position(line: 1, column: 1)
    }
    let position = stretch.position
    return Position(line: position.line, column: position.column + offset - stretch.offset)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension MarkdownNode {
  /// The lines of the file that code and HTML blocks take.
  func verbatimLines(in text: CutText) -> Set<Int> {
    switch kind {
    case .codeBlock: Set(text.fileLines(startLine, endLine))
    // cmark leaves out the line that ends a comment; below other HTML stands an empty line.
    case .htmlBlock: Set(text.fileLines(startLine, endLine + 1))
    default: children.reduce(into: []) { $0.formUnion($1.verbatimLines(in: text)) }
    }
  }

  /// The leaves below this node, in order; what `cuts` removed is left out.
  func leaves(
    in text: CutText, _ lines: [[UInt8]], around cuts: [CutText.Cut], quotes: Int = 0
  ) -> [Leaf] {
    switch kind {
    case .paragraph, .heading:
      guard startLine > 0 else { return [] }
      var leaf = Leaf()
      // cmark counts the line below an underlined heading as the heading's last.
      let range = text.fileLines(startLine, kind == .heading ? endLine - 1 : endLine)
      for line in range {
        let start =
          line == range.lowerBound ? startColumn - 1 : lines[line - 1].start(afterQuotes: quotes)
        for piece in lines[line - 1].pieces(from: start, line: line, outside: cuts) {
          leaf.append(piece, line: line)
        }
        leaf.endLine()
      }
      return [leaf]
    case .table:
      // cmark gives a header that follows a paragraph the paragraph's line.
      return text.fileLines(startLine, endLine).flatMap { cells(lines[$0 - 1], line: $0) }
    default:
      let quotes = quotes + (kind == .blockQuote ? 1 : 0)
      return children.flatMap { $0.leaves(in: text, lines, around: cuts, quotes: quotes) }
    }
  }
}

/// The cells of a table's row.
private func cells(_ line: [UInt8], line number: Int) -> [Leaf] {
  var cells: [Leaf] = []
  var start = 0
  func close(at end: Int) {
    var cell = Leaf()
    cell.isCell = true
    cell.append(line[start..<end], line: number)
    cells.append(cell)
    start = end + 1
  }
  for index in line.indices
  where line[index] == UInt8(ascii: "|") && (index == 0 || line[index - 1] != UInt8(ascii: "\\")) {
    close(at: index)
  }
  if start <= line.count { close(at: line.count) }
  return cells
}

extension [UInt8] {
  /// The line from the offset `start` on, without what the cuts take.
  fileprivate func pieces(
    from start: Int, line: Int, outside cuts: [CutText.Cut]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = start
    for cut in cuts where cut.start.line <= line && line <= cut.end.line {
      let from = cut.start.line == line ? cut.start.column - 1 : 0
      let to = cut.end.line == line ? cut.end.column - 1 : count
      if from > start { pieces.append(self[start..<from]) }
      start = Swift.max(start, to)
    }
    if start < count { pieces.append(self[start...]) }
    return pieces
  }
}
