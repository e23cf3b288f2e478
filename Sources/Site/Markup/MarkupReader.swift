/// Goes through a page's own markup, piece by piece.
///
/// Text and attributes are escaped, so a `<` always begins a tag, and the next `>` ends it.
struct MarkupReader {
  enum Piece {
    case tag(Tag)
    case text(ArraySlice<UInt8>)
  }

  /// A tag with its brackets.
  struct Tag {
    let source: String

    /// What it begins, as `p`, or ends, as `/p`.
    var name: Substring {
      source.dropFirst().prefix { !" />".contains($0) || $0 == "/" && source.hasPrefix("</") }
    }

    /// Whether its attribute `class` begins with this name.
    func isOf(_ style: String) -> Bool {
      source.contains(" class=\"\(style)\"") || source.contains(" class=\"\(style) ")
    }

    /// Whether it begins what is shown at another position of a control than the initial one.
    var isOtherPosition: Bool { isOf("position") && !source.contains(" initial") }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ markup: HTML) { bytes = Array(markup.source.utf8) }

  mutating func next() -> Piece? {
    guard index < bytes.count else { return nil }
    let start = index
    if bytes[start] == UInt8(ascii: "<") {
      index = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return .tag(Tag(source: String(decoding: bytes[start..<index], as: UTF8.self)))
    }
    index = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(bytes[start..<index])
  }

  /// Skips what stands before and in the next `end`; a loop over bytes, since most of a page is
  /// drawings.
  mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while let next = bytes[index...].firstIndex(of: end[0]) {
      index = next + 1
      if bytes[next...].starts(with: end) {
        index = next + end.count
        return
      }
    }
    index = bytes.count
  }

  /// Skips to the end of the element that has just begun, which may hold others of its name.
  mutating func skipElement(_ name: some StringProtocol) {
    let start = Array("<\(name)".utf8), end = Array("</\(name)>".utf8)
    var depth = 1
    while depth > 0, let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = next + 1
      if bytes[next...].starts(with: start) { depth += 1 }
      if bytes[next...].starts(with: end) { depth -= 1 }
    }
    skip(to: ">")
  }
}
