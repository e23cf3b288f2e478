/// A finite number as decimal digits: 0.0123 is the digits 1, 2, 3 and the exponent -2.
struct DecimalDigits {
  var isNegative = false
  /// The digits without zeros at either end; none for zero.
  var digits: [UInt8] = []
  /// The power of ten of the first digit.
  var exponent = 0

  /// The shortest digits that tell `value` from every other.
  init(_ value: Double, timesTenTo shift: Int = 0) {
    self.init(shortest: value.description)
    if !digits.isEmpty { exponent += shift }
  }

  /// The shortest digits that tell `value` from every other number of its precision.
  init(_ value: Float) { self.init(shortest: value.description) }

  private init(shortest text: String) {
    var point: Int?, power = 0, inPower = false, powerIsNegative = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): if inPower { powerIsNegative = true } else { isNegative = true }
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): inPower = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inPower { power = power * 10 + Int(digit) } else { digits.append(digit) }
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + (powerIsNegative ? -power : power)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  /// Rounds to the digit that stands for ten to `power`, halves away from zero.
  mutating func round(toPower power: Int) {
    let kept = exponent - power + 1
    guard kept < digits.count else { return }
    guard kept >= 0 else { return digits = [] }
    let roundsUp = digits[kept] >= 5
    digits.removeLast(digits.count - kept)
    if roundsUp {
      var place = kept - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    trim()
  }

  /// Rounds to a number of significant digits.
  mutating func round(significant count: Int) { round(toPower: exponent - count + 1) }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  /// The number in plain notation with at least `decimals` digits after the point, without sign.
  func plain(decimals: Int = 0, separator: String = "") -> String {
    var text = ""
    let whole = max(exponent, 0)
    for power in stride(from: whole, through: 0, by: -1) {
      text += String(digit(power))
      if power > 0, power % 3 == 0 { text += separator }
    }
    let last = min(-decimals, exponent - digits.count + 1)
    if last < 0 {
      text += "."
      for power in stride(from: -1, through: last, by: -1) { text += String(digit(power)) }
    }
    return text
  }

  /// The first digit, a point and the others, without sign and power.
  var significand: String {
    var shifted = self
    shifted.exponent = 0
    return shifted.plain()
  }

  private func digit(_ power: Int) -> UInt8 {
    let place = exponent - power
    return digits.indices.contains(place) ? digits[place] : 0
  }
}

/// A whole number in superscript figures.
func superscript(_ number: Int) -> String {
  let figures = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  var text = number < 0 ? "⁻" : ""
  for byte in String(number < 0 ? -number : number).utf8 { text += figures[Int(byte) - 48] }
  return text
}
