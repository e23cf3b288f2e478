/// The legend of a heat map: a ramp with its ends and middle, and the patterns that occur. Where the
/// title does not fit before the ramp it stands above, and the patterns below where not beside it.
struct CellLegend: Sendable {
  let title: String
  let colors: CellColors
  let patterns: [CellClass]
  let width: Double

  /// `nil` if no number colors a cell.
  init?(_ plan: ChartPlan, width: Double) {
    guard let axis = plan.data.cellColors else { return nil }
    title = axis.title
    self.width = width
    colors = CellColors(axis, plan.options)
    var found = Numbering<CellClass>()
    for series in plan.data.series {
      for value in series.colors {
        let cell = colors.cell(value)
        if case .shade = cell { continue }
        _ = found.number(of: cell)
      }
    }
    patterns = found.ordered
  }

  /// The room that the legend takes above a plot.
  var height: Double {
    38 + (titleIsAbove ? lineHeight : 0) + (patternsAreBelow ? 18 : 0)
  }

  private var labels: [String] {
    let values = [0, 0.5, 1].map { colors.value(at: $0) }
    // Between limits that are nearly alike lies zero, and not what their difference leaves.
    let isZero =
      colors.type == .linear && colors.middle == nil
      && abs(values[1]) < values[2] / 1000 - values[0] / 1000
    return [values[0], isZero ? 0 : values[1], values[2]].map(label)
  }

  /// What the labels need to stand beside each other, the middle one in the middle.
  private var labelsWidth: Double {
    let widths = labels.map { textWidth($0) }
    return 2 * max(widths[0], widths[2]) + widths[1] + 20
  }

  /// Whether all cells show one value.
  private var isConstant: Bool { colors.domain.map { $0.lowerBound == $0.upperBound } ?? false }

  private var length: Double {
    if isConstant { return max(textWidth(labels[0]), 18) }
    return colors.domain == nil ? 0 : min(max(labelsWidth, width >= 500 ? 192 : 112), width)
  }

  private var titleIsAbove: Bool { textWidth(title) + 10 + length > width }

  private var start: Double { titleIsAbove ? 0 : textWidth(title) + 10 }

  private var patternsAreBelow: Bool {
    let needed = patterns.reduce(4) { $0 + 34 + textWidth($1.name) }
    return !patterns.isEmpty && start + length + needed > width
  }

  func drawn(top: Double) -> String {
    var svg = SVGText()
    svg.open("g", [("class", "chart-legend")])
    svg.element(
      "text", [("x", "0"), ("y", decimal(top + 12))], shortened(title, to: width))
    var x = start, top = titleIsAbove ? top + lineHeight : top
    if length > 0 {
      drawRamp(at: Point(x: x, y: top), into: &svg)
      x += length + 16
    }
    if patternsAreBelow { (x, top) = (0, top + 36) }
    for pattern in patterns {
      var pieces = CellPieces()
      pieces.add(pattern, Frame(left: x, top: top + 2, right: x + 18, bottom: top + 14))
      svg.text += pieces.drawn(colors)
      svg.element("text", [("x", decimal(x + 22)), ("y", decimal(top + 12))], pattern.name)
      x += 22 + textWidth(pattern.name) + 12
    }
    svg.close("g")
    return svg.text
  }

  private func drawRamp(at corner: Point, into svg: inout SVGText) {
    let cell = isConstant ? 18 : length / Double(CellColors.shades)
    let shades = isConstant ? [colors.constant] : Array(0..<CellColors.shades)
    for (place, shade) in shades.enumerated() {
      svg.element(
        "rect",
        [
          ("x", decimal(corner.x + Double(place) * cell)), ("y", decimal(corner.y + 3)),
          ("width", decimal(cell + 0.3)),
          ("height", "10"), ("fill", colors.paint(shade).css),
        ])
    }
    for (number, anchor) in ["start", "middle", "end"].enumerated()
    where number == 0 || !isConstant && (number == 2 || labelsWidth <= length) {
      svg.element(
        "text",
        [
          ("x", decimal(corner.x + Double(number) / 2 * length)), ("y", decimal(corner.y + 28)),
          ("text-anchor", anchor), ("fill", muted),
        ], labels[number])
    }
  }
}

extension CellLegend {
  /// A short number: without the spaces that a sentence has.
  private func label(_ value: Double) -> String {
    let text = ReaderNumber.text(
      value, significant: colors.type == .log && colors.middle == nil ? 1 : 2)
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.value != 0x202F { scalars.append(scalar) }
    return String(scalars)
  }
}

extension CellClass {
  fileprivate var name: String {
    switch self {
    case .notPositive: "≤ 0"
    case .shade: ""
    case .infinite: "∞"
    case .notANumber: "NaN"
    }
  }
}
