internal import TrainingKernels

/// The sine of an angle in radians, within 1 ulp below 10⁵.
///
/// ```swift
/// sin(.pi / 2)  // == 1
/// ```
@_disfavoredOverload public func sin(_ x: Double) -> Double { tk_sin(x) }

/// The cosine of an angle in radians, within 1 ulp below 10⁵.
///
/// ```swift
/// cos(0)  // == 1
/// ```
@_disfavoredOverload public func cos(_ x: Double) -> Double { tk_cos(x) }

/// The tangent of an angle in radians, within 3 ulp below 10⁵.
///
/// ```swift
/// tan(0)  // == 0
/// ```
@_disfavoredOverload public func tan(_ x: Double) -> Double { tk_sin(x) / tk_cos(x) }

/// The length √(x² + y²), without overflow on the way and within 2 ulp.
///
/// ```swift
/// hypot(3, 4)  // == 5
/// ```
@_disfavoredOverload public func hypot(_ x: Double, _ y: Double) -> Double {
  let larger = max(x.magnitude, y.magnitude)
  guard larger > 0, larger.isFinite else { return x.isNaN || y.isNaN ? .nan : larger }
  if (1e-140...1e140).contains(larger) { return (x * x + y * y).squareRoot() }
  let a = x / larger, b = y / larger
  return larger * (a * a + b * b).squareRoot()
}

/// The angle from the x axis to the point (x, y), from −π to π, within 2 ulp.
///
/// ```swift
/// atan2(0, -1)  // == 3.141592653589793
/// ```
@_disfavoredOverload public func atan2(_ y: Double, _ x: Double) -> Double {
  if x.isNaN || y.isNaN { return .nan }
  if y.isInfinite || x.isInfinite {
    func end(_ number: Double) -> Double {
      Double(signOf: number, magnitudeOf: number.isInfinite ? 1 : 0)
    }
    return atan2(end(y), end(x))
  }
  if y == 0 { return Double(signOf: y, magnitudeOf: x.sign == .minus ? .pi : 0) }
  let length = hypot(x, y)
  if length.isInfinite { return atan2(y / 2, x / 2) }
  if length < 0x1p-1000 { return atan2(y * 0x1p600, x * 0x1p600) }
  let sine = y / length, cosine = x / length
  // A first guess within 0.07; θ + sin(φ − θ) comes nearer to φ by a third power each time: 5e-5,
  // 2e-14, and all digits.
  let half = (1 - cosine) / 2
  let root = 0.5.squareRoot()
  let share = half < 0.5 ? half.squareRoot() * root : 1 - (1 - half).squareRoot() * root
  var angle = sine < 0 ? -.pi * share : .pi * share
  for _ in 1...3 { angle += sine * tk_cos(angle) - cosine * tk_sin(angle) }
  return angle
}

/// The angle from −π/2 to π/2 with a tangent, within 2 ulp.
///
/// ```swift
/// atan(1)  // == 0.7853981633974483
/// ```
@_disfavoredOverload public func atan(_ x: Double) -> Double { atan2(x, 1) }

/// The angle from 0 to π with a cosine, within 2 ulp: of two directions of length 1, `acos` of their dot product.
///
/// ```swift
/// acos(-1)  // == 3.141592653589793
/// ```
@_disfavoredOverload public func acos(_ x: Double) -> Double {
  x.magnitude > 1 ? .nan : atan2(((1 - x) * (1 + x)).squareRoot(), x)
}

/// The angle from −π/2 to π/2 with a sine, within 2 ulp.
///
/// ```swift
/// asin(0)  // == 0
/// ```
@_disfavoredOverload public func asin(_ x: Double) -> Double {
  x.magnitude > 1 ? .nan : atan2(x, ((1 - x) * (1 + x)).squareRoot())
}
