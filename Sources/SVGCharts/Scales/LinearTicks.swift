/// The ticks of an axis.
package struct Ticks: Equatable, Sendable {
  package var values: [Double]
  /// Ticks without a label.
  package var minor: [Double] = []
  /// The power of ten of the last digit that the labels need; `nil` for multiples of powers of ten.
  package var lastDigit: Int?

  package init(values: [Double], minor: [Double] = [], lastDigit: Int? = nil) {
    self.values = values
    self.minor = minor
    self.lastDigit = lastDigit
  }
}

/// Multiples of 1, 2, 2.5 or 5 times a power of ten inside `domain`: at most `count` unless these
/// would be fewer than two; whole numbers only if `whole`.
///
///     linearTicks(in: 0...7, atMost: 5).values   // → [0, 2, 4, 6]
package func linearTicks(
  in domain: ClosedRange<Double>, atMost count: Int, whole: Bool = false
) -> Ticks {
  let (low, high) = (domain.lowerBound, domain.upperBound)
  let span = high - low < .infinity ? high - low : .greatestFiniteMagnitude
  var exponent = max(Int(decimalLogarithm(span).roundedDown) - 2, -306)
  if whole { exponent = max(exponent, 0) }
  var finer: Ticks?
  while exponent < 309 {
    for mantissa in [10, 20, 25, 50] where !(whole && exponent == 0 && mantissa == 25) {
      let step = Double(mantissa) / 10 * power10(exponent)
      let first = (low / step - 1e-9).roundedUp, last = (high / step + 1e-9).roundedDown
      let found = max(0, Int(last - first) + 1)
      if found < 2, let finer { return finer }
      // A tick is a whole multiple of a power of ten, rounded once: 0.3, not 0.30000000000000004.
      let ticks = Ticks(
        values: (0..<found).map {
          let digits = (first + Double($0)) * Double(mantissa)
          return exponent < 1 ? digits / power10(1 - exponent) : digits * power10(exponent - 1)
        }, lastDigit: mantissa == 25 ? exponent - 1 : exponent)
      if found <= max(count, 2) { return ticks }
      finer = ticks
    }
    exponent += 1
  }
  return finer ?? Ticks(values: [])
}
