/// A short name for some texts: 64 bits that follow from them, in small letters and digits.
struct ContentDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  static func text(of parts: [String]) -> String {
    var digest = ContentDigest()
    for part in parts { digest.add(part) }
    return String(digest.state, radix: 36)
  }

  /// Eight bytes at a time, since a course has megabytes of drawings.
  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      var rest: UInt64 = 0
      for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
      add(rest)
      add(UInt64(bytes.count))
    }
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 29
  }
}
