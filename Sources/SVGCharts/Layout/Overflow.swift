/// A value beyond the upper or lower edge of the plot.
struct Overflow: Sendable {
  let x: Double
  let index: Int
  let isAbove: Bool
}

extension Plot {
  /// Where a series leaves the plot: infinite values and those outside the axis, the farthest of
  /// each excursion.
  func overflows(of series: DataSeries) -> [Overflow] {
    guard series.kind.room != .band else { return [] }
    var found: [Overflow] = []
    var seen: (index: Int, x: Double)?
    for index in series.indices {
      let point = point(series, index)
      guard point.x >= frame.left - 0.05, point.x <= frame.right + 0.05 else { continue }
      let isAbove = point.y < frame.top - 0.05 || series.y[index] == .infinity
      guard isAbove || point.y > frame.bottom + 0.05 || series.y[index] == -.infinity else {
        continue
      }
      let overflow = Overflow(x: point.x, index: index, isAbove: isAbove)
      defer { seen = (index, point.x) }
      if let last = found.last, last.isAbove == isAbove, let seen,
        seen.index == index - 1 || point.x - seen.x < 24
      {
        if abs(series.y[last.index]) < abs(series.y[index]) { found[found.count - 1] = overflow }
      } else {
        found.append(overflow)
      }
    }
    return found
  }
}
