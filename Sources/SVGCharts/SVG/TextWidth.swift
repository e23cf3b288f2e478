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
  31, 34, 42, 68, 62, 88, 74, 26, 38, 38, 50, 72, 32, 38, 32, 36,
  62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 34, 34, 72, 72, 72, 54,
  96, 70, 68, 70, 75, 62, 58, 76, 75, 30, 42, 68, 58, 86, 75, 78,
  62, 78, 68, 66, 62, 74, 68, 96, 68, 62, 68, 38, 36, 38, 72, 50,
  50, 60, 62, 55, 62, 60, 36, 62, 61, 28, 28, 58, 28, 92, 61, 61,
  62, 62, 40, 53, 38, 61, 57, 80, 58, 57, 53, 42, 34, 42, 72,
]
