/// A symbol at a point.
///
///     PointMark(x: .value("Predicted", theory), y: .value("Measured", measured))
public struct PointMark: ChartContent, Sendable {
  private var mark: Mark

  /// A symbol where `x` and `y` meet.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.point, x: x, y: y)
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let point = MarkKind(.point, name: "scatter", room: .symbol) { series, plot in
    let shown = series.indices.filter { plot.frame.contains(plot.point(series, $0)) }
    return (series.symbol ?? .circle).drawn(
      at: shown.map { plot.point(series, $0) },
      tips: plot.tips.map { tips in shown.map { tips.text(series, $0) } } ?? [],
      area: series.style.symbolSize ?? 36, haloed: shown.count <= 500)
  }
}
