/// A piece of a caption that a program gives.
///
/// A caption is a text without markup that can refer to what is numbered: `Less than in @fig-depth.`
package enum CaptionPart: Equatable {
  case text(String)
  /// The label behind an `@`.
  case reference(String)

  /// What the caption has in this place.
  package var text: String {
    switch self {
    case .text(let text): text
    case .reference(let label): "@\(label)"
    }
  }

  /// The caption in pieces; `@` begins a reference as it does in a lesson's text.
  package static func parts(of caption: String) -> [CaptionPart] {
    guard caption.utf8.contains(UInt8(ascii: "@")) else { return [.text(caption)] }
    let bytes = Array(caption.utf8)
    var parts: [CaptionPart] = []
    var start = 0
    func endText(at end: Int) {
      if end > start { parts.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") && index >= start {
      guard bytes.canBeginReference(at: index) else { continue }
      let end = bytes.endOfName(from: index + 1, \.isNamePart)
      let label = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      guard Label.Kind(label: label) != nil else { continue }
      endText(at: index)
      parts.append(.reference(label))
      start = end
    }
    endText(at: bytes.count)
    return parts
  }
}

extension [UInt8] {
  /// Whether an `@` stands neither inside a word nor in an address.
  func canBeginReference(at index: Int) -> Bool {
    index == 0 || !self[index - 1].isNamePart && self[index - 1] != UInt8(ascii: ".")
  }

  /// The end of a name, which ends with a letter or digit.
  func endOfName(from start: Int, _ isPart: (UInt8) -> Bool) -> Int {
    var end = start + self[start...].prefix(while: isPart).count
    while end > start, !self[end - 1].isLetterOrDigit { end -= 1 }
    return end
  }
}
