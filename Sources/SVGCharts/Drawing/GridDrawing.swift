extension GridLayout {
  /// The grid as one SVG element: a document in which each panel is a picture of its own.
  func drawing(id: String, name: String, description: String) -> String {
    var svg = SVGText()
    svg.openChart(
      width: width, height: height, role: "graphics-document", id: id, name, description)
    for (legend, top) in legends {
      if top > 0 { svg.open("g", [("transform", "translate(0 " + decimal(top) + ")")]) }
      svg.text += legend.names.drawnAbove(width: width)
      if top > 0 { svg.close("g") }
    }
    for (index, panel) in panels.enumerated() {
      draw(panel, id: id + "-" + String(index + 1), into: &svg)
    }
    for (index, remark) in remarks.enumerated() {
      svg.element(
        "text",
        [
          ("class", "chart-remark"), ("x", "0"),
          ("y", decimal(remarksTop + Double(index) * lineHeight)), ("fill", muted),
        ], remark)
    }
    svg.close("svg")
    return svg.text
  }

  private func draw(_ panel: Panel, id: String, into svg: inout SVGText) {
    let summary = Summary(panel.layout.plan, panel.layout.findings)
    svg.open(
      "g",
      [
        ("class", "chart-panel"), ("role", "img"),
        ("aria-label", panel.title.utf8.isEmpty ? summary.subject : panel.title),
        ("aria-describedby", id + "-desc"),
        ("transform", "translate(" + decimal(panel.left) + " " + decimal(panel.top) + ")"),
      ])
    svg.element("desc", [("id", id + "-desc")], summary.text(drawnAt: panel.layout.plot))
    for (index, line) in panel.titleLines.enumerated() {
      let y = Double(index + 1 - panel.titleLines.count) * lineHeight - 7
      svg.element(
        "text",
        [("class", "chart-panel-title"), ("x", "0"), ("y", decimal(y)), ("font-weight", "600")],
        shortened(line, to: panel.layout.width / 1.13))
    }
    panel.layout.drawContents(into: &svg, id: id)
    svg.close("g")
  }
}
