extension Chart: Graphic {
  /// Half the width, or more of it on a phone, with room for many names in a legend or along y; what
  /// the plot needs where units are equal.
  public func height(forWidth width: Int) -> Int {
    if let panels = facetPanels { return panels.height(self, width) }
    if let height = equalHeight(forWidth: width) { return height }
    let usual = width >= 500 ? width / 2 : width * 4 / 5
    let rows = data.y.categories.keys.count
    guard rows > 8 || data.series.count > 3 else { return usual }
    let style = SeriesNames.Style(
      ChartPlan(self), width: Double(width), height: Double(usual))
    let legend = max(Int(style.legendHeight(width: Double(width))) - 42, 0)
    return max(usual, 16 * min(rows, 60) + 70) + legend
  }

  /// The chart as an SVG element for a page.
  ///
  /// Colors are custom properties of the page, so that one drawing serves light and dark. Draw
  /// twice, for a wide column and for a phone, and let the page show the one that fits.
  ///
  /// - Parameters:
  ///   - width: the width at which it is shown, in pixels; text is 12 pixels high.
  ///   - height: the height; by default half the width, or more of it on a phone.
  ///   - id: what ids in the drawing begin with, so that a page can hold many charts.
  ///   - name: what the chart shows, for who cannot see it; by default its axes.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    let height = height ?? self.height(forWidth: width)
    if let panels { return panels.svg(self, width, height, id, name) }
    let plan = ChartPlan(self)
    let layout = ChartLayout(plan, width: Double(width), height: Double(height))
    let summary = Summary(plan, layout.findings)
    return layout.drawing(
      id: id, name: name.utf8.isEmpty ? summary.subject : name,
      description: summary.text(drawnAt: layout.plot))
  }

  /// What the chart shows in at most three sentences: kind, axes with their ranges, finding.
  public var summary: String {
    if let panels = facetPanels { return panels.summary(self) }
    let plan = ChartPlan(self)
    return Summary(plan, Findings(plan)).text(drawnAt: nil)
  }

  /// The data as a table and as comma-separated values; of each panel, if there are several.
  public var panelData: [PanelData] {
    if let panels = facetPanels { return panels.panelData(self) }
    return [PanelData(title: "", table: table, csv: ChartPlan(self).data.csv)]
  }

  /// What a reader must know to trust the picture, a sentence each: values that are not finite,
  /// that a logarithmic axis cannot hold, that lie outside the axis.
  public var notices: [String] {
    if let panels = facetPanels { return panels.notices(self) }
    return Findings(ChartPlan(self)).notices
  }

  /// The ranges of its axes of numbers; panels have their own.
  public var axisRanges: [AxisRange] {
    guard facets.isEmpty else { return [] }
    let plan = ChartPlan(self)
    var ranges: [AxisRange] = []
    if !plan.data.x.isCategorical { ranges.append(AxisRange(axis: "X", range: plan.xDomain)) }
    if !plan.data.y.isCategorical { ranges.append(AxisRange(axis: "Y", range: plan.yDomain)) }
    return ranges
  }

  /// What draws and tells its facets; a single plot with a title is told as it is.
  private var facetPanels: Panels? { facets.isEmpty ? nil : panels }
}
