/// The first, lowest, highest and last point of each column of pixels.
///
/// No column covers another range than with all the points. This is M4 (Jugel et al., VLDB 2014).
package func thinned(_ run: [Point]) -> [Point] {
  guard run.count > 4 else { return run }
  var kept: [Point] = []
  var start = 0
  while start < run.count {
    let column = run[start].x.roundedDown
    var low = start, high = start, end = start + 1
    while end < run.count, run[end].x.roundedDown == column {
      if run[end].y < run[low].y { low = end }
      if run[end].y > run[high].y { high = end }
      end += 1
    }
    let inner = low < high ? (low, high) : (high, low)
    if end - start > 4 {
      // On one vertical, which draws the same pixels in half the bytes.
      for index in [start, inner.0, inner.1, end - 1] {
        kept.append(Point(x: column + 0.5, y: run[index].y))
      }
      start = end
      continue
    }
    var last = -1
    for index in [start, inner.0, inner.1, end - 1] where index != last {
      kept.append(run[index])
      last = index
    }
    start = end
  }
  return kept
}

extension PathData {
  /// Draws a thinned run. Columns that are drawn on one vertical are joined at a height that both
  /// cover, instead of at their last and first point: the same pixels in fewer bytes.
  mutating func line(along run: [Point]) {
    move(to: run[0])
    var index = 0
    var y = run[0].y
    while let column = run.column(at: index) {
      if index > 0 {
        if column.low...column.high ~= y, run[index].x - run[index - 1].x == 1 {
          horizontal(by: 1)
        } else {
          line(to: run[index])
          y = run[index].y
        }
      }
      defer { index += column.count }
      guard column.count == 4 else { continue }
      let x = run[index].x
      // Ends where the next column can begin.
      var next: ClosedRange<Double>?
      if let after = run.column(at: index + 4), after.count == 4, run[index + 4].x - x == 1 {
        next = after.low...after.high
      }
      let endsLow = next.map { $0 ~= column.low } ?? (run[index + 1].y > run[index + 2].y)
      for end in endsLow ? [column.high, column.low] : [column.low, column.high] where end != y {
        line(to: Point(x: x, y: end))
        y = end
      }
      if next.map({ $0 ~= y }) ?? false { continue }
      line(to: Point(x: x, y: run[index + 3].y))
      y = run[index + 3].y
    }
  }
}

extension [Point] {
  /// How many points of a thinned run make up the column that begins at an index, and its range.
  fileprivate func column(at index: Int) -> (count: Int, low: Double, high: Double)? {
    guard index < count else { return nil }
    let isDense = index + 3 < count && self[index + 3].x == self[index].x
    guard isDense else { return (1, self[index].y, self[index].y) }
    let heights = self[index...index + 3]
    return (
      4, heights.reduce(.infinity) { Swift.min($0, $1.y) },
      heights.reduce(-.infinity) { Swift.max($0, $1.y) }
    )
  }
}
