/// The bars of a histogram, side by side without gaps, and what lies beyond the bins in words.
///
///     Chart {
///       HistogramBars(Histogram(weights, bins: 30), x: "Weight")
///     }
public struct HistogramBars: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The bars over an axis of `x`; `y` titles the counts.
  public init(_ histogram: Histogram, x: String, y: String = "Count") {
    for (index, count) in histogram.counts.enumerated() {
      var mark = Mark(.bin, x: .value(x, histogram.edges[index]), y: .value(y, Int(count)))
      if count != Double(Int(count)) { mark.y = .value(y, count) }
      mark.details.xEnd = .value(x, histogram.edges[index + 1])
      group.append(mark)
    }
    let last = histogram.edges[histogram.edges.count - 1]
    var outside: [[(count: Double, what: String)]] = [[], []]
    outside[0].append((histogram.below, " below " + ReaderNumber.text(histogram.edges[0])))
    outside[1].append((histogram.above, " above " + ReaderNumber.text(last)))
    outside[1].append((histogram.notNumbers, " NaN"))
    for (edge, parts) in zip([histogram.edges[0], last], outside) {
      let texts = parts.filter { $0.count > 0 }.map { ReaderNumber.text($0.count) + $0.what }
      guard !texts.isEmpty else { continue }
      var rule = Mark(.rule, x: .value(x, edge), y: nil)
      rule.details.annotation = Annotation(
        text: texts.joined(separator: ", "), position: .automatic)
      rule.details.style.stroke = StrokeStyle(lineWidth: 1, dash: [3, 3])
      group.append(rule)
    }
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The bars as a group.
  public consuming func grouped() -> ChartGroup { group }
}

extension MarkKind {
  static let bin = MarkKind(
    .bin, name: "histogram", isAnchoredAtZero: true, isFilled: true, tell: { $0.fullestBin }
  ) { series, plot in
    var path = PathData()
    for index in series.indices {
      let left = plot.x.position(series.x[index]), right = plot.x.position(series.xEnd[index])
      let isStacked = !series.top.isEmpty
      let low = isStacked ? plot.y.position(series.base[index]) : plot.y.start
      let high = plot.y.position(isStacked ? series.top[index] : series.y[index])
      guard left.isFinite, right.isFinite, low.isFinite, high.isFinite, low != high else {
        continue
      }
      path.outline([
        Point(x: left, y: low), Point(x: left, y: high), Point(x: right, y: high),
        Point(x: right, y: low),
      ])
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.path(path, [("stroke", ground), ("stroke-width", ".7")], tip: nil)
    return svg.text
  }
}
