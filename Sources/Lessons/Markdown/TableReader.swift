/// Reading tables and the captions below them.
extension BlockReader {
  func table(_ node: MarkdownNode) -> Block.TextTable {
    var rows: [[[Inline]]] = []
    for row in node.children {
      let line = text.text.fileLine(row.startLine)
      let bytes = file.bytes.indices.contains(line - 1) ? file.bytes[line - 1] : []
      let start = bytes.firstIndex { !$0.isSpace && $0 != UInt8(ascii: ">") } ?? bytes.count
      if !rows.isEmpty, bytes[start...].starts(with: ": ".utf8) {
        file.error(
          "A line directly below a table is one of its rows.",
          at: Position(line: line, column: start + 1), help: "an empty line above the caption")
      }
      rows.append(row.children.map { inlines(of: $0) })
      let written = Self.cells(in: bytes[start...])
      if let header = rows.first, rows.count > 1, written > header.count {
        file.warning(
          "This row has \(written) cells, its header \(header.count); what is too much is not shown.",
          at: Position(line: line, column: start + 1),
          help: #"\| for a | inside a cell, also in code"#)
      }
    }
    let alignments = node.columnAlignments.map { letter -> Block.TextTable.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    return Block.TextTable(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  /// How many cells the bars of a row divide it into.
  private static func cells(in row: ArraySlice<UInt8>) -> Int {
    var row = row
    while row.last?.isSpace == true { row.removeLast() }
    if row.first == UInt8(ascii: "|") { row.removeFirst() }
    var count = 1
    var isEscaped = false
    for (index, byte) in zip(row.indices, row) {
      if byte == UInt8(ascii: "|"), !isEscaped, index != row.indices.last { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  /// Gives the last of `blocks`, a table, the caption that was read below it.
  ///
  /// False where no caption was read.
  func captioned(_ blocks: inout [Block], by read: [Block]) -> Bool {
    guard case .paragraph(var inlines)? = read.first, read.count == 1,
      case .text(let text)? = inlines.first, text.hasPrefix(": ")
    else { return false }
    let place = blockPosition
    guard case .table(var table)? = blocks.last, table.caption == nil else {
      if let id = inlines.removeWrittenID() {
        file.error(
          "Above this caption stands no table.",
          at: Label.Kind(label: id) == nil ? place : position(ofID: id, from: place),
          help: "a table above it, with one empty line between")
      }
      return false
    }
    inlines[0] = .text(String(text.dropFirst(2)).trimmingLeadingSpaces)
    if let label = inlines.removeWrittenID() {
      takeLabel(label, .table, of: "a table", at: position(ofID: label, from: place))
      table.label = label
    }
    table.caption = inlines
    blocks[blocks.count - 1] = .table(table)
    return true
  }
}

extension String {
  fileprivate var trimmingLeadingSpaces: String { String(drop(while: \.isWhitespace)) }
}
