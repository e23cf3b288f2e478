/// Cuts Swift into tokens for display.
///
/// It never fails: code in a lesson may be a fragment or wrong on purpose, and then the rest of a
/// line is shown plainly.
package struct SwiftLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var result: [SwiftToken] = []
  /// What the last word or sign was, spaces and comments left out; decides on contextual keywords.
  private var previous = Previous.start

  private enum Previous: Equatable {
    case start, lineStart, range, word(String), sign(UInt8)
  }

  package init(_ code: String) { bytes = Array(code.utf8) }

  package mutating func tokens() -> [SwiftToken] {
    code(until: nil)
    return result
  }

  /// Reads code to its end, or to the closing parenthesis of an interpolation.
  private mutating func code(until end: UInt8?) {
    var depth = 0
    while let byte = peek() {
      if byte == end, depth == 0 { return }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      token(byte)
    }
  }

  private mutating func token(_ byte: UInt8) {
    let start = index
    switch byte {
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
      skip { $0 != UInt8(ascii: "\n") }
      emit(.comment, from: start)
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      blockComment()
      emit(.comment, from: start)
    case UInt8(ascii: "\""): string(pounds: 0)
    case UInt8(ascii: "#"): pound()
    case UInt8(ascii: "@") where peek(1).map(isWord) == true:
      index += 1
      skip(isWord)
      emit(.attribute, from: start)
      previous = .sign(byte)
    case UInt8(ascii: "`"):
      index += 1
      skip { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "\n") }
      index = min(index + 1, bytes.count)
      emit(.plain, from: start)
      previous = .word("`")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case _ where isWord(byte): word()
    default:
      index += 1
      emit(.plain, from: start)
      if byte == UInt8(ascii: "\n") {
        previous = .lineStart
      } else if byte == UInt8(ascii: "."), previous == .sign(byte) || previous == .range {
        previous = .range
      } else if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
        previous = .sign(byte)
      }
    }
  }

  private mutating func word() {
    let start = index
    skip(isWord)
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    emit(kind(of: text), from: start)
    previous = .word(text)
  }

  private func kind(of word: String) -> SwiftToken.Kind {
    let isMember = previous == .sign(UInt8(ascii: "."))
    if !isMember, isKeyword(word) { return .keyword }
    return word.first.map { $0.isUppercase } == true ? .type : .plain
  }

  private func isKeyword(_ word: String) -> Bool {
    let next = nextVisible()
    let beginsArgument =
      previous == .sign(UInt8(ascii: "(")) || previous == .sign(UInt8(ascii: ","))
    // `expect(x, in: 0...1)` and `func wait(for seconds: Int)` have labels, not keywords.
    if beginsArgument, SwiftWords.labels.contains(word) { return false }
    if peek() == UInt8(ascii: ":"), word != "default", word != "self" { return false }
    if SwiftWords.reserved.contains(word) { return true }
    if SwiftWords.modifiers.contains(word) {
      return SwiftWords.declarations.contains(nextWord())
        || SwiftWords.modifiers.contains(nextWord())
    }
    if SwiftWords.beforeTypes.contains(word) {
      let isUpper = next.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } == true
      return peek() == UInt8(ascii: " ") && isUpper
    }
    if SwiftWords.accessors.contains(word) {
      switch previous {
      case .start, .lineStart, .sign(UInt8(ascii: "{")), .sign(UInt8(ascii: "}")):
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "}") || nextWord() == "set"
      case .word("get"): return next == UInt8(ascii: "}")
      default: return false
      }
    }
    return false
  }

  /// Digits with what belongs to them: `0xFF`, `1_000`, `2.5e-3`, but not the dots of `0...9`.
  private mutating func number() {
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
  private mutating func pound() {
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

  private mutating func string(pounds: Int) {
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

  private mutating func blockComment() {
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

  private func nextVisible() -> UInt8? {
    bytes[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
  }

  private func nextWord() -> String {
    let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") }
    return String(decoding: rest.prefix(while: isWord), as: UTF8.self)
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private mutating func skip(_ belongs: (UInt8) -> Bool) {
    while let byte = peek(), belongs(byte) { index += 1 }
  }

  private mutating func emit(_ kind: SwiftToken.Kind, from start: Int) {
    guard index > start else { return }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if result.last?.kind == kind {
      result[result.count - 1].text += text
    } else {
      result.append(SwiftToken(kind: kind, text: text))
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
