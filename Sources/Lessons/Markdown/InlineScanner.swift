/// Finds in one leaf what is cut out before Markdown's emphasis is read: formulas, inline values,
/// references, and the destinations of links.
struct InlineScanner {
  struct Found {
    var start: Position
    var end: Position
    var mark: Marks.Mark
  }

  private let leaf: Leaf
  private let bytes: [UInt8]
  private(set) var found: [Found] = []
  /// The labels of footnotes that the text refers to.
  private(set) var footnotes: [(label: String, position: Position)] = []
  private var index = 0

  init(_ leaf: Leaf) {
    self.leaf = leaf
    bytes = leaf.bytes
  }

  mutating func scan() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "$"): readFormula()
      case UInt8(ascii: "@"): readReference()
      case UInt8(ascii: "["): if !readCitation(), !readTerm() { readFootnote() }
      case UInt8(ascii: "]"): readDestination()
      case UInt8(ascii: ":"): skipAddress()
      default: index += 1
      }
    }
  }

  private mutating func cut(
    _ kind: Marks.Mark.Kind, to end: Int, content: Range<Int> = 0..<0, isCode: Bool = false
  ) {
    let lower = content.first { !bytes[$0].isBlank } ?? content.lowerBound
    let upper = content.last { !bytes[$0].isBlank }.map { $0 + 1 } ?? lower
    var text = leaf.text(lower..<upper)
    if leaf.isCell { text = text.replacing("\\|", with: "|") }
    if kind == .value { text = text.replacing("\n", with: " ") }
    let mark = Marks.Mark(
      kind: kind, content: text, source: leaf.text(index..<end),
      position: leaf.position(kind == .reference || kind == .work ? index : lower))
    // The end is the place after the last byte, which may be on an earlier line than the next byte.
    let last = end > index ? leaf.position(end - 1) : leaf.position(index)
    let after = Position(line: last.line, column: last.column + (end > index ? 1 : 0))
    found.append(Found(start: leaf.position(index), end: after, mark: mark))
    index = end
  }

  /// A code span; `{swift}` at its start makes it a value.
  private mutating func readCode() {
    let run = length(of: UInt8(ascii: "`"), at: index)
    guard let closing = closingRun(run, from: index + run) else {
      index += run
      return
    }
    let prefix = Array("{swift}".utf8)
    let content = (index + run)..<closing
    let expression = content.dropFirst(prefix.count)
    if bytes[content].starts(with: prefix), let first = expression.first, bytes[first].isBlank {
      cut(.value, to: closing + run, content: expression.startIndex..<expression.endIndex)
    } else {
      index = closing + run
    }
  }

  /// The offset of the next run of exactly `count` backticks.
  private func closingRun(_ count: Int, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let run = length(of: UInt8(ascii: "`"), at: index)
      if run == count { return index }
      index += max(run, 1)
    }
    return nil
  }

  private func length(of byte: UInt8, at index: Int) -> Int {
    bytes[index...].prefix { $0 == byte }.count
  }

  /// A formula, by Pandoc's rule.
  ///
  /// No space inside beside the dollars, no digit after the closing one: `$5 and $6` is none.
  private mutating func readFormula() {
    let dollars = min(length(of: UInt8(ascii: "$"), at: index), 2)
    let start = index + dollars
    guard let closing = closingDollars(dollars, from: start), closing > start else {
      index += dollars
      return
    }
    let end = closing + dollars
    if dollars == 2 {
      guard bytes[start..<closing].contains(where: { !$0.isBlank }) else {
        index = end
        return
      }
      cut(.displayedFormula, to: end, content: start..<closing)
    } else if bytes[start].isBlank || bytes[closing - 1].isBlank
      || (end < bytes.count && bytes[end].isDigit)
    {
      index += 1
    } else {
      cut(.formula, to: end, content: start..<closing)
    }
  }

  /// The next `count` dollars; none beyond a backtick, since code binds more tightly.
  private func closingDollars(_ count: Int, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "`") {
      let run = length(of: UInt8(ascii: "$"), at: index)
      if run >= count { return index }
      index += run > 0 ? run : bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// What follows `://` is an address, dollars and all.
  private mutating func skipAddress() {
    index += 1
    guard bytes[index...].starts(with: "//".utf8) else { return }
    while index < bytes.count, !bytes[index].isBlank, !"<>()[]\"".utf8.contains(bytes[index]) {
      index += 1
    }
  }

  /// `@fig-depth` or `@sec-why`, not inside a word or an address; or a work, `@glorot2010`.
  private mutating func readReference() {
    guard bytes.canBeginReference(at: index) else {
      index += 1
      return
    }
    let start = index + 1
    let end = bytes.endOfName(from: start, \.isNamePart)
    if Label.Kind(label: leaf.text(start..<end)) != nil {
      cut(.reference, to: end, content: start..<end)
    } else if end > start, index == 0 || bytes[index - 1] != UInt8(ascii: "/") {
      let key = bytes.endOfName(from: start, \.isKeyPart)
      let end = locatorEnd(after: key) ?? key
      cut(.work, to: end, content: index..<end)
    } else {
      index += 1
    }
  }

  /// The end of ` [p. 3]` behind a work's key: a word, a number and no link.
  private func locatorEnd(after key: Int) -> Int? {
    guard key + 2 < bytes.count, bytes[key].isBlank, bytes[key + 1] == UInt8(ascii: "["),
      let end = bytes[(key + 2)...].firstIndex(where: { "[]@".utf8.contains($0) }),
      bytes[end] == UInt8(ascii: "]"),
      end + 1 == bytes.count || !"[(:".utf8.contains(bytes[end + 1])
    else { return nil }
    let content = bytes[(key + 2)..<end]
    let isLocator =
      content.first?.isLetterOrDigit == true && content.first?.isDigit == false
      && content.contains(where: \.isDigit)
    return isLocator ? end + 1 : nil
  }

  /// `[@glorot2010; @he2015, p. 3]`, which is no link's text.
  private mutating func readCitation() -> Bool {
    guard bytes[(index + 1)...].first == UInt8(ascii: "@"),
      let end = bytes[(index + 1)...].firstIndex(where: { "[]".utf8.contains($0) }),
      bytes[end] == UInt8(ascii: "]"),
      end + 1 == bytes.count || !"[(".utf8.contains(bytes[end + 1])
    else { return false }
    let parts = leaf.text((index + 1)..<end).split(separator: ";", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Citation($0, at: leaf.position(index)) != nil }) else { return false }
    cut(.citation, to: end + 1, content: (index + 1)..<end)
    return true
  }

  /// `[[gradient]]`, a term of the glossary.
  private mutating func readTerm() -> Bool {
    let start = index + 2
    guard start < bytes.count, bytes[index + 1] == UInt8(ascii: "["),
      let end = bytes[start...].firstIndex(where: { "[]\n".utf8.contains($0) }),
      end + 1 < bytes.count,
      bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: "]"),
      end + 2 == bytes.count || !"[(".utf8.contains(bytes[end + 2]),
      leaf.text(start..<end).first?.isLetter == true
    else { return false }
    cut(.term, to: end + 2, content: start..<end)
    return true
  }

  /// `[^label]`, which stays for Markdown to read.
  private mutating func readFootnote() {
    if let label = footnoteLabel(bytes, at: index) {
      footnotes.append((label, leaf.position(index)))
    }
    index += 1
  }

  /// The place between `](` and a destination is marked; what is no link loses the mark again.
  private mutating func readDestination() {
    index += 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return }
    index += 1
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") { index += 1 }
    guard index < bytes.count, bytes[index] != UInt8(ascii: ")") else { return }
    cut(.destination, to: index, content: index..<index)
  }
}
