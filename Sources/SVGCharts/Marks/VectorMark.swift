/// An arrow from one place of the plot to another.
///
///     VectorMark(
///       x: .value("w₁", 0), y: .value("w₂", 0), xEnd: .value("w₁", -0.4), yEnd: .value("w₂", 0.3))
public struct VectorMark: ChartContent, Sendable {
  private var mark: Mark

  /// An arrow from `x`, `y` to `xEnd`, `yEnd`.
  public init(x: PlottableValue, y: PlottableValue, xEnd: PlottableValue, yEnd: PlottableValue) {
    mark = Mark(.vector, x: x, y: y)
    mark.details.xEnd = xEnd
    mark.details.yEnd = yEnd
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

/// Arrows of a field, all drawn at one share of their length that the legend names.
///
///     VectorField(x: "w₁", y: "w₂", name: "−gradient", at: places) { x, y in (-2 * x, -8 * y) }
public struct VectorField: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The arrows of `field` at some places; `scale` is the share of their length that is drawn, by
  /// default the greatest of 1, 2 and 5 times a power of ten at which none reaches the next place.
  public init(
    x: String, y: String, name: String, at places: [(x: Double, y: Double)], scale: Double? = nil,
    field: (Double, Double) -> (dx: Double, dy: Double)
  ) {
    let arrows = places.map { (at: $0, by: field($0.x, $0.y)) }
    let factor = scale ?? Self.scale(arrows)
    let label = factor == 1 ? name : name + " × " + ReaderNumber.text(factor)
    for (at, by) in arrows {
      var mark = Mark(.vector, x: .value(x, at.x), y: .value(y, at.y))
      mark.details.xEnd = .value(x, at.x + factor * by.dx)
      mark.details.yEnd = .value(y, at.y + factor * by.dy)
      mark.details.series = .value("Field", label)
      group.append(mark)
    }
  }

  private static func scale(
    _ arrows: [(at: (x: Double, y: Double), by: (dx: Double, dy: Double))]
  ) -> Double {
    func gap(_ places: [Double]) -> Double {
      let sorted = places.sorted()
      return zip(sorted, sorted.dropFirst()).reduce(.infinity) {
        $1.1 - $1.0 > 1e-12 ? min($0, $1.1 - $1.0) : $0
      }
    }
    let gaps = (gap(arrows.map { $0.at.x }), gap(arrows.map { $0.at.y }))
    var most = Double.infinity
    for arrow in arrows {
      let (dx, dy) = (abs(arrow.by.dx), abs(arrow.by.dy))
      if dx > 0, dx.isFinite { most = min(most, gaps.0 / dx) }
      if dy > 0, dy.isFinite { most = min(most, gaps.1 / dy) }
    }
    guard most.isFinite, most > 0 else { return 1 }
    let power = power10(Int(decimalLogarithm(most).roundedDown))
    return ([5, 2, 1].first { $0 * power <= most } ?? 1) * power
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The arrows as a group.
  public consuming func grouped() -> ChartGroup { group }
}

extension MarkKind {
  static let vector = MarkKind(.vector, name: "vector", tell: { $0.arrows }) { series, plot in
    var shafts = PathData(), heads = PathData()
    var told: [(shaft: PathData, tip: String)] = []
    for index in series.indices {
      let from = plot.point(series, index)
      let to = Point(
        x: plot.x.position(series.xEnd[index]), y: plot.y.position(series.yEnd[index]))
      guard from.x.isFinite, from.y.isFinite, to.x.isFinite, to.y.isFinite else { continue }
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0.2 else { continue }
      if let tips = plot.tips {
        var shaft = PathData()
        shaft.move(to: from)
        shaft.line(to: to)
        told.append((shaft, tips.text(series, arrow: index)))
      }
      let head = min(7, length * 0.5)
      let (ux, uy) = (dx / length * head, dy / length * head)
      shafts.move(to: from)
      shafts.line(to: Point(x: to.x - ux * 0.7, y: to.y - uy * 0.7))
      heads.outline([
        to, Point(x: to.x - ux - uy * 0.45, y: to.y - uy + ux * 0.45),
        Point(x: to.x - ux + uy * 0.45, y: to.y - uy - ux * 0.45),
      ])
    }
    guard !shafts.isEmpty else { return "" }
    var svg = SVGText()
    let width = series.style.stroke?.lineWidth ?? 1.5
    svg.path(shafts, [("fill", "none"), ("stroke-width", decimal(width))], tip: nil)
    svg.path(heads, [("stroke", "none")], tip: nil)
    guard !told.isEmpty else { return svg.text }
    // Lines without paint, wide enough for a finger.
    svg.open(
      "g",
      [
        ("fill", "none"), ("stroke", "none"), ("pointer-events", "stroke"), ("stroke-width", "14"),
      ])
    for (shaft, tip) in told { svg.path(shaft, [], tip: tip) }
    svg.close("g")
    return svg.text
  }
}
