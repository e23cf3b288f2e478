/// A short name for some texts: 64 bits that follow from them, in small letters and digits.
package struct ContentDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  static func text(of parts: [String]) -> String {
    var digest = ContentDigest()
    for part in parts { digest.add(part) }
    return String(digest.state, radix: 36)
  }

  /// The name of what a file holds.
  package static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = ContentDigest()
    digest.add(bytes)
    return String(digest.state, radix: 36)
  }

  static func text(of values: TemplateValues) -> String {
    var digest = ContentDigest()
    digest.add(value: values)
    return String(digest.state, radix: 36)
  }

  private mutating func add(value: any Sendable) {
    switch value {
    case let text as String: add(text)
    case let flag as Bool: add(UInt64(flag ? 1 : 2))
    case let list as [TemplateValues]:
      add(UInt64(list.count))
      for values in list { add(value: values) }
    case let values as TemplateValues:
      add(UInt64(values.count))
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        add(name)
        add(value: value)
      }
    default: preconditionFailure("a page is filled with texts, flags and lists")
    }
  }

  /// Eight bytes at a time, since a course has megabytes of drawings.
  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let whole = bytes.count / 8 * 8
    for offset in stride(from: 0, to: whole, by: 8) {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    var rest: UInt64 = 0
    for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
    add(rest)
    add(UInt64(bytes.count))
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }
}
