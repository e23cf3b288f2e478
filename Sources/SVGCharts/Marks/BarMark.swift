/// A bar from zero to a value; bars at one place stand upon each other, or side by side
/// with ``ChartContent/position(by:)``.
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

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let bar = MarkKind(
    .bar, name: "bar", isAnchoredAtZero: true, room: .band, isFilled: true
  ) { series, plot in
    plot.valueScale.type == .log ? stems(series, plot) : bars(series, plot)
  }

  private static func bars(_ series: DataSeries, _ plot: Plot) -> String {
    var svg = SVGText()
    var together = PathData()
    let half = series.group == nil ? min(plot.barWidth, 64) / 2 : plot.barWidth / plot.groups * 0.47
    for index in series.indices {
      guard let bar = plot.bar(series, index) else { continue }
      let (first, last) = (bar.place - half, bar.place + half)
      let corners = [(first, bar.from), (first, bar.to), (last, bar.to), (last, bar.from)]
      let outline = corners.map { place, value in
        plot.isHorizontal ? Point(x: value, y: place) : Point(x: place, y: value)
      }
      guard let tips = plot.tips else {
        together.outline(outline)
        continue
      }
      var single = PathData()
      single.outline(outline)
      svg.path(single, [("stroke", "none")], tip: tips.text(series, index))
    }
    if !together.isEmpty { svg.path(together, [("stroke", "none")], tip: nil) }
    return svg.text
  }

  private static func stems(_ series: DataSeries, _ plot: Plot) -> String {
    var stems = PathData()
    var heads: [Point] = []
    var tips: [String] = []
    for index in series.indices {
      guard let bar = plot.bar(series, index) else { continue }
      func end(_ value: Double) -> Point {
        plot.isHorizontal ? Point(x: value, y: bar.place) : Point(x: bar.place, y: value)
      }
      stems.move(to: end(bar.from))
      stems.line(to: end(bar.to))
      heads.append(end(bar.to))
      if let text = plot.tips?.text(series, index) { tips.append(text) }
    }
    guard !stems.isEmpty else { return "" }
    var svg = SVGText()
    svg.path(stems, [("fill", "none"), ("stroke-width", "2")], tip: nil)
    let band = series.group == nil ? plot.band : plot.barWidth / plot.groups
    let area = min(max(band * band / 4, 12), 50)
    return svg.text
      + (series.symbol ?? .circle).drawn(at: heads, tips: tips, area: area, haloed: false)
  }
}
