/// A tag in raw HTML.
struct HTMLTag: Equatable {
  enum Kind: Equatable {
    case opening, closing
    /// An opening tag with a slash at its end, as in XML.
    case selfClosing
    /// A tag whose `>` is missing.
    case unfinished
    /// A comment whose `-->` is missing.
    case comment
  }

  var kind: Kind
  /// In small letters; nothing for a comment.
  var name: String
  /// Where its `<` stands.
  var offset: Int

  /// The tags in a piece of HTML, found as browsers find them; what comments, scripts and the like
  /// hold is none.
  static func tags(in bytes: [UInt8]) -> [HTMLTag] {
    var tags: [HTMLTag] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if bytes[start...].starts(with: "<!--".utf8) {
        // `<!-->` is a whole comment.
        guard let end = bytes[(start + 2)...].firstRange(of: "-->".utf8)?.upperBound else {
          tags.append(HTMLTag(kind: .comment, name: "", offset: start))
          return tags
        }
        index = end
        continue
      }
      let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      guard index < bytes.count, bytes[index].isLetterOrDigit, !bytes[index].isDigit else {
        continue
      }
      let end = bytes[index...].firstIndex { $0.isBlank || "/>".utf8.contains($0) } ?? bytes.count
      let name = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
      guard let last = self.end(ofTagIn: bytes, from: end) else {
        tags.append(HTMLTag(kind: .unfinished, name: name, offset: start))
        return tags
      }
      index = last + 1
      let isSelfClosing = bytes[last - 1] == UInt8(ascii: "/")
      tags.append(
        HTMLTag(
          kind: isClosing ? .closing : isSelfClosing ? .selfClosing : .opening, name: name,
          offset: start))
      if !isClosing, textOnly.contains(name) {
        index = closingTag(of: name, in: bytes, from: index) ?? bytes.count
      }
    }
    return tags
  }

  /// Elements that hold no other elements.
  private static let textOnly: Set = ["script", "style", "textarea", "title", "iframe"]

  /// The `>` of a tag whose attributes begin at `start`.
  private static func end(ofTagIn bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    var isValue = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index }
      if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
        index = end
      }
      if !byte.isBlank { isValue = byte == UInt8(ascii: "=") }
      index += 1
    }
    return nil
  }

  private static func closingTag(of name: String, in bytes: [UInt8], from start: Int) -> Int? {
    bytes[start...].indices.first { index in
      bytes[index] == UInt8(ascii: "<") && index + 2 + name.utf8.count <= bytes.count
        && String(decoding: bytes[index..<(index + 2 + name.utf8.count)], as: UTF8.self)
          .lowercased() == "</" + name
    }
  }
}
