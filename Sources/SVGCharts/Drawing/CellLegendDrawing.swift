/// The legend of a heat map: a ramp with its ends and middle, and the patterns that occur.
struct CellLegend: Sendable {
  let title: String
  let colors: CellColors
  let patterns: [CellClass]

  /// `nil` if no number colors a cell.
  init?(_ plan: ChartPlan) {
    guard let axis = plan.data.cellColors else { return nil }
    title = axis.title
    colors = CellColors(axis, plan.options)
    var found: [CellClass] = []
    for series in plan.data.series {
      for value in series.colors {
        let cell = colors.cell(value)
        if case .shade = cell { continue }
        if !found.contains(cell) { found.append(cell) }
      }
    }
    patterns = found.sorted()
  }

  static let height = 38.0

  func drawn(width: Double, top: Double) -> String {
    var svg = SVGText()
    svg.open("g", [("class", "chart-legend")])
    let title = shortened(title, to: width / 4)
    svg.element("text", [("x", "0"), ("y", decimal(top + 12))], title)
    var x = textWidth(title) + 10
    if colors.domain != nil {
      let labels = [0, 0.5, 1].map { label(colors.value(at: $0)) }
      let widths = labels.map { textWidth($0) }
      let needed = 2 * max(widths[0], widths[2]) + widths[1] + 20
      let length = max(needed, width >= 500 ? 192 : 112)
      let cell = length / Double(CellColors.shades)
      for shade in 0..<CellColors.shades {
        svg.element(
          "rect",
          [
            ("x", decimal(x + Double(shade) * cell)), ("y", decimal(top + 3)),
            ("width", decimal(cell + 0.3)),
            ("height", "10"), ("fill", colors.paint(shade).css),
          ])
      }
      for (number, anchor) in ["start", "middle", "end"].enumerated() {
        svg.element(
          "text",
          [
            ("x", decimal(x + Double(number) / 2 * length)), ("y", decimal(top + 28)),
            ("text-anchor", anchor), ("fill", muted),
          ], labels[number])
      }
      x += length + 16
    }
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
}

extension CellLegend {
  /// A short number: without the spaces that a sentence has.
  private func label(_ value: Double) -> String {
    let text = ReaderNumber.text(value, significant: colors.type == .log ? 1 : 2)
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
