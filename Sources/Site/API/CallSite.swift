import Lessons

/// The call around a place in a lesson's code, as far as its text tells.
package struct CallSite {
  /// What is called: `train`, `Dense`.
  package var name: String
  /// What stands before the dot, empty for an implicit member such as `.sgd(…)`; nil without a dot.
  package var receiver: String?
  /// The labels of the arguments.
  package var labels: Set<Substring>
  /// How many lines above the place the call begins.
  var linesAbove: Int

  /// The call that a problem is about: the innermost around its place.
  init?(of problem: Diagnostic, in course: Course) {
    guard let place = problem.position, let line = problem.sourceLine else { return nil }
    let lesson = course.lessons.first { $0.path == problem.path }
    let above = lesson?.lines.prefix(place.line - 1).suffix(Self.reach) ?? []
    let below = lesson?.lines.dropFirst(place.line).prefix(Self.reach) ?? []
    let before = (above + [""]).joined(separator: "\n").utf8.count + place.column - 1
    self.init(
      around: before, in: (above + [line] + below).map { "\($0)\n" }.joined())
  }

  /// How many lines a call may be long.
  private static let reach = 40

  /// - Parameter offset: a place in `text`, in UTF-8 bytes: the parenthesis or an argument.
  package init?(around offset: Int, in text: String) {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(offset), let opening = Self.opening(before: offset, in: bytes)
    else { return nil }
    var start = opening
    while start > 0, bytes[start - 1].isOfName { start -= 1 }
    guard start < opening else { return nil }
    name = String(decoding: bytes[start..<opening], as: UTF8.self)
    receiver = nil
    if start > 0, bytes[start - 1] == UInt8(ascii: ".") {
      var first = start - 1
      while first > 0, bytes[first - 1].isOfName { first -= 1 }
      receiver = String(decoding: bytes[first..<(start - 1)], as: UTF8.self)
      // What is called upon may be a call itself: it is not empty, but has no name.
      let isValue = first > 0 && [")", "]", "}", "?", "!"].contains { bytes[first - 1] == $0 }
      if receiver == "", isValue { receiver = "_" }
    }
    labels = Self.labels(behind: opening, in: bytes)
    linesAbove = bytes[opening...].prefix(max(0, offset - opening)).count {
      $0 == UInt8(ascii: "\n")
    }
  }

  /// The parenthesis that is open at a place, or stands there.
  private static func opening(before offset: Int, in bytes: [UInt8]) -> Int? {
    if bytes[offset] == UInt8(ascii: "(") { return offset }
    var depth = 0
    var isText = false
    for index in stride(from: offset - 1, through: 0, by: -1) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { isText.toggle() }
      if isText { continue }
      switch byte {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 { return byte == UInt8(ascii: "(") ? index : nil }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  private static func labels(behind opening: Int, in bytes: [UInt8]) -> Set<Substring> {
    var depth = 0
    var text = ""
    var isText = false
    for byte in bytes[opening...] {
      if byte == UInt8(ascii: "\"") { isText.toggle() }
      if isText { continue }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: if depth == 1 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
      }
      if depth == 0 { break }
    }
    return Set(text.matches(of: /(?:^|,)\s*(\w+):/).map(\.1))
  }
}

extension UInt8 {
  fileprivate static func == (byte: UInt8, scalar: Unicode.Scalar) -> Bool {
    byte == UInt8(ascii: scalar)
  }

  /// Whether it is part of a name: a letter, a digit, an underscore, or any other beyond ASCII.
  fileprivate var isOfName: Bool {
    self > 127 || self == UInt8(ascii: "_")
      || Unicode.Scalar(self).properties.isAlphabetic
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
