internal import TrainingKernels

/// The hyperbolic tangent, within 5 ulp.
///
/// ```swift
/// tanh(0)  // == 0
/// ```
@_disfavoredOverload public func tanh(_ x: Double) -> Double { tk_tanh(x) }

/// 1/(1 + e⁻ˣ), within 3 ulp.
///
/// ```swift
/// sigmoid(0)  // == 0.5
/// ```
@_disfavoredOverload public func sigmoid(_ x: Double) -> Double { mapped(.sigmoid, x) }

/// The error function 2/√π ∫₀ˣ e^(−t²) dt, within 2 ulp; the normal distribution below x is
/// (1 + erf(x/√2))/2.
///
/// ```swift
/// erf(0.5)  // == 0.5204998778130465
/// ```
@_disfavoredOverload public func erf(_ x: Double) -> Double { mapped(.erf, x) }

/// eˣ of each score, divided by their sum: probabilities.
///
/// ```swift
/// softmax([0, 0])  // == [0.5, 0.5]
/// ```
@_disfavoredOverload public func softmax(_ scores: [Double]) -> [Double] {
  guard let largest = scores.max() else { return [] }
  let powers = scores.map { tk_exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

private func mapped(_ function: TKFunction, _ x: Double) -> Double {
  var x = x, y = 0.0
  tk_map(.float64, function, 1, &x, &y)
  return y
}
