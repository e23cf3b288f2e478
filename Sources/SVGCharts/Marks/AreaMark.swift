/// A point of an area: from zero to a value, or a band between two values.
///
/// Areas of several series stand upon each other, as shares of a whole do; bands do not. Values that
/// are not finite leave a gap.
///
///     Chart(seeds) {
///       AreaMark(
///         x: .value("Step", $0.step), yStart: .value("Loss", $0.least),
///         yEnd: .value("Loss", $0.greatest))
///       LineMark(x: .value("Step", $0.step), y: .value("Loss", $0.median))
///     }
public struct AreaMark: ChartContent, Sendable {
  private var mark: Mark

  /// A point of the area between zero and `y`.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.area, x: x, y: y)
  }

  /// A point of the area between zero and `y` that `series` names.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue) {
    mark = Mark(.area, x: x, y: y)
    mark.details.series = series
  }

  /// A point of the band between `yStart` and `yEnd`.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    mark = Mark(.area, x: x, y: yStart)
    mark.details.yEnd = yEnd
  }

  /// A point of the band between `yStart` and `yEnd` that `series` names.
  public init(
    x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue, series: PlottableValue
  ) {
    mark = Mark(.area, x: x, y: yStart)
    mark.details.yEnd = yEnd
    mark.details.series = series
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let area = MarkKind(.area, name: "area", isAnchoredAtZero: true, isFilled: true) {
    series, plot in
    var area = PathData()
    for run in plot.bands(of: series) where run.upper.count > 1 {
      area.outline(thinned(run.upper) + thinned(run.lower).reversed())
    }
    guard !area.isEmpty else { return "" }
    var svg = SVGText()
    // A band lies behind its line; areas that stand upon each other are parted by a hair.
    let isBand = !series.yEnd.isEmpty
    svg.path(
      area,
      [
        ("fill-opacity", isBand ? ".25" : ".8"), ("stroke", isBand ? "none" : ground),
        ("stroke-width", isBand ? "" : ".7"),
      ], tip: plot.tips?.text(area: series))
    return svg.text
  }
}

extension Plot {
  /// The lower and upper edge of an area, parted wherever a value has no place.
  fileprivate func bands(of series: DataSeries) -> [(lower: [Point], upper: [Point])] {
    var bands: [(lower: [Point], upper: [Point])] = []
    var lower: [Point] = [], upper: [Point] = []
    for index in series.indices {
      let x = x.position(series.x[index])
      var start = y.start, end = y.position(series.y[index])
      if !series.yEnd.isEmpty {
        (start, end) = (end, y.position(series.yEnd[index]))
      } else if !series.top.isEmpty {
        (start, end) = (y.position(series.base[index]), y.position(series.top[index]))
      }
      if x.isFinite, start.isFinite, end.isFinite {
        lower.append(Point(x: x, y: start))
        upper.append(Point(x: x, y: end))
      } else if !lower.isEmpty {
        bands.append((lower, upper))
        (lower, upper) = ([], [])
      }
    }
    if !lower.isEmpty { bands.append((lower, upper)) }
    return bands
  }
}
