/// A record as event files hold it: its length, the checksum of the length, the bytes, their
/// checksum; all numbers with the lowest byte first (TFRecord).
func framed(_ payload: [UInt8]) -> [UInt8] {
  let length = littleEndian(UInt64(payload.count))
  return length + littleEndian(maskedChecksum(of: length)) + payload
    + littleEndian(maskedChecksum(of: payload))
}

/// CRC-32C, rotated and shifted: the checksum of bytes that hold checksums themselves would be weak.
package func maskedChecksum(of bytes: [UInt8]) -> UInt32 {
  let checksum = checksum(of: bytes)
  return (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
}

/// CRC-32C (Castagnoli).
package func checksum(of bytes: [UInt8]) -> UInt32 {
  var checksum = UInt32.max
  for byte in bytes {
    let low = UInt8(truncatingIfNeeded: checksum) ^ byte
    checksum = checksums[Int(low)] ^ (checksum >> 8)
  }
  return ~checksum
}

/// What each value of a byte does to the checksum.
private let checksums: [UInt32] = (0..<256).map { byte in
  var checksum = UInt32(byte)
  for _ in 1...8 {
    let half = checksum >> 1
    checksum = checksum & 1 == 1 ? half ^ 0x82F6_3B78 : half
  }
  return checksum
}

private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
