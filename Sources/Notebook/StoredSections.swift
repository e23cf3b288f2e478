/// A stored file: a checksum line, a line with the sections' lengths, and the sections.
///
/// The first section is the key under which the file is kept, so that two keys with one hash cannot
/// be taken for each other; by the checksum a damaged file is rebuilt and not believed.
struct StoredSections {
  let sections: [[UInt8]]

  init(_ sections: [[UInt8]]) { self.sections = sections }

  /// Reads a file; without sections if it is not whole.
  init(of bytes: [UInt8]) { sections = Self.sections(of: bytes) }

  var bytes: [UInt8] {
    let body =
      sections.map { String($0.count) }.joined(separator: " ").utf8 + [10] + sections.joined()
    return Array("gradus 1 \(contentHash(body))\n".utf8) + body
  }

  private static func sections(of bytes: [UInt8]) -> [[UInt8]] {
    guard let end = bytes.firstIndex(of: 10) else { return [] }
    let body = bytes[(end + 1)...]
    guard bytes[..<end].elementsEqual("gradus 1 \(contentHash(body))".utf8),
      let lengthsEnd = body.firstIndex(of: 10)
    else { return [] }
    let lengths = String(decoding: body[..<lengthsEnd], as: UTF8.self).split(separator: " ")
      .compactMap { Int($0) }
    var rest = body[(lengthsEnd + 1)...]
    guard lengths.reduce(0, +) == rest.count else { return [] }
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
  }
}
