/// A value beyond the upper or lower edge of the plot.
struct Overflow: Sendable {
  let x: Double
  let index: Int
  let value: Double
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
      let point = Point(x: x.position(series.x[index]), y: 0)
      guard let value = overflowing(series, index), point.x >= frame.left - 0.05,
        point.x <= frame.right + 0.05
      else { continue }
      let isAbove =
        value.isFinite ? y.position(value) < frame.top : (value > 0) == (y.end < y.start)
      let overflow = Overflow(x: point.x, index: index, value: value, isAbove: isAbove)
      defer { seen = (index, point.x) }
      if let last = found.last, last.isAbove == isAbove, let seen,
        seen.index == index - 1 || point.x - seen.x < 24
      {
        if abs(last.value) < abs(value) { found[found.count - 1] = overflow }
      } else {
        found.append(overflow)
      }
    }
    return found
  }

  /// The value of a mark, or the end of a band, that lies beyond the edge.
  private func overflowing(_ series: DataSeries, _ index: Int) -> Double? {
    let values = series.yEnd.isEmpty ? [series.y[index]] : [series.yEnd[index], series.y[index]]
    return values.first {
      let place = y.position($0)
      return !$0.isNaN
        && (!$0.isFinite || place < frame.top - 0.05 || place > frame.bottom + 0.05)
    }
  }
}
