/// The width of a text in pixels at a font size, estimated for the sans-serif fonts of systems:
/// a little too wide rather than too narrow.
package func textWidth(_ text: String, size: Double = fontSize) -> Double {
  var units = 0
  for scalar in text.unicodeScalars {
    let value = Int(scalar.value)
    switch value {
    case 32..<127: units += Int(widths[value - 32])
    case 0x300..<0x370, 0x200B...0x200F: break
    case 0x202F: units += 25
    case 0xD7, 0x2212: units += 84
    case 0x2026: units += 100
    case 0x2070...0x209F, 0xB2, 0xB3, 0xB9: units += 42
    case 0x2E80...0x10FFFF: units += 105
    case 0x2190...0x2E7F: units += 92
    default: units += 66
    }
  }
  return Double(units) * size / 100
}

/// The size of the text of a chart, in pixels.
package let fontSize = 12.0

/// Hundredths of the font size, for the characters from space to tilde.
private let widths: [UInt8] = [
  32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 38, 32, 36,
  64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
  100, 70, 69, 70, 77, 64, 58, 78, 76, 30, 42, 68, 58, 87, 75, 79,
  62, 79, 70, 66, 62, 74, 69, 99, 69, 62, 69, 39, 36, 39, 84, 50,
  50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
  64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
]
