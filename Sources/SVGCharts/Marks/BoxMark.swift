/// One observation of a box plot: the marks at one place make a box from the first to the third
/// quartile, a line at the median, whiskers to the farthest value within 1.5 boxes, and a dot for
/// each value beyond.
///
///     Chart(runs) {
///       BoxMark(x: .value("Optimizer", $0.optimizer), y: .value("Loss", $0.loss))
///     }
public struct BoxMark: ChartContent, Sendable {
  private var mark: Mark

  /// An observation `y` of the box at `x`; boxes lie along x where y is a category and x is not.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.box, x: x, y: y)
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let box = MarkKind(
    .box, name: "box-plot", room: .box, isFilled: true, tell: { $0.medians }
  ) { series, plot in
    var svg = SVGText()
    var lines = PathData(), medians = PathData()
    var dots: [Point] = []
    let half = min(plot.band * 0.6, 48) / 2
    for (place, values) in series.boxes(alongX: plot.isHorizontal) {
      let box = BoxSummary(values)
      let middle = (plot.isHorizontal ? plot.y : plot.x).position(place)
      func at(_ value: Double, _ side: Double = 0) -> Point {
        let (across, along) = (middle + side * half, plot.valueScale.position(value))
        return plot.isHorizontal ? Point(x: along, y: across) : Point(x: across, y: along)
      }
      func hasPlace(_ value: Double) -> Bool { plot.valueScale.position(value).isFinite }
      guard middle.isFinite, hasPlace(box.first), hasPlace(box.third) else { continue }
      var outline = PathData()
      outline.outline([at(box.first, -1), at(box.third, -1), at(box.third, 1), at(box.first, 1)])
      svg.path(
        outline, [("fill-opacity", ".25"), ("stroke-width", "1.5")],
        tip: plot.tips?.text(series, box: box, at: place, alongX: plot.isHorizontal))
      for (from, to) in [(box.first, box.low), (box.third, box.high)] where hasPlace(to) {
        lines.move(to: at(from))
        lines.line(to: at(to))
        lines.move(to: at(to, -0.5))
        lines.line(to: at(to, 0.5))
      }
      medians.move(to: at(box.median, -1))
      medians.line(to: at(box.median, 1))
      dots += box.beyond.map { at($0) }.filter { plot.frame.contains($0) }
    }
    guard !medians.isEmpty else { return "" }
    if !lines.isEmpty {
      svg.path(lines, [("fill", "none"), ("stroke-width", "1.5")], tip: nil)
    }
    svg.path(medians, [("fill", "none"), ("stroke-width", "3")], tip: nil)
    return svg.text + BasicChartSymbolShape.circle.drawn(at: dots, area: 14, haloed: false)
  }
}

/// What a box plot shows of some values.
struct BoxSummary {
  let first: Double, median: Double, third: Double
  /// The ends of the whiskers.
  let low: Double, high: Double
  /// The values beyond the whiskers.
  let beyond: [Double]

  init(_ values: [Double]) {
    let first = quantile(0.25, of: values), third = quantile(0.75, of: values)
    let reach = 1.5 * (third - first)
    let inside = values.filter { $0 >= first - reach && $0 <= third + reach }
    (self.first, self.third) = (first, third)
    median = quantile(0.5, of: values)
    low = inside.min() ?? first
    high = inside.max() ?? third
    beyond = values.filter { $0.isFinite && ($0 < first - reach || $0 > third + reach) }
  }
}

extension DataSeries {
  /// The finite values of each box, in the order of first appearance.
  func boxes(alongX: Bool) -> [(place: Double, values: [Double])] {
    let (stand, value) = alongX ? (y, x) : (x, y)
    var places = Numbering<Double>()
    var boxes: [(place: Double, values: [Double])] = []
    for index in indices where stand[index].isFinite && value[index].isFinite {
      let number = places.number(of: stand[index])
      if number == boxes.count { boxes.append((stand[index], [])) }
      boxes[number].values.append(value[index])
    }
    return boxes
  }
}
