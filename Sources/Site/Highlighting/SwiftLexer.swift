/// Cuts Swift into tokens for display.
///
/// It never fails: code in a lesson may be a fragment or wrong on purpose, and then the rest of a
/// line is shown plainly.
package struct SwiftLexer {
  let bytes: [UInt8]
  var index = 0
  private var result: [SwiftToken] = []
  /// What the last word or sign was, spaces and comments left out; decides on contextual keywords.
  var previous = Previous.start

  enum Previous: Equatable {
    case start, lineStart, range, word(String), sign(UInt8)
  }

  package init(_ code: String) { bytes = Array(code.utf8) }

  package mutating func tokens() -> [SwiftToken] {
    code(until: nil)
    return result
  }

  /// Reads code to its end, or to the closing parenthesis of an interpolation.
  mutating func code(until end: UInt8?) {
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
    case UInt8(ascii: "/") where regexEnd != nil:
      index = regexEnd ?? bytes.count
      emit(.string, from: start)
      previous = .word("/")
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

  private func nextVisible() -> UInt8? {
    bytes[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
  }

  /// The word that follows, `(set)` or `(unsafe)` left out.
  private func nextWord() -> String {
    var rest = bytes[index...]
    for argument in ["(set)", "(unsafe)"] where rest.starts(with: argument.utf8) {
      rest = rest.dropFirst(argument.utf8.count)
    }
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    return String(decoding: rest.prefix(while: isWord), as: UTF8.self)
  }

  func peek(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  mutating func skip(_ belongs: (UInt8) -> Bool) {
    while let byte = peek(), belongs(byte) { index += 1 }
  }

  mutating func emit(_ kind: SwiftToken.Kind, from start: Int) {
    guard index > start else { return }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if result.last?.kind == kind {
      result[result.count - 1].text += text
    } else {
      result.append(SwiftToken(kind: kind, text: text))
    }
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
