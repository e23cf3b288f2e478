extension ChartContent {
  /// The content in a panel of its own for each value, with axes and colors in common; what has no
  /// such value, as a reference line, stands in every panel.
  ///
  ///     Chart(samples) {
  ///       LineMark(x: .value("Step", $0.step), y: .value("|δ|", $0.value))
  ///         .facet(by: .value("Activation", $0.name))
  ///     }
  public func facet(by value: PlottableValue) -> Self {
    var copy = self
    copy.forEachMark { $0.details.facet = FacetValue(value: value, panels: .grid) }
    return copy
  }
}

extension Chart {
  /// The chart with its panels in so many columns, with axes that reach equally far or not; see
  /// ``ChartContent/facet(by:)``.
  public func chartFacet(columns: Int, scales: ChartGrid.Scales = .shared) -> Chart {
    var copy = self
    copy.options.facetColumns = columns
    copy.options.facetScales = scales
    return copy
  }

  /// The chart as a grid: a panel for each facet, or one with a title.
  var asGrid: ChartGrid {
    guard !facets.isEmpty else { return ChartGrid([self], columns: 1, scales: .shared) }
    let charts = facets.map { facet in
      var chart = self
      chart.data = facet.data
      chart.facets = []
      chart.options.title = facet.title
      return chart
    }
    return ChartGrid(charts, columns: options.facetColumns, scales: options.facetScales)
  }
}

/// By what a mark finds its panel.
package struct FacetValue: Sendable {
  let value: PlottableValue
  let panels: Panels
}

/// How a chart in panels, or with a title, is drawn and told. The chart has it from what makes panels
/// of it, so that a program for a page that has no panels does without all of it.
package final class Panels: Sendable {
  let facets: @Sendable (ChartGroup) -> [Facet]
  let height: @Sendable (Chart, Int) -> Int
  let svg: @Sendable (Chart, Int, Int, _ id: String, _ name: String) -> String
  let summary: @Sendable (Chart) -> String
  let notices: @Sendable (Chart) -> [String]
  let panelData: @Sendable (Chart) -> [PanelData]

  static let grid = Panels()

  private init() {
    facets = { Facet.all($0) }
    height = { $0.asGrid.height(forWidth: $1) }
    svg = { $0.asGrid.svg(width: $1, height: $2, id: $3, name: $4) }
    summary = { $0.asGrid.summary }
    notices = { $0.asGrid.notices }
    panelData = { $0.asGrid.panelData }
  }
}

/// One panel of a chart.
package struct Facet: Sendable {
  let title: String
  let data: ChartData

  /// The marks of a chart by panel, in the order in which the panels come; none if no mark has one.
  static func all(_ marks: ChartGroup) -> [Facet] {
    func title(_ run: MarkRun) -> Word? {
      run.mark.details.facet.map { Word(text: $0.value.datum.facetTitle($0.value.title)) }
    }
    var titles = Numbering<Word>()
    for run in marks.runs {
      if let title = title(run) { _ = titles.number(of: title) }
    }
    return titles.keys.map { panel in
      let runs = marks.runs.filter { title($0) == panel || title($0) == nil }
      return Facet(title: panel.text, data: ChartData(ChartGroup(runs)))
    }
  }
}

extension Datum {
  /// A word speaks for itself; a number needs to be told of what.
  fileprivate func facetTitle(_ title: String) -> String {
    number == nil || title.utf8.isEmpty ? text : title + " " + text
  }
}
