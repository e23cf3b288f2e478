/// Ticks of a logarithmic axis, about `count`.
///
/// Three decades and more have whole powers of ten at one stride, counted from 10⁰. Fewer have
/// multiples between the powers, taken in the order 3, 5, 2, until there are enough; where even
/// these are too few (less than a third of a decade), the ticks of a linear axis.
///
///     logTicks(in: 1e-9...1, about: 5).values   // → [1e-8, 1e-6, 1e-4, 1e-2, 1]
package func logTicks(in domain: ClosedRange<Double>, about count: Int) -> Ticks {
  let low = decimalLogarithm(domain.lowerBound), high = decimalLogarithm(domain.upperBound)
  let first = Int((low - 1e-9).roundedUp), last = Int((high + 1e-9).roundedDown)
  // More than three labels are good to have, but not by leaving the powers of ten.
  let enough = min(max(count - 2, 2), 3)
  let powers = powersOfTen(from: first, through: last, atMost: count)
  if high - low >= 3 - 1e-9 || powers.count >= enough {
    return Ticks(values: powers.map { power10($0) })
  }
  if high - low > 1.0 / 3 {
    for multiples in [[1, 3], [1, 3, 5], [1, 2, 3, 5]] {
      let ticks = (first - 1...last + 1).flatMap { power in
        multiples.map { multiple(of: $0, power) }
      }.filter { domain.contains($0) }
      if ticks.count >= enough { return Ticks(values: ticks) }
    }
  }
  return linearTicks(in: domain, atMost: count)
}

/// The exponents that are whole multiples of the least round stride with which they are few enough.
private func powersOfTen(from first: Int, through last: Int, atMost count: Int) -> [Int] {
  guard first <= last else { return [] }
  for step in [1, 2, 3, 4, 5, 10, 15, 20, 30, 50, 100] {
    let powers = (first...last).filter { $0 % step == 0 }
    if powers.count < 2 { break }
    if powers.count <= count { return powers }
  }
  return Array(stride(from: first, through: last, by: (last - first) / count + 1))
}

/// The multiples 2 to 9 of every power of ten inside `domain`.
package func minorLogTicks(in domain: ClosedRange<Double>) -> [Double] {
  let first = Int(decimalLogarithm(domain.lowerBound).roundedDown)
  let last = Int(decimalLogarithm(domain.upperBound).roundedDown)
  return (first...last).flatMap { power in (2...9).map { multiple(of: $0, power) } }
    .filter { domain.contains($0) }
}

private func multiple(of factor: Int, _ power: Int) -> Double {
  power < 0 ? Double(factor) / power10(-power) : Double(factor) * power10(power)
}
