extension ChartLayout {
  /// Draws the lines that lead the eye from the labels into the plot.
  func drawGrid(into svg: inout SVGText) {
    var lines = PathData()
    let frame = plot.frame
    if !y.isEmpty, !plan.data.y.isCategorical {
      for tick in y.ticks.values {
        lines.move(to: Point(x: frame.left, y: y.scale.position(tick)))
        lines.horizontal(by: frame.width)
      }
    }
    let wantsX = plan.isHorizontal || plan.data.series.contains { $0.kind.room == .symbol }
    if !x.isEmpty, wantsX, !plan.data.x.isCategorical {
      for tick in x.ticks.values {
        lines.move(to: Point(x: x.scale.position(tick), y: frame.top))
        lines.vertical(by: frame.height)
      }
    }
    guard !lines.isEmpty else { return }
    svg.element(
      "path",
      [
        ("class", "chart-grid"), ("fill", "none"), ("stroke", gridColor),
        ("shape-rendering", "crispEdges"), ("d", lines.text),
      ])
  }

  /// Draws ticks, labels and titles.
  func drawAxes(into svg: inout SVGText) {
    let frame = plot.frame
    var lines = PathData()
    if !x.isEmpty {
      for tick in x.ticks.values {
        lines.move(to: Point(x: x.scale.position(tick), y: frame.bottom))
        lines.vertical(by: 5)
      }
      for tick in x.ticks.minor {
        lines.move(to: Point(x: x.scale.position(tick), y: frame.bottom))
        lines.vertical(by: 3)
      }
    }
    for tick in y.isEmpty ? [] : y.ticks.minor {
      lines.move(to: Point(x: frame.left, y: y.scale.position(tick)))
      lines.horizontal(by: -3)
    }
    // Bars stand on zero, everything else on the frame.
    let hasBars = plan.data.series.contains { $0.kind.room == .band }
    if plan.isHorizontal {
      lines.move(to: Point(x: (hasBars ? zero(x.scale) : nil) ?? frame.left, y: frame.top))
      lines.vertical(by: frame.height)
    } else {
      lines.move(to: Point(x: frame.left, y: (hasBars ? zero(y.scale) : nil) ?? frame.bottom))
      lines.horizontal(by: frame.width)
    }
    svg.open("g", [("class", "chart-axes"), ("fill", muted)])
    svg.element(
      "path",
      [
        ("fill", "none"), ("stroke", muted), ("shape-rendering", "crispEdges"), ("d", lines.text),
      ])
    drawLabels(into: &svg)
    drawTitles(into: &svg)
    svg.close("g")
  }

  /// The place of zero inside the plot of a linear scale.
  private func zero(_ scale: Scale) -> Double? {
    scale.type == .linear && scale.domain.contains(0) ? scale.position(0) : nil
  }

  private func drawLabels(into svg: inout SVGText) {
    let frame = plot.frame
    if !y.isEmpty, !plan.options.hidesY {
      svg.open("g", [("text-anchor", "end")])
      var last = Double.infinity
      for (tick, label) in zip(y.ticks.values, y.labels) {
        // Of more categories than there are lines, each second or third is written.
        guard abs(y.scale.position(tick) - last) >= 12 else { continue }
        last = y.scale.position(tick)
        svg.element(
          "text",
          [("x", decimal(frame.left - 7)), ("y", decimal(y.scale.position(tick) + 4))],
          shortened(label, to: frame.left - 8))
      }
      svg.close("g")
    }
    guard !x.isEmpty, !plan.options.hidesX else { return }
    svg.open("g", [("text-anchor", slopes ? "end" : "middle")])
    var used = -Double.infinity
    let labels = zip(x.ticks.values, x.labels).map { (x.scale.position($0), $1) }
    for (place, label) in plan.options.xIsReversed ? labels.reversed() : labels {
      if slopes {
        guard place >= used + 19 else { continue }
        used = place
        let at = decimal(place + 4) + " " + decimal(frame.bottom + 15)
        svg.element(
          "text", [("transform", "translate(" + at + ") rotate(-40)")], shortened(label, to: 120))
        continue
      }
      let half = textWidth(label) / 2
      // Names of one letter or two are told apart by less air than numbers.
      guard place - half >= used + (plan.data.x.isCategorical ? 2 : 4) else { continue }
      used = place + half
      svg.element(
        "text",
        [
          ("x", decimal(min(place, width - half))), ("y", decimal(frame.bottom + 18)),
        ], label)
    }
    svg.close("g")
  }

  private func drawTitles(into svg: inout SVGText) {
    if !plan.data.y.title.utf8.isEmpty, !plan.options.hidesY {
      let arrow = plan.options.yIsReversed ? "↓ " : "↑ "
      let title = (plan.data.y.isCategorical ? "" : arrow) + plan.data.y.title
      svg.element(
        "text", [("class", "chart-title"), ("x", "0"), ("y", decimal(titleY))],
        shortened(title, to: width))
    }
    if !plan.data.x.title.utf8.isEmpty, !plan.options.hidesX {
      let isReversed = plan.options.xIsReversed, title = plan.data.x.title
      let titled = plan.data.x.isCategorical ? title : isReversed ? "← " + title : title + " →"
      svg.element(
        "text",
        [
          ("class", "chart-title"), ("x", decimal(plot.frame.right)),
          ("y", decimal(plan.heightToWidth == nil ? height - 5 : plot.frame.bottom + 33)),
          ("text-anchor", "end"),
        ], shortened(titled, to: plot.frame.right))
    }
  }
}

/// A text with an ellipsis for what does not fit.
func shortened(_ text: String, to width: Double) -> String {
  guard textWidth(text) > width else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard textWidth(String(scalars) + String(scalar) + "…") <= width else { break }
    scalars.append(scalar)
  }
  return String(scalars) + "…"
}
