extension ChartPlan {
  /// Where a name can stand of each line that ends at one place with another: where it runs apart
  /// from all others, the farthest first, as shares of both axes; none for a name at the line's end.
  func placesApart(_ lines: [DataSeries]) -> [[Point]] {
    let heights = lines.map(heights)
    let ends = lines.map { end(of: $0) ?? Point(x: .nan, y: .nan) }
    return lines.indices.map { number in
      let others = lines.indices.filter { $0 != number }
      let end = ends[number]
      guard
        others.contains(where: { abs(ends[$0].y - end.y) < 0.02 && abs(ends[$0].x - end.x) < 0.1 })
      else { return [] }
      var places: [(gap: Double, at: Point)] = []
      for station in 2...Self.stations - 2 {
        // On one side of every other line for about as long as a name is wide.
        var gap = heights[number][station].isNaN ? 0 : Double.infinity
        for other in others {
          let isBelow = heights[number][station] < heights[other][station]
          for near in station - 2...station + 2 {
            let above = heights[number][near] - heights[other][near]
            gap = above.isNaN ? gap : min(gap, isBelow ? -above : above)
          }
        }
        guard gap > 0.07 else { continue }
        places.append(
          (gap, Point(x: Double(station) / Double(Self.stations), y: heights[number][station])))
      }
      return stablySorted(places) { -$0.gap }.prefix(8).map { $0.at }
    }
  }

  /// Whether anything of a series is drawn, be it a triangle at the edge.
  func draws(_ series: DataSeries) -> Bool {
    func hasPlace(_ value: Double, _ type: ScaleType) -> Bool {
      !value.isNaN && (type != .log || value > 0)
    }
    return series.indices.contains {
      (series.spansX || hasPlace(series.x[$0], options.xType))
        && (series.spansY || hasPlace(series.y[$0], options.yType))
    }
  }

  /// Whether a line has an end at which it can be named.
  func hasEnd(_ line: DataSeries) -> Bool { end(of: line) != nil }

  /// Whether a line ends well before the right edge of the plot.
  func endsEarly(_ line: DataSeries) -> Bool {
    guard let end = end(of: line) else { return true }
    return (options.xIsReversed ? 1 - end.x : end.x) < 0.85
  }

  /// The last point of a line from left to right, as shares of both axes.
  private func end(of line: DataSeries) -> Point? {
    func isFinite(_ index: Int) -> Bool { line.x[index].isFinite && line.y[index].isFinite }
    let end =
      options.xIsReversed
      ? line.indices.first(where: isFinite) : line.indices.last(where: isFinite)
    return end.map { share(line, $0) }
  }

  private func share(_ line: DataSeries, _ index: Int) -> Point {
    Point(
      x: options.xType.share(of: line.x[index], in: xDomain),
      y: options.yType.share(of: line.y[index], in: yDomain))
  }

  private static let stations = 20

  /// How high a line runs at each of some places along x; NaN where it does not.
  private func heights(_ line: DataSeries) -> [Double] {
    var heights = Array(repeating: Double.nan, count: Self.stations + 1)
    let count = Double(Self.stations)
    var last: Point?
    for index in stride(from: 0, to: line.x.count, by: line.x.count / 500 + 1) {
      let point = share(line, index)
      guard point.x.isFinite, point.y.isFinite else {
        last = nil
        continue
      }
      defer { last = point }
      guard let from = last, from.x != point.x else { continue }
      let first = (min(max(min(from.x, point.x), 0), 1) * count).roundedUp
      let end = (min(max(max(from.x, point.x), 0), 1) * count).roundedDown
      guard first <= end else { continue }
      for station in Int(first)...Int(end) {
        let part = (Double(station) / count - from.x) / (point.x - from.x)
        heights[station] = from.y + part * (point.y - from.y)
      }
    }
    return heights
  }
}

extension ScaleType {
  /// How far along an axis from one end of a domain to the other a value lies.
  fileprivate func share(of value: Double, in domain: ClosedRange<Double>) -> Double {
    let low = straightened(domain.lowerBound), high = straightened(domain.upperBound)
    return (straightened(value) - low) / (high - low)
  }
}
