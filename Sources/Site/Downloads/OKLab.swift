/// A color in OKLab, in which colors are mixed as the eye expects.
///
/// Its roots are computed by Newton's method: the same bits on every machine.
package struct OKLab {
  var lightness: Double, a: Double, b: Double

  /// A color written as `#3663ea` or `#fff`; nil for any other text.
  package init?(hex: String) {
    let digits = hex.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard hex.first == "#", digits.count == hex.count - 1, [3, 6].contains(digits.count) else {
      return nil
    }
    let width = digits.count / 3
    let channels = (0..<3).map { channel in
      Self.linear[
        width == 1 ? digits[channel] * 17 : digits[2 * channel] * 16 + digits[2 * channel + 1]]
    }
    let (red, green, blue) = (channels[0], channels[1], channels[2])
    let l = root(3, of: 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = root(3, of: 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = root(3, of: 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// `share` of this color, and the rest of the other.
  package func mixed(with other: OKLab, share: Double) -> OKLab {
    var mixture = other
    mixture.lightness += share * (lightness - other.lightness)
    mixture.a += share * (a - other.a)
    mixture.b += share * (b - other.b)
    return mixture
  }

  /// The nearest color that a screen has, as `#3663ea`.
  package var hex: String {
    func cubed(_ value: Double) -> Double { value * value * value }
    let l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b)
    let channels = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
    return channels.reduce("#") { text, channel in
      let byte = Self.steps.firstIndex { channel < $0 } ?? 255
      return text + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  /// The light of each byte of a channel, from 0 to 1.
  private static let linear = (0...255).map { light(Double($0) / 255) }
  /// Where the light of a byte passes to that of the next.
  private static let steps = (0..<255).map { light((Double($0) + 0.5) / 255) }

  private static func light(_ value: Double) -> Double {
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let fifth = root(5, of: base)
    return base * base * fifth * fifth
  }
}

/// The root of a number from 0 to 1, from above.
private func root(_ degree: Int, of value: Double) -> Double {
  guard value > 0 else { return 0 }
  var root = 1.0
  while true {
    let power = (1..<degree).reduce(1.0) { product, _ in product * root }
    let next = root - (root - value / power) / Double(degree)
    guard next < root else { return root }
    root = next
  }
}
