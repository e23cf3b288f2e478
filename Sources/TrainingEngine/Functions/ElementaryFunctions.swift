internal import TrainingKernels

// The functions of one number that every language has, computed by the engine's own kernels: the
// same bits on every machine and in a browser. Where a lesson imports Foundation, Foundation's are
// meant.

/// √x, correctly rounded; NaN below 0.
///
/// ```swift
/// sqrt(9)  // == 3
/// ```
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// eˣ, within 2 ulp.
///
/// ```swift
/// exp(0)  // == 1
/// ```
@_disfavoredOverload public func exp(_ x: Double) -> Double { tk_exp(x) }

/// The natural logarithm, within 1 ulp; −∞ at 0, NaN below.
///
/// ```swift
/// log(2)  // == 0.6931471805599453
/// ```
@_disfavoredOverload public func log(_ x: Double) -> Double { tk_log(x) }

/// The logarithm to the base 2, exact for powers of two and within 3 ulp for others.
///
/// ```swift
/// log2(1024)  // == 10
/// ```
@_disfavoredOverload public func log2(_ x: Double) -> Double {
  x > 0 && x.significand == 1 ? Double(x.exponent) : tk_log(x) * 1.442_695_040_888_963_4
}

/// The logarithm to the base 10, exact for powers of ten and within 3 ulp for others.
///
/// ```swift
/// log10(1000)  // == 3
/// ```
@_disfavoredOverload public func log10(_ x: Double) -> Double {
  let logarithm = tk_log(x) * 0.434_294_481_903_251_8
  let whole = logarithm.rounded()
  return whole.magnitude < 400 && pow(10, Int(whole)) == x ? whole : logarithm
}

/// xʸ: a product for whole y, else the exponential of y·log x; NaN where x is negative and y is not
/// whole.
///
/// The error is at most about |y| ulp for whole y, and 2 + 2·|y·log x| ulp for others.
///
/// ```swift
/// pow(10, -3.0)  // == 0.001
/// pow(2, 0.5)  // == 1.414213562373095
/// ```
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double {
  if y.magnitude <= 1024, y == y.rounded() { return pow(x, Int(y)) }
  if x < 0, y.isFinite, y == y.rounded() {
    let power = tk_exp(y * tk_log(-x))
    return y.remainder(dividingBy: 2) == 0 ? power : -power
  }
  return tk_exp(y * tk_log(x))
}

/// xⁿ, a product of n factors, or 1 divided by one of −n.
///
/// ```swift
/// pow(0.5, 10)  // == 0.0009765625
/// ```
@_disfavoredOverload public func pow(_ x: Double, _ n: Int) -> Double {
  var power = 1.0, square = x
  var rest = n.magnitude
  while rest > 0 {
    if rest & 1 == 1 { power *= square }
    square *= square
    rest >>= 1
  }
  return n < 0 ? 1 / power : power
}

/// The greatest whole number that is not above x.
///
/// ```swift
/// floor(-0.5)  // == -1
/// ceil(0.2)  // == 1
/// round(2.5)  // == 3
/// ```
@_disfavoredOverload public func floor(_ x: Double) -> Double { x.rounded(.down) }

/// The least whole number that is not below x.
@_disfavoredOverload public func ceil(_ x: Double) -> Double { x.rounded(.up) }

/// The nearest whole number; of two, the one away from 0.
@_disfavoredOverload public func round(_ x: Double) -> Double { x.rounded() }
