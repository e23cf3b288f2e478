/// A chart at a size: its axes and plot in place, and how its series are named.
package final class ChartLayout {
  let plan: ChartPlan
  let width: Double, height: Double
  let findings: Findings
  let names: SeriesNames
  let x: Axis, y: Axis
  package let plot: Plot
  /// The base lines of the y title and of the warning.
  let titleY: Double, warningY: Double
  /// The legend of a heat map, and how far down it stands.
  let cellLegend: CellLegend?
  let cellLegendTop: Double
  /// Whether the categories along x are written at a slope.
  let slopes: Bool

  package init(_ plan: ChartPlan, width: Double, height: Double) {
    self.plan = plan
    self.width = width
    self.height = height
    let data = plan.data
    findings = Findings(plan)
    let style = SeriesNames.Style(plan, width: width, height: height)

    // From the top: legend, title of y, plot.
    let shades = plan.options.legend == .hidden ? nil : CellLegend(plan, width: width)
    let seriesHeight = style.legendHeight(width: width)
    let legendHeight = seriesHeight + (shades?.height ?? 0)
    (cellLegend, cellLegendTop) = (shades, seriesHeight)
    let titleWidth = textWidth(data.y.title) + 16, warningWidth = textWidth(findings.warning)
    let sharesRow = titleWidth + warningWidth + 12 <= width
    titleY = legendHeight + 12
    warningY = sharesRow || data.y.title.utf8.isEmpty ? titleY : titleY + lineHeight
    let hasTitleRow = !(data.y.title.utf8.isEmpty && findings.warning.utf8.isEmpty)
    let insets = plan.options.insets
    let top = insets?.top ?? (hasTitleRow ? warningY + 12 : legendHeight + 10)

    // From the bottom: title of x, its labels, plot.
    let widest = data.x.categories.keys.map { textWidth($0.text) }.max() ?? 0
    let right = insets?.right ?? (style.column > 0 ? style.column : 12)
    slopes = widest > (width - 40 - right) / Double(max(data.x.categories.keys.count, 1)) - 4
    let labels = slopes ? min(widest, 120) * 0.64 + 16 : 20
    let below = plan.options.hidesX ? 8 : labels + (data.x.title.utf8.isEmpty ? 4 : 18)
    let bottom = max(height - (insets?.bottom ?? below), top + 40)

    let inset = data.series.contains { $0.kind.room == .symbol } ? 7.0 : 0
    let fromTop = data.y.isCategorical != plan.options.yIsReversed
    func yAxis(to bottom: Double) -> Axis {
      Axis(
        data.y, type: plan.options.yType, domain: plan.yDomain,
        format: plan.options.yFormat, from: fromTop ? top + inset : bottom - inset,
        to: fromTop ? bottom - inset : top + inset,
        spacing: 36)
    }
    let yLabels = min(yAxis(to: bottom).labels.map { textWidth($0) }.max() ?? 0, 0.45 * width)
    var left = plan.options.hidesY ? 6 : max(yLabels + 10, 14)
    if slopes, !plan.options.hidesX {
      var needed = left
      let band = (width - left - right) / Double(max(data.x.categories.keys.count, 1))
      for (index, name) in data.x.categories.keys.enumerated() {
        let reach = min(textWidth(name.text), 120) * 0.77 + 8
        needed = max(needed, reach - (Double(index) + 0.5) * band)
      }
      left = needed
    }
    if let told = insets?.left { left = told }
    let frame = plan.fitted(
      Frame(left: left, top: top, right: width - right, bottom: bottom), inset: inset)
    y = yAxis(to: frame.bottom)
    let ends = (frame.left + inset, frame.right - inset)
    x = Axis(
      data.x, type: plan.options.xType, domain: plan.xDomain,
      bars: plan.isHorizontal ? [] : plan.barPlaces + plan.columns, format: plan.options.xFormat,
      from: plan.options.xIsReversed ? ends.1 : ends.0,
      to: plan.options.xIsReversed ? ends.0 : ends.1, spacing: 60)

    var plot = Plot(x: x.scale, y: y.scale, frame: frame)
    plot.isHorizontal = plan.isHorizontal
    plot.band = plan.isHorizontal ? y.scale.length(plan.barStep) : x.scale.length(plan.barStep)
    plot.groups = Double(max(data.groups.keys.count, 1))
    plot.tips = plan.options.tellsValues ? Tips(data) : nil
    if !plan.columns.isEmpty {
      let colors = CellColors(data.cellColors ?? AxisData(), plan.options)
      let (x, y) = (x.scale, y.scale)
      plot.cells = CellGrid.fitting(data.series.filter { $0.kind.isCell }) {
        CellGrid(
          xs: plan.columns, ys: plan.rows, colors: colors, x: x, y: y, least: $0)
      }
    }
    plot.place(data.series)
    self.plot = plot
    names = style.placed(in: plot)
  }
}
