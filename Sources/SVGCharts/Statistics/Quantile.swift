/// The value below which a share of the finite values lies, between two of them in proportion
/// (R's type 7); NaN if there is none.
///
///     quantile(0.5, of: [1, 2, 4, 8])   // == 3
public func quantile(_ share: Double, of values: [Double]) -> Double {
  let sorted = values.filter { $0.isFinite }.sorted()
  guard let last = sorted.last else { return .nan }
  let place = min(max(share, 0), 1) * Double(sorted.count - 1)
  let below = place.roundedDown
  let index = Int(below)
  guard index + 1 < sorted.count else { return last }
  return sorted[index] + (place - below) * (sorted[index + 1] - sorted[index])
}
