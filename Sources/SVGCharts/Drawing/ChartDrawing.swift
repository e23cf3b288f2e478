/// The page's background, its quieter text and its grid lines.
let ground = "var(--chart-ground,Canvas)"
let muted = "var(--chart-muted,currentColor)"
let gridColor = "var(--chart-grid,currentColor)"

extension ChartLayout {
  /// The chart as an SVG element whose ids begin with `id`.
  func drawing(id: String, name: String, description: String) -> String {
    var svg = SVGText()
    svg.openChart(
      width: width, height: height, role: "img", id: id, name, description)
    drawContents(into: &svg, id: id)
    svg.close("svg")
    return svg.text
  }

  /// Draws all but the root element.
  func drawContents(into svg: inout SVGText, id: String) {
    drawGrid(into: &svg)
    drawSeries(into: &svg, id: id)
    drawAxes(into: &svg)
    if let message = findings.message {
      svg.element(
        "text",
        [
          ("class", "chart-message"), ("x", decimal((plot.frame.left + plot.frame.right) / 2)),
          ("y", decimal((plot.frame.top + plot.frame.bottom) / 2)), ("text-anchor", "middle"),
          ("fill", muted),
        ], textWidth(message) > plot.frame.width ? "no data" : message)
    }
    drawNames(into: &svg)
    drawNotes(into: &svg)
    drawHandles(into: &svg)
  }

  /// Draws each series in its paint.
  private func drawSeries(into svg: inout SVGText, id: String) {
    let clips = findings.outside > 0
    if clips {
      svg.open("clipPath", [("id", id + "-plot")])
      svg.element(
        "rect",
        [
          ("x", decimal(plot.frame.left)), ("y", decimal(plot.frame.top)),
          ("width", decimal(plot.frame.width)), ("height", decimal(plot.frame.height)),
        ])
      svg.close("clipPath")
    }
    let ghosts = plan.data.series.filter { $0.style.aside == .ghost }
    for series in ghosts + plan.data.series.filter({ $0.style.aside != .ghost }) {
      let drawn = series.kind.draw(series, plot)
      guard !drawn.utf8.isEmpty else { continue }
      svg.open(
        "g",
        [
          ("class", "chart-" + series.kind.name), ("fill", series.paint.css),
          ("stroke", series.paint.css),
          ("opacity", series.opacity.map { hundredths($0) } ?? ""),
          ("clip-path", clips ? "url(#" + id + "-plot)" : ""),
        ] + told(series))
      svg.text += drawn
      svg.close("g")
    }
  }
}

extension ChartLayout {
  /// The points of a line for a script that tells their values: places in pixels, value and place.
  ///
  /// At most 120 points a chart, spread over each line.
  private func told(_ series: DataSeries) -> [(String, String)] {
    guard series.kind.shape == .line, series.style.aside == nil else { return [] }
    let lines = plan.data.series.reduce(0) { $0 + ($1.kind.shape == .line ? 1 : 0) }
    let most = max(120 / max(lines, 1), 4)
    // Mostly all of them are, and looking at each would take longer than drawing the line.
    let isWhole = findings.outside == 0 && plot.runs(of: series).first?.count == series.x.count
    let shown =
      isWhole ? [] : series.indices.filter { plot.frame.contains(plot.point(series, $0)) }
    let all = isWhole ? series.x.count : shown.count
    guard all > 0 else { return [] }
    let count = min(most, all)
    let points = (0..<count).map { number in
      let place = count == 1 ? 0 : number * (all - 1) / (count - 1)
      let index = isWhole ? place : shown[place]
      let point = plot.point(series, index)
      return decimal(point.x) + "," + decimal(point.y) + "," + plan.data.y.text(series.y[index])
        + "," + plan.data.x.text(series.x[index])
    }
    return [
      (
        "data-name",
        (series.order == nil ? "" : plan.data.seriesTitle + " ") + (series.label ?? "")
      ), ("data-x", plan.data.x.title),
      ("data-y", plan.data.y.title), ("data-points", points.joined(separator: ";")),
    ]
  }
}

extension DataSeries {
  fileprivate var opacity: Double? { style.opacity ?? (style.aside == .ghost ? 0.4 : nil) }
}

/// A share of one with at most two decimals.
func hundredths(_ share: Double) -> String {
  let count = Int((min(max(share, 0), 1) * 100 + 0.5).roundedDown)
  if count % 10 == 0 { return tenths(count / 10) }
  return "." + (count < 10 ? "0" : "") + String(count)
}
