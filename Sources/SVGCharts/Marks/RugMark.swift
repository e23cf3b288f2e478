/// A short line at the edge of the plot for each value, which shows where the values lie.
///
///     RugMark(x: .value("Weight", weight))
public struct RugMark: ChartContent, Sendable {
  private var mark: Mark

  /// A line at the lower edge.
  public init(x: PlottableValue) {
    mark = Mark(.rug, x: x, y: nil)
  }

  /// A line at the left edge.
  public init(y: PlottableValue) {
    mark = Mark(.rug, x: nil, y: y)
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let rug = MarkKind(.rug, name: "rug") { series, plot in
    var path = PathData()
    for index in series.indices {
      let at = plot.point(series, index)
      if series.spansY, at.x.isFinite {
        path.move(to: Point(x: at.x, y: plot.frame.bottom))
        path.vertical(by: -8)
      } else if series.spansX, at.y.isFinite {
        path.move(to: Point(x: plot.frame.left, y: at.y))
        path.horizontal(by: 8)
      }
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.path(path, [("fill", "none"), ("stroke-opacity", ".6")], tip: nil)
    return svg.text
  }
}
