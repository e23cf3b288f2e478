/// A point of a line: the marks of one series are joined in the order in which they come.
///
/// A value that is not finite leaves a gap; a finite point between two gaps is drawn as a dot.
///
///     Chart(history) {
///       LineMark(x: .value("Step", $0.step), y: .value("Loss", $0.value))
///     }
public struct LineMark: ChartContent, Sendable {
  private var mark: Mark

  /// A point of the only line, or of the line that ``ChartContent/foregroundStyle(by:)`` tells.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.line, x: x, y: y)
  }

  /// A point of the line that `series` names.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue) {
    mark = Mark(.line, x: x, y: y)
    mark.details.series = series
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let line = MarkKind(.line, name: "line") { series, plot in
    var line = PathData(), dots = PathData()
    var count = 0.0
    for drawn in plot.drawnRuns(of: series) {
      count += Double(drawn.count)
      if drawn.count == 1 {
        dots.move(to: drawn[0])
        dots.horizontal(by: 0)
      } else {
        line.line(along: drawn)
      }
    }
    // Where a line goes up and down in every pixel, a thin one shows more of it.
    let width = series.style.stroke?.lineWidth ?? (count > 1.5 * plot.frame.width ? 1 : 2)
    var svg = SVGText()
    if !line.isEmpty {
      svg.element(
        "path",
        [
          ("fill", "none"), ("stroke-width", decimal(width)), ("stroke-linejoin", "round"),
          ("stroke-linecap", series.dash.isEmpty ? "round" : "butt"),
          ("stroke-dasharray", series.dash.map { decimal($0) }.joined(separator: " ")),
          ("d", line.text),
        ])
    }
    if !dots.isEmpty {
      svg.element(
        "path",
        [
          ("fill", "none"), ("stroke-width", decimal(width + 3)), ("stroke-linecap", "round"),
          ("d", dots.text),
        ])
    }
    if let symbol = series.symbol {
      for run in plot.runs(of: series) {
        svg.text += symbol.drawn(
          at: spaced(run), area: series.style.symbolSize ?? 30, haloed: true)
      }
    }
    return svg.text
  }
}

/// At most one point each 24 pixels along x, for the symbols that tell lines apart.
private func spaced(_ run: [Point]) -> [Point] {
  var kept: [Point] = []
  for point in run where kept.last.map({ abs(point.x - $0.x) >= 24 }) ?? true {
    kept.append(point)
  }
  return kept
}
