/// The lines along which a function of two variables has the same value, each with its level.
///
///     ContourPlot(x: "w₁", y: "w₂", xDomain: -2...2, yDomain: -1...1, levels: [0.1, 0.5, 1, 2]) {
///       w1, w2 in w1 * w1 + 4 * w2 * w2
///     }
public struct ContourPlot: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The lines of `function` at some levels, found on a grid of 81 × 81 places.
  public init(
    x: String, y: String, value: String = "Loss", xDomain: ClosedRange<Double>,
    yDomain: ClosedRange<Double>, levels: [Double], function: (Double, Double) -> Double
  ) {
    let side = 80
    func place(_ domain: ClosedRange<Double>, _ share: Double) -> Double {
      domain.lowerBound * (1 - share) + domain.upperBound * share
    }
    var values: [Double] = []
    for row in 0...side {
      for column in 0...side {
        values.append(
          function(
            place(xDomain, Double(column) / Double(side)),
            place(yDomain, Double(row) / Double(side))))
      }
    }
    var isEmpty = true
    for level in levels {
      let lines = contourLines(values, columns: side + 1, level: level)
      let longest = lines.indices.max { lines[$0].count < lines[$1].count }
      for (number, line) in lines.enumerated() {
        isEmpty = false
        // Toward the upper right, where nobody starts a descent.
        let named = line.indices.max { line[$0].x + line[$0].y < line[$1].x + line[$1].y }
        for (index, point) in line.enumerated() {
          var mark = Mark(
            .contour, x: .value(x, place(xDomain, point.x / Double(side))),
            y: .value(y, place(yDomain, point.y / Double(side))))
          mark.colorValue = .value(value, level)
          mark.details.series = .value(value, number)
          if number == longest, index == named {
            mark.details.annotation = Annotation(
              text: ReaderNumber.text(level), position: .automatic)
          }
          group.append(mark)
        }
      }
    }
    guard !isEmpty else { return }
    // The axes reach as far as the domains, whatever the lines do.
    for share in [0.0, 1] {
      group.append(
        Mark(.text, x: .value(x, place(xDomain, share)), y: .value(y, place(yDomain, share))))
    }
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The lines as a group.
  public consuming func grouped() -> ChartGroup { group }
}

extension MarkKind {
  static let contour = MarkKind(.contour, name: "contour", tell: { $0.levels }) { series, plot in
    var path = PathData()
    for run in plot.runs(of: series) {
      path.move(to: run[0])
      for point in run.dropFirst() { path.line(to: point) }
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.path(
      path, [("fill", "none"), ("stroke-width", "1.5"), ("stroke-linejoin", "round")], tip: nil)
    return svg.text
  }
}
