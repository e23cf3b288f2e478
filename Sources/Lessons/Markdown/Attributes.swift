/// Attributes in braces, as in Pandoc: `{#id .class key="value"}`.
struct Attributes {
  struct Attribute {
    /// `id`, `class`, or the key.
    var name: String
    var value: String
    /// The offset of the attribute's first byte.
    var offset: Int
  }

  private(set) var all: [Attribute] = []

  /// Reads `bytes` from the opening brace at `offset`; nil where no brace closes.
  init?(_ bytes: [UInt8], at offset: Int) {
    var index = offset + 1
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func isEnd(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: "}") }
    while index < bytes.count {
      if bytes[index].isSpace {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "}") { return }
      let start = index
      while index < bytes.count, !isEnd(bytes[index]), bytes[index] != UInt8(ascii: "=") {
        index += 1
      }
      let key = text(start..<index)
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        let name = key.hasPrefix("#") ? "id" : key.hasPrefix(".") ? "class" : key
        let value = key.hasPrefix("#") || key.hasPrefix(".") ? String(key.dropFirst()) : ""
        all.append(Attribute(name: name, value: value, offset: start))
        continue
      }
      index += 1
      var value = index..<index
      if index < bytes.count,
        bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      {
        guard let quote = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return nil }
        value = (index + 1)..<quote
        index = quote + 1
      } else {
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        value = value.lowerBound..<index
      }
      all.append(Attribute(name: key, value: text(value), offset: start))
    }
    return nil
  }
}
