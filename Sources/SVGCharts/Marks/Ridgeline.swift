/// Histograms one behind another: how a distribution moves over steps or layers.
///
/// All are counted in the same bins and drawn to one scale, the first at the back; a ridge reaches
/// over the one behind by at most 60 % of their distance.
///
///     Chart {
///       Ridgeline(x: "Weight", y: "Step", runs.map { ("\($0.step)", $0.weights) })
///     }
public struct Ridgeline: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The ridges of named values, in 30 bins unless told.
  public init(x: String, y: String, _ rows: [(name: String, values: [Double])], bins: Int = 30) {
    let all = Histogram(rows.flatMap { $0.values }, bins: bins)
    self.init(
      x: x, y: y,
      rows.map { (name: $0.name, histogram: Histogram($0.values, edges: all.edges)) })
  }

  /// The ridges of named histograms, whose counts are divided among the bins of the first.
  public init(x: String, y: String, _ rows: [(name: String, histogram: Histogram)]) {
    guard let edges = rows.first?.histogram.edges else { return }
    let histograms = rows.map {
      $0.histogram.edges == edges ? $0.histogram : $0.histogram.rebinned(edges: edges)
    }
    let highest = histograms.reduce(0) { max($0, $1.counts.reduce(0) { max($0, $1) }) }
    for (row, histogram) in zip(rows, histograms) {
      let corners = [0] + histogram.counts + [0]
      for (index, count) in corners.enumerated() {
        let place =
          index == 0
          ? edges[0]
          : index == corners.count - 1
            ? edges[edges.count - 1] : edges[index - 1] / 2 + edges[index] / 2
        var mark = Mark(.ridge, x: .value(x, place), y: .value(y, row.name))
        mark.details.height = highest > 0 ? count / highest : 0
        group.append(mark)
      }
    }
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The ridges as a group.
  public consuming func grouped() -> ChartGroup { group }
}

extension MarkKind {
  static let ridge = MarkKind(.ridge, name: "ridgeline", isFilled: true, tell: { $0.ridges }) {
    series, plot in
    let band = plot.y.length(1)
    var svg = SVGText()
    var start = 0
    while start < series.x.count {
      let row = series.y[start], begin = start, foot = plot.y.position(row) + band * 0.42
      var points: [Point] = []
      while start < series.x.count, series.y[start] == row {
        let height = series.heights[start] * band * Ridge.height
        points.append(Point(x: plot.x.position(series.x[start]), y: foot - height))
        start += 1
      }
      guard let first = points.first, let last = points.last else { continue }
      var area = PathData(), edge = PathData()
      area.outline(points + [Point(x: last.x, y: foot), Point(x: first.x, y: foot)])
      edge.line(along: points)
      svg.path(area, [("fill", ground), ("stroke", "none")], tip: nil)
      svg.path(
        area, [("fill-opacity", ".45"), ("stroke", "none")],
        tip: plot.tips?.text(series, ridge: begin..<start))
      svg.path(edge, [("fill", "none"), ("stroke-width", "1.5")], tip: nil)
    }
    return svg.text
  }
}

/// The measures of ridges, in bands of the axis that names them.
enum Ridge {
  /// The highest ridge: 0.6 of it lies over the band behind.
  static let height = 1.5
}
