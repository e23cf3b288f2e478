/// A formula between `$$` that opens at a line's start and closes on a later line.
struct DisplayedFormula {
  let start: Position
  /// The first place after the formula; nil where nothing closes it.
  private(set) var end: Position?
  private(set) var mark: Marks.Mark

  /// Reads the formula that opens on `line`, if one does and is not closed there.
  init?(_ lines: [[UInt8]], line: Int, code: Set<Int>) {
    let first = lines[line - 1]
    let opening = first.contentStart
    guard first[opening...].starts(with: "$$".utf8), first.closing(from: opening + 2) == nil else {
      return nil
    }
    start = Position(line: line, column: opening + 1)
    var tex = [first[(opening + 2)...]]
    let firstOfTeX = tex[0].firstIndex { !$0.isSpace }
    var hasContent = firstOfTeX != nil
    var place = Position(line: line, column: (firstOfTeX ?? opening + 2) + 1)
    mark = Marks.Mark(kind: .displayedFormula, content: "", source: "", position: place)

    let depth = first[..<opening].count { $0 == UInt8(ascii: ">") }
    for next in (line + 1)..<max(lines.count + 1, line + 1) where !code.contains(next) {
      let bytes = lines[next - 1]
      let start = bytes.start(afterQuotes: depth)
      guard start < bytes.count else { break }
      if !hasContent, bytes[start...].contains(where: { !$0.isSpace && $0 != UInt8(ascii: "$") }) {
        place = Position(line: next, column: start + 1)
        hasContent = true
      }
      if let closing = bytes.closing(from: start) {
        tex.append(bytes[start..<closing])
        end = Position(line: next, column: closing + 3)
        break
      }
      tex.append(bytes[start...])
    }
    let text = tex.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    mark.content = text.trimmingSpaces
    mark.source = "$$\(text)$$"
    mark.position = place
  }
}

extension [UInt8] {
  /// Where the line's own text starts, after indentation, quote and list markers.
  fileprivate var contentStart: Int {
    var index = 0
    while index < count {
      let isMarker =
        index + 1 < count && self[index + 1].isSpace && "-*+".utf8.contains(self[index])
      let digits = self[index...].prefix(while: \.isDigit).count
      let after = index + digits
      let isNumber =
        digits > 0 && after + 1 < count && ".)".utf8.contains(self[after])
        && self[after + 1].isSpace
      if self[index].isSpace || self[index] == UInt8(ascii: ">") {
        index += 1
      } else if isMarker {
        index += 2
      } else if isNumber {
        index = after + 2
      } else {
        break
      }
    }
    return index
  }

  /// Where the line's text starts after at most `depth` quote markers and the space around them.
  func start(afterQuotes depth: Int) -> Int {
    var depth = depth
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: ">"), depth > 0 {
        depth -= 1
      } else if !self[index].isSpace {
        break
      }
      index += 1
    }
    return index
  }

  /// The offset of the next `$$` that no backslash escapes.
  fileprivate func closing(from start: Int) -> Int? {
    var index = start
    while index + 1 < count {
      if self[index] == UInt8(ascii: "\\") {
        index += 2
      } else if self[index] == UInt8(ascii: "$"), self[index + 1] == UInt8(ascii: "$") {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }
}
