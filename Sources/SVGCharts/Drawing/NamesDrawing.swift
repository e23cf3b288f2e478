extension ChartLayout {
  /// Draws what tells the series apart.
  func drawNames(into svg: inout SVGText) {
    switch names {
    case .atEnds(let labels): draw(labels, into: &svg)
    case .none, .legend, .ramp: svg.text += names.drawnAbove(width: width)
    }
    if let cellLegend { svg.text += cellLegend.drawn(top: cellLegendTop) }
  }

  private func draw(_ labels: [EndLabel], into svg: inout SVGText) {
    svg.open("g", [("class", "chart-names")])
    for label in labels where !label.isInside {
      let x = plot.frame.right + 16
      var isRamp = false
      if case .ramp = label.paint { isRamp = true }
      if isRamp || abs(label.y - label.end.y) > 2 || label.end.x < plot.frame.right - 4 {
        var leader = PathData()
        leader.move(to: Point(x: min(label.end.x, plot.frame.right) + 3, y: label.end.y))
        leader.line(to: Point(x: plot.frame.right + 4, y: label.end.y))
        leader.line(to: Point(x: x - 3, y: label.y))
        svg.element(
          "path",
          [
            ("fill", "none"), ("stroke", label.paint.css), ("stroke-opacity", isRamp ? "" : ".5"),
            ("d", leader.text),
          ])
      }
      svg.element(
        "text",
        [("x", decimal(x)), ("y", decimal(label.y + 4)), ("fill", label.paint.textCSS)], label.text)
    }
    svg.close("g")
  }
}

extension SeriesNames {
  /// The list or the ramp above a plot.
  func drawnAbove(width: Double) -> String {
    var svg = SVGText()
    switch self {
    case .none, .atEnds: break
    case .legend(let entries): Self.draw(entries, width: width, into: &svg)
    case .ramp(let least, let greatest):
      Self.drawRamp(from: least, to: greatest, width: width, into: &svg)
    }
    return svg.text
  }

  private static func draw(
    _ entries: [LegendEntry], width: Double, into svg: inout SVGText
  ) {
    svg.open("g", [("class", "chart-legend")])
    var x = 0.0, y = 12.0
    for entry in entries {
      if x > 0, x + entry.width - 16 > width { (x, y) = (0, y + 18) }
      svg.open("g", [("fill", entry.paint.css), ("stroke", entry.paint.css)])
      svg.text += entry.swatch(at: Point(x: x, y: y - 4))
      svg.close("g")
      svg.element(
        "text", [("x", decimal(x + 22)), ("y", decimal(y))],
        shortened(entry.text, to: width - 22))
      x += entry.width
    }
    svg.close("g")
  }

  private static func drawRamp(
    from least: String, to greatest: String, width: Double, into svg: inout SVGText
  ) {
    svg.open("g", [("class", "chart-legend")])
    svg.element("text", [("x", "0"), ("y", "12")], least)
    let start = textWidth(least) + 8, cells = 16
    let cell = max(min(6, (width - start - 8 - textWidth(greatest)) / Double(cells)), 2)
    for index in 0..<cells {
      svg.element(
        "rect",
        [
          ("x", decimal(start + Double(index) * cell)), ("y", "3"), ("width", decimal(cell + 0.3)),
          ("height", "10"), ("fill", Paint.ramp(Double(index) / Double(cells - 1)).css),
        ])
    }
    svg.element(
      "text", [("x", decimal(start + Double(cells) * cell + 8)), ("y", "12")], greatest)
    svg.close("g")
  }
}

extension LegendEntry {
  /// A piece of what the series looks like, 16 pixels wide.
  func swatch(at left: Point) -> String {
    let middle = Point(x: left.x + 8, y: left.y)
    if kind.room == .symbol {
      return (symbol ?? .circle).drawn(at: [middle], area: 50, haloed: false)
    }
    var svg = SVGText()
    if kind.isFilled {
      svg.element(
        "rect",
        [
          ("stroke", "none"), ("x", decimal(left.x + 3)), ("y", decimal(left.y - 5)),
          ("width", "11"), ("height", "10"),
        ])
      return svg.text
    }
    var path = PathData()
    path.move(to: left)
    path.horizontal(by: 18)
    svg.element(
      "path",
      [
        ("fill", "none"), ("stroke-width", "2"),
        ("stroke-dasharray", dash.map { decimal($0) }.joined(separator: " ")), ("d", path.text),
      ])
    if let symbol { svg.text += symbol.drawn(at: [middle], area: 30, haloed: false) }
    return svg.text
  }
}
