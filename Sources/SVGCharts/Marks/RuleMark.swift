/// A straight reference line across the plot, or between two values.
///
/// Its title is written beside it where no ``ChartContent/annotation(position:_:)`` is, unless it
/// is the axis title.
///
///     RuleMark(y: .value("Limit", 1))
public struct RuleMark: ChartContent, Sendable {
  private var mark: Mark

  /// A horizontal line across the plot.
  public init(y: PlottableValue) {
    mark = Mark(.rule, x: nil, y: y)
  }

  /// A vertical line across the plot.
  public init(x: PlottableValue) {
    mark = Mark(.rule, x: x, y: nil)
  }

  /// A horizontal line from `xStart` to `xEnd`.
  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    mark = Mark(.rule, x: xStart, y: y)
    mark.details.xEnd = xEnd
  }

  /// A vertical line from `yStart` to `yEnd`.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    mark = Mark(.rule, x: x, y: yStart)
    mark.details.yEnd = yEnd
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension DataSeries {
  /// Keeps one of the marks that are alike: a rule in the braces of `Chart(data) { … }` comes once
  /// for each element.
  mutating func dropRepeated() {
    var notes: [Annotation?] = Array(repeating: nil, count: x.count)
    for (index, annotation) in annotations { notes[index] = annotation }
    var held: [Handle?] = Array(repeating: nil, count: x.count)
    for (index, handle) in handles { held[index] = handle }
    var keys = Numbering<Word>()
    var kept: [Int] = []
    for index in indices {
      let places = [x, y, xEnd, yEnd].map { $0.isEmpty ? "" : $0[index].description }
      let words = [notes[index]?.text, held[index]?.x, held[index]?.y].map { $0 ?? "" }
      let key = (places + words).joined(separator: "\n")
      if keys.number(of: Word(text: key)) == kept.count { kept.append(index) }
    }
    guard kept.count < x.count else { return }
    keep(kept)
  }
}

extension MarkKind {
  static let rule = MarkKind(.rule, name: "rule", isData: false) { series, plot in
    var path = PathData()
    for index in series.indices {
      guard let (from, to) = plot.rule(series, index) else { continue }
      path.move(to: from)
      path.line(to: to)
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.element(
      "path",
      [
        ("fill", "none"), ("stroke-width", decimal(series.style.stroke?.lineWidth ?? 1.5)),
        ("stroke-dasharray", series.dash.map { decimal($0) }.joined(separator: " ")),
        ("d", path.text),
      ])
    return svg.text
  }
}
