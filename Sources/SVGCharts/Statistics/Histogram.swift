/// How many values lie in each of some bins; what lies in none is counted too.
///
/// A bin holds its lower edge; the last one holds its upper edge as well. All counts, with those
/// ``below`` and ``above`` the bins and of ``notNumbers``, sum to the number of values.
///
///     let histogram = Histogram([0.1, 0.2, 0.7, 5], edges: [0, 0.5, 1])
///     histogram.counts   // == [2, 1]
///     histogram.above    // == 1
public struct Histogram: Equatable, Sendable {
  /// The edges of the bins, one more than there are bins.
  public let edges: [Double]
  /// How many values lie in each bin; fractions where bins of others were divided.
  public private(set) var counts: [Double]
  /// The values under the first and over the last edge, infinite ones too.
  public private(set) var below = 0.0, above = 0.0
  /// The values that are NaN.
  public private(set) var notNumbers = 0.0

  /// The histogram with edges that increase.
  public init(_ values: [Double], edges: [Double]) {
    guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
      fatalError("A histogram needs at least two edges, each greater than the one before.")
    }
    self.edges = edges
    counts = Array(repeating: 0, count: edges.count - 1)
    for value in values {
      if value.isNaN {
        notNumbers += 1
      } else if value < edges[0] {
        below += 1
      } else if value > edges[edges.count - 1] {
        above += 1
      } else {
        counts[bin(of: value)] += 1
      }
    }
  }

  /// The histogram with a number of equal bins over a range, by default from the least to the
  /// greatest finite value.
  public init(_ values: [Double], bins: Int, in range: ClosedRange<Double>? = nil) {
    let range = range ?? Self.range(of: values)
    let count = max(bins, 1),
      width = range.upperBound / Double(count) - range.lowerBound / Double(count)
    self.init(
      values,
      edges: (0...count).map {
        $0 == count ? range.upperBound : range.lowerBound + Double($0) * width
      })
  }

  /// The histogram with round edges and about as many bins as the root of the number of values, from
  /// 5 to 40.
  public init(_ values: [Double]) {
    let range = Self.range(of: values)
    let wished = min(max(Int(Double(values.count).squareRoot()), 5), 40)
    let ticks = linearTicks(in: range, atMost: wished).values
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    let first = ticks.first ?? 0, last = ticks.last ?? 1
    let low = first - range.lowerBound > 1e-9 * step ? first - step : first
    let high = range.upperBound - last > 1e-9 * step ? last + step : last
    self.init(values, bins: Int((high - low) / step + 0.5), in: low...high)
  }

  /// How many values were counted.
  public var total: Double { counts.reduce(0, +) + below + above + notNumbers }

  /// The same values in other bins: each bin's count is divided by overlap, as if its values lay
  /// evenly in it, and the sum is kept.
  public func rebinned(edges: [Double]) -> Histogram {
    var result = Histogram([], edges: edges)
    (result.below, result.above, result.notNumbers) = (below, above, notNumbers)
    for (index, count) in counts.enumerated() where count > 0 {
      let (low, high) = (self.edges[index], self.edges[index + 1])
      func share(_ from: Double, _ to: Double) -> Double {
        max(min(to, high) - max(from, low), 0) / (high - low)
      }
      result.below += count * share(-.infinity, edges[0])
      result.above += count * share(edges[edges.count - 1], .infinity)
      for bin in result.counts.indices {
        result.counts[bin] += count * share(edges[bin], edges[bin + 1])
      }
    }
    return result
  }

  private func bin(of value: Double) -> Int {
    var low = 0, high = counts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if edges[middle + 1] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func range(of values: [Double]) -> ClosedRange<Double> {
    var range: ClosedRange<Double>?
    for value in values where value.isFinite {
      range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
    guard let range else { return 0...1 }
    if range.lowerBound < range.upperBound { return range }
    let room = max(abs(range.lowerBound) / 2, 0.5)
    return range.lowerBound - room...range.upperBound + room
  }
}
