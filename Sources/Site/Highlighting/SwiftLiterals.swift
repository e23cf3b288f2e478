/// Literals, directives and comments.
extension SwiftLexer {
  /// Digits with what belongs to them: `0xFF`, `1_000`, `2.5e-3`, but not the dots of `0...9`.
  mutating func number() {
    let start = index
    let isMember = previous == .sign(UInt8(ascii: "."))
    let isHex = peek() == UInt8(ascii: "0") && peek(1) == UInt8(ascii: "x")
    while let byte = peek() {
      if byte == UInt8(ascii: "."), !isMember, let digit = peek(1), isDigit(digit) {
        index += 2
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        let mark = bytes[index - 1] | 0x20
        let isExponent = mark == UInt8(ascii: isHex ? "p" : "e")
        guard isExponent, let digit = peek(1), isDigit(digit) else { break }
        index += 1
      } else if isWord(byte) {
        index += 1
      } else {
        break
      }
    }
    emit(isMember ? .plain : .number, from: start)
    previous = .word("0")
  }

  /// A raw string, or a directive or macro such as `#if` and `#filePath`.
  mutating func pound() {
    let start = index
    skip { $0 == UInt8(ascii: "#") }
    if peek() == UInt8(ascii: "\"") {
      let pounds = index - start
      index = start
      string(pounds: pounds)
      return
    }
    skip(isWord)
    emit(index - start > 1 ? .directive : .plain, from: start)
    previous = .sign(UInt8(ascii: "#"))
  }

  mutating func string(pounds: Int) {
    var start = index
    index += pounds + 1
    let isMultiline = peek() == UInt8(ascii: "\"") && peek(1) == UInt8(ascii: "\"")
    if isMultiline { index += 2 }
    let quotes = isMultiline ? 3 : 1
    while let byte = peek() {
      if byte == UInt8(ascii: "\n"), !isMultiline { break }
      if byte == UInt8(ascii: "\\"), hasPounds(pounds, at: index + 1) {
        index += 1 + pounds
        guard peek() == UInt8(ascii: "(") else {
          if peek() != UInt8(ascii: "\n") { index = min(index + 1, bytes.count) }
          continue
        }
        emit(.string, from: start)
        start = index
        index += 1
        emit(.plain, from: start)
        previous = .sign(UInt8(ascii: "("))
        code(until: UInt8(ascii: ")"))
        start = index
        index = min(index + 1, bytes.count)
        emit(.plain, from: start)
        start = index
        continue
      }
      if byte == UInt8(ascii: "\""), (0..<quotes).allSatisfy({ peek($0) == UInt8(ascii: "\"") }),
        hasPounds(pounds, at: index + quotes)
      {
        index += quotes + pounds
        break
      }
      index += 1
    }
    emit(.string, from: start)
    previous = .word("\"")
  }

  /// The end of a regular expression that begins here: where a value may stand, and on one line.
  var regexEnd: Int? {
    switch previous {
    case .start, .lineStart, .sign(UInt8(ascii: "(")), .sign(UInt8(ascii: ",")),
      .sign(UInt8(ascii: "=")), .sign(UInt8(ascii: ":")), .sign(UInt8(ascii: "{")):
      break
    default: return nil
    }
    guard let first = peek(1), first != UInt8(ascii: " "), first != UInt8(ascii: "\t") else {
      return nil
    }
    var end = index + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == UInt8(ascii: "/") { return end + 1 }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  mutating func blockComment() {
    var depth = 0
    repeat {
      if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        index += 2
      } else if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    } while depth > 0 && index < bytes.count
    index = min(index, bytes.count)
  }

  private func hasPounds(_ count: Int, at position: Int) -> Bool {
    position + count <= bytes.count
      && bytes[position..<position + count].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
