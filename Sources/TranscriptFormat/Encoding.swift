/// Bytes being written: integers as LEB128, texts with their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ number: Double?) {
    write(number != nil)
    if let bits = number?.bitPattern {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
    }
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ table: Table) {
    write(table.columns.count)
    for column in table.columns { write(column) }
    write(table.rows.count)
    for row in table.rows { for cell in row { write(cell) } }
  }
}

/// Bytes being read; every read is nil past the end, so that a truncated file is noticed, not trusted.
struct ByteReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8? { bytes.popFirst() }

  mutating func int() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = bytes.popFirst() {
      guard shift < 64 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  /// A count of things that each take at least one byte.
  mutating func count() -> Int? {
    guard let count = int(), count >= 0, count <= bytes.count else { return nil }
    return count
  }

  mutating func bool() -> Bool? { byte().map { $0 != 0 } }

  mutating func double() -> Double?? {
    guard let isPresent = bool() else { return nil }
    guard isPresent else { return .some(nil) }
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      guard let byte = byte() else { return nil }
      bits |= UInt64(byte) << shift
    }
    return Double(bitPattern: bits)
  }

  mutating func slice() -> ArraySlice<UInt8>? {
    guard let count = count() else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func text() -> String? { slice().map { String(decoding: $0, as: UTF8.self) } }

  mutating func table() -> Table? {
    guard let width = count() else { return nil }
    var columns: [String] = []
    for _ in 0..<width {
      guard let column = text() else { return nil }
      columns.append(column)
    }
    guard let height = count() else { return nil }
    var rows: [[String]] = []
    for _ in 0..<height {
      var row: [String] = []
      for _ in 0..<width {
        guard let cell = text() else { return nil }
        row.append(cell)
      }
      rows.append(row)
    }
    return Table(columns: columns, rows: rows)
  }
}
