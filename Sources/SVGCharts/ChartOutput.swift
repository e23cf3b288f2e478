extension Chart {
  /// The chart as an SVG element for a page.
  ///
  /// Colors are custom properties of the page, so that one drawing serves light and dark. Draw
  /// twice, for a wide column and for a phone, and let the page show the one that fits.
  ///
  /// - Parameters:
  ///   - width: the width at which it is shown, in pixels; text is 12 pixels high.
  ///   - height: the height; by default a share of the width.
  ///   - id: what ids in the drawing begin with, so that a page can hold many charts.
  ///   - name: what the chart shows, for who cannot see it; by default its axes.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    let plan = ChartPlan(self)
    let height = height ?? (width >= 500 ? width * 9 / 16 : width * 3 / 4)
    let layout = ChartLayout(plan, width: Double(width), height: Double(height))
    let summary = Summary(plan, layout.findings)
    return layout.drawing(
      id: id, name: name.utf8.isEmpty ? summary.subject : name,
      description: summary.text(drawnAt: layout.plot))
  }

  /// What the chart shows in at most three sentences: kind, axes with their ranges, finding.
  public var summary: String {
    let plan = ChartPlan(self)
    return Summary(plan, Findings(plan)).text(drawnAt: nil)
  }

  /// What a reader must know to trust the picture, a sentence each: values that are not finite,
  /// that a logarithmic axis cannot hold, that lie outside the axis.
  public var notices: [String] { Findings(ChartPlan(self)).notices }
}
