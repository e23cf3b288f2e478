/// Ticks of a symmetric logarithmic axis, about `count`: zero, and on both sides of it powers of ten
/// beyond the part that is about linear, at one stride.
///
///     symmetricLogTicks(in: -10...100, threshold: 1, about: 6).values   // → [-10, 0, 10, 100]
package func symmetricLogTicks(
  in domain: ClosedRange<Double>, threshold: Double, about count: Int
) -> Ticks {
  // The first decade beyond the threshold lies too close to zero for a label.
  let first = Int((decimalLogarithm(threshold) - 1e-9).roundedUp) + 1
  func last(_ end: Double) -> Int {
    end > 0 ? Int((decimalLogarithm(end) + 1e-9).roundedDown) : first - 1
  }
  let (below, above) = (last(-domain.lowerBound), last(domain.upperBound))
  let powers = max(below - first + 1, 0) + max(above - first + 1, 0)
  guard powers > 1 else { return linearTicks(in: domain, atMost: count) }
  let step = powers / max(count, 2) + 1
  // From the far end, so that the greatest power has a label.
  let greatest = max(below, above)
  let used = stride(from: greatest, through: first, by: -step).reversed()
  let ticks =
    used.reversed().filter { $0 <= below }.map { -power10($0) } + [0]
    + used.filter { $0 <= above }.map { power10($0) }
  return Ticks(values: ticks.filter { domain.contains($0) })
}
