/// The scales in place: what a mark draws with.
package struct Plot: Sendable {
  package let x: Scale, y: Scale
  package let frame: Frame
  /// The pixels from bar to bar.
  var band = 0.0
  /// How many bars stand side by side at one place.
  var groups = 1.0
  /// What is told of single marks, if they are few.
  var tips: Tips?
  /// The rows and columns of a heat map.
  var cells: CellGrid?
  /// Whether bars lie along x.
  var isHorizontal = false
  /// The lines by the number of their series, since drawing, naming and describing all ask for
  /// them; empty for other marks.
  private var lines: [Line] = []

  /// The places of a line, parted at its gaps: all, and those that are drawn.
  private struct Line: Sendable {
    var runs: [[Point]] = [], drawn: [[Point]] = []
  }

  package init(x: Scale, y: Scale, frame: Frame) {
    (self.x, self.y, self.frame) = (x, y, frame)
  }

  /// Puts the lines among all the series in place.
  mutating func place(_ series: [DataSeries]) {
    lines = series.map { one in
      guard one.kind.shape == .line else { return Line() }
      let runs = runs(of: one)
      return Line(runs: runs, drawn: runs.map(thinned))
    }
  }

  /// The scale along which bars reach.
  var valueScale: Scale { isHorizontal ? x : y }

  /// The place of the mark at `index`; not finite where it has none.
  func point(_ series: DataSeries, _ index: Int) -> Point {
    Point(x: x.position(series.x[index]), y: y.position(series.y[index]))
  }

  /// The place at shares of both axes.
  func point(atShares share: Point) -> Point {
    Point(x: x.start + share.x * (x.end - x.start), y: y.start + share.y * (y.end - y.start))
  }

  /// The places of a series, parted wherever a value has none.
  package func runs(of series: DataSeries) -> [[Point]] {
    if lines.indices.contains(series.number), series.kind.shape == .line {
      return lines[series.number].runs
    }
    let xs = x.positions(series.x), ys = y.positions(series.y)
    var runs: [[Point]] = []
    var start = 0
    while start < xs.count {
      var end = start
      while end < xs.count, xs[end].isFinite, ys[end].isFinite { end += 1 }
      if end > start { runs.append((start..<end).map { Point(x: xs[$0], y: ys[$0]) }) }
      start = end + 1
    }
    return runs
  }

  /// The places of a line that are drawn, parted at its gaps.
  func drawnRuns(of series: DataSeries) -> [[Point]] {
    lines.indices.contains(series.number) && series.kind.shape == .line
      ? lines[series.number].drawn : runs(of: series).map(thinned)
  }

  /// The two ends of a rule, or `nil` if it lies outside the plot.
  func rule(_ series: DataSeries, _ index: Int) -> (from: Point, to: Point)? {
    let at = point(series, index)
    if series.spansX || !series.xEnd.isEmpty {
      guard at.y >= frame.top - 0.05, at.y <= frame.bottom + 0.05 else { return nil }
      let from = series.spansX ? frame.left : at.x
      let to = series.xEnd.isEmpty ? frame.right : x.position(series.xEnd[index])
      guard from.isFinite, to.isFinite else { return nil }
      return (Point(x: within(from, x), y: at.y), Point(x: within(to, x), y: at.y))
    }
    guard at.x >= frame.left - 0.05, at.x <= frame.right + 0.05 else { return nil }
    let from = series.spansY ? frame.bottom : at.y
    let to = series.yEnd.isEmpty ? frame.top : y.position(series.yEnd[index])
    guard from.isFinite, to.isFinite else { return nil }
    return (Point(x: at.x, y: within(from, y)), Point(x: at.x, y: within(to, y)))
  }

  /// Where a bar stands and from where to where it reaches, cut off at the plot's edge; `nil` where
  /// it has no place.
  func bar(_ series: DataSeries, _ index: Int) -> (place: Double, from: Double, to: Double)? {
    let at = point(series, index)
    var place = isHorizontal ? at.y : at.x
    if let group = series.group {
      place += (Double(group) + 0.5 - groups / 2) * barWidth / groups
    }
    var to = isHorizontal ? at.x : at.y
    var from = valueScale.type == .log ? valueScale.start : valueScale.position(0)
    if !series.top.isEmpty {
      from = valueScale.position(series.base[index])
      to = valueScale.position(series.top[index])
    }
    guard place.isFinite, to.isFinite, place >= (isHorizontal ? frame.top : frame.left) - 0.05,
      place <= (isHorizontal ? frame.bottom : frame.right) + 0.05
    else { return nil }
    return (place, within(from, valueScale), within(to, valueScale))
  }

  /// The width of the bars at one place together.
  var barWidth: Double { min(max(band * 0.76, 1), 64 * groups) }

  private func within(_ position: Double, _ scale: Scale) -> Double {
    min(max(position, min(scale.start, scale.end)), max(scale.start, scale.end))
  }
}
