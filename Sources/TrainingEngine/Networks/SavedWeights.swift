/// Why saved weights cannot be loaded, as a sentence.
///
/// ```swift
/// let network = Network(seed: 1) { Dense(from: 2, to: 1) }
/// var message = ""
/// do {
///   try Network(seed: 1) { Dense(from: 3, to: 1) }.loadWeights(network.savedWeights())
/// } catch {
///   message = error.description
/// }
/// message  // == "Dense 1 weights is 2×1 in the weights, but 3×1 in this network."
/// ```
public struct WeightsError: Error, Equatable, CustomStringConvertible {
  /// The sentence, with its full stop.
  public let description: String
}

// The format, all numbers little-endian:
//
//     8 bytes  "GRADUSW1"
//     u32      the bits of a number: 32 or 64
//     u32      the count of tensors
//     then for each tensor
//     u32      the length of its name in bytes
//              its name in UTF-8: "Dense 3 weights"
//     u32      rows
//     u32      columns
//              the numbers (IEEE 754), row after row
//     u32      CRC-32 (ISO 3309) of this tensor's bytes so far
extension Network {
  /// All that training changed, as bytes to keep: parameters, and the running statistics of batch
  /// norm.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1) }
  /// let copy = Network(seed: 2) { Dense(from: 2, to: 1) }
  /// try? copy.loadWeights(network.savedWeights())
  /// copy([[3, 4]]) == network([[3, 4]])  // == true
  /// ```
  public func savedWeights() -> [UInt8] {
    let tensors = namedTensors
    var bytes = Array("GRADUSW1".utf8)
    bytes.append(little: UInt32(precision.byteCount * 8))
    bytes.append(little: UInt32(tensors.count))
    for (name, tensor) in tensors {
      let start = bytes.count
      bytes.append(little: UInt32(name.utf8.count))
      bytes += Array(name.utf8)
      bytes.append(little: UInt32(tensor.rows))
      bytes.append(little: UInt32(tensor.columns))
      for index in 0..<tensor.count {
        switch precision {
        case .float: bytes.append(little: Float(tensor.storage[index]).bitPattern)
        case .double: bytes.append(little: tensor.storage[index].bitPattern)
        }
      }
      bytes.append(little: crc32(bytes[start...]))
    }
    return bytes
  }

  /// Takes over what ``savedWeights()`` of a network of the same layers gave.
  ///
  /// Bytes that are damaged, or of another network, are refused with the name of the first tensor
  /// that is wrong, and nothing changes.
  public func loadWeights(_ bytes: [UInt8]) throws(WeightsError) {
    var reader = ByteReader(bytes: bytes)
    guard reader.take(8).map({ Array($0) == Array("GRADUSW1".utf8) }) == true else {
      throw WeightsError(
        description: "These bytes are no saved weights: they do not begin with GRADUSW1.")
    }
    let tensors = namedTensors
    guard let bits = reader.number(UInt32.self), let count = reader.number(UInt32.self) else {
      throw .truncated("the header")
    }
    guard Int(bits) == precision.byteCount * 8 else {
      throw WeightsError(
        description: "The weights have \(bits) bits a number, this network has "
          + "\(precision.byteCount * 8): make it with precision: .\(bits == 64 ? "double" : "float")."
      )
    }
    var values: [[Double]] = []
    for (name, tensor) in tensors {
      if values.count == Int(count) {
        throw WeightsError(
          description: "The weights end before \(name), which this network has.")
      }
      values.append(try reader.tensor(name, tensor))
    }
    guard Int(count) == tensors.count, reader.isAtEnd else {
      throw WeightsError(
        description: "The weights go on after \(tensors.last?.name ?? "the header"), "
          + "the last of this network.")
    }
    for ((_, tensor), numbers) in zip(tensors, values) {
      for (index, number) in numbers.enumerated() { tensor.storage[index] = number }
    }
  }

  /// Every parameter, then every buffer, with its name.
  private var namedTensors: [(name: String, tensor: Tensor)] {
    parameters.map { ($0.fullName, $0.value) }
      + zip(layers, names).flatMap(Network.namedBuffers)
  }

  private static func namedBuffers(
    _ layer: any Layer, _ name: String
  ) -> [(name: String, tensor: Tensor)] {
    layer.buffers.map { ("\(name) \($0.name)", $0.value) }
      + zip(layer.layers, names(of: layer.layers)).flatMap { namedBuffers($0, "\(name) \($1)") }
  }
}

/// Takes bytes from the front.
private struct ByteReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard bytes.count - position >= count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func number<T: FixedWidthInteger>(_ type: T.Type) -> T? {
    take(T.bitWidth / 8)?.reversed().reduce(0) { $0 << 8 | T($1) }
  }

  /// The numbers of the next tensor, which must be this one.
  mutating func tensor(_ name: String, _ expected: Tensor) throws(WeightsError) -> [Double] {
    let start = position
    guard let length = number(UInt32.self), let text = take(Int(length)) else {
      throw .truncated(name)
    }
    guard Array(text) == Array(name.utf8) else {
      throw WeightsError(
        description: "The weights have \(printable(text)) where this network has \(name).")
    }
    guard let rows = number(UInt32.self), let columns = number(UInt32.self) else {
      throw .truncated(name)
    }
    guard Int(rows) == expected.rows, Int(columns) == expected.columns else {
      throw WeightsError(
        description: "\(name) is \(rows)×\(columns) in the weights, but "
          + "\(expected.rows)×\(expected.columns) in this network.")
    }
    var values: [Double] = []
    for _ in 0..<expected.count {
      switch expected.precision {
      case .float:
        guard let bits = number(UInt32.self) else { throw .truncated(name) }
        values.append(Double(Float(bitPattern: bits)))
      case .double:
        guard let bits = number(UInt64.self) else { throw .truncated(name) }
        values.append(Double(bitPattern: bits))
      }
    }
    let sum = crc32(bytes[start..<position])
    guard let checksum = number(UInt32.self) else { throw .truncated(name) }
    guard checksum == sum else {
      throw WeightsError(description: "\(name) is damaged: its checksum does not fit.")
    }
    return values
  }

  /// A name as far as it is one.
  private func printable(_ text: ArraySlice<UInt8>) -> String {
    let isName = text.count <= 200 && text.allSatisfy { (0x20..<0x7f).contains($0) }
    return isName ? String(decoding: text, as: UTF8.self) : "something unreadable"
  }
}

extension WeightsError {
  fileprivate static func truncated(_ name: String) -> WeightsError {
    WeightsError(description: "The weights end in the middle of \(name).")
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

private func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  var remainder = ~UInt32(0)
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 0 ? 0 : 0xedb8_8320) }
  }
  return ~remainder
}
