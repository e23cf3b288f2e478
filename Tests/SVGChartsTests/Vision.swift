import Foundation

/// A color in linear light.
struct RGB {
  var red, green, blue: Double

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A color like `#3663ea;`.
  init?(_ hex: String) {
    let digits = hex.filter(\.isHexDigit)
    guard hex.hasPrefix("#"), digits.count == 6, let number = Int(digits, radix: 16) else {
      return nil
    }
    func linear(_ byte: Int) -> Double {
      let value = Double(byte & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(number >> 16), green: linear(number >> 8), blue: linear(number))
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast of WCAG 2.
  func contrast(_ other: RGB) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a / b, b / a)
  }

  var lab: Lab {
    func f(_ t: Double) -> Double {
      t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    let x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return Lab(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }
}

/// How a person sees, after Machado, Oliveira and Fernandes (2009).
enum Vision: CaseIterable {
  case normal, protanopia, deuteranopia

  func seen(_ color: RGB) -> RGB {
    let matrix: [Double]
    switch self {
    case .normal: return color
    case .protanopia:
      matrix = [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
      ]
    case .deuteranopia:
      matrix = [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    }
    func row(_ index: Int) -> Double {
      let sum =
        matrix[index] * color.red + matrix[index + 1] * color.green + matrix[index + 2] * color.blue
      return min(max(sum, 0), 1)
    }
    return RGB(red: row(0), green: row(3), blue: row(6))
  }
}

/// A color in CIELAB.
struct Lab {
  var l, a, b: Double

  /// CIEDE2000.
  func difference(_ other: Lab) -> Double {
    func degrees(_ y: Double, _ x: Double) -> Double {
      let angle = atan2(y, x) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
    let (a1, a2) = (a * (1 + g), other.a * (1 + g))
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (degrees(b, a1), degrees(other.b, a2))
    var turn = h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    if c1 * c2 == 0 { turn = 0 }
    let hue = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180)
    let l = (self.l + other.l) / 2, c = (c1 + c2) / 2
    var h = (h1 + h2) / 2
    if abs(h1 - h2) > 180 { h += h1 + h2 < 360 ? 180 : -180 }
    if c1 * c2 == 0 { h = h1 + h2 }
    let t =
      1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6)
      - 0.20 * cosine(4 * h - 63)
    let sl = 1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2))
    let sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t
    let rotation =
      -2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)))
      * sin(60 * exp(-pow((h - 275) / 25, 2)) * .pi / 180)
    let (x, y, z) = ((other.l - self.l) / sl, (c2 - c1) / sc, hue / sh)
    return sqrt(x * x + y * y + z * z + rotation * y * z)
  }
}
