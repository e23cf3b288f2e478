/// A bar from zero to a value; bars at one place stand upon each other.
///
/// A logarithmic axis has no zero: there a value is a dot on a stem that stands on a whole power
/// of ten, so that no area claims to be an amount.
///
///     BarMark(x: .value("Layer", 3), y: .value("|δ|", 0.02))
public struct BarMark: ChartContent, Sendable {
  private var mark: Mark

  /// A bar; it lies along x where y is a category and x is not.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.bar, x: x, y: y)
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }
}

extension MarkKind {
  package static let bar = MarkKind(name: "bar", room: .band) { series, plot in
    plot.valueScale.type == .log ? stems(series, plot) : bars(series, plot)
  }

  private static func bars(_ series: DataSeries, _ plot: Plot) -> String {
    var path = PathData()
    let width = min(max(plot.band * 0.76, 1), 64)
    for index in series.indices {
      guard let bar = plot.bar(series, index) else { continue }
      let half = width / 2
      path.outline(
        plot.isHorizontal
          ? [
            Point(x: bar.from, y: bar.place - half), Point(x: bar.to, y: bar.place - half),
            Point(x: bar.to, y: bar.place + half), Point(x: bar.from, y: bar.place + half),
          ]
          : [
            Point(x: bar.place - half, y: bar.from), Point(x: bar.place - half, y: bar.to),
            Point(x: bar.place + half, y: bar.to), Point(x: bar.place + half, y: bar.from),
          ])
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.element("path", [("stroke", "none"), ("d", path.text)])
    return svg.text
  }

  private static func stems(_ series: DataSeries, _ plot: Plot) -> String {
    var stems = PathData()
    var heads: [Point] = []
    for index in series.indices {
      guard let bar = plot.bar(series, index) else { continue }
      let head =
        plot.isHorizontal ? Point(x: bar.to, y: bar.place) : Point(x: bar.place, y: bar.to)
      stems.move(
        to: plot.isHorizontal ? Point(x: bar.from, y: bar.place) : Point(x: bar.place, y: bar.from))
      stems.line(to: head)
      heads.append(head)
    }
    guard !stems.isEmpty else { return "" }
    var svg = SVGText()
    svg.element("path", [("fill", "none"), ("stroke-width", "2"), ("d", stems.text)])
    let area = min(max(plot.band * plot.band / 4, 12), 50)
    return svg.text + (series.symbol ?? .circle).drawn(at: heads, area: area, haloed: false)
  }
}
