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
    copy.forEachMark { $0.details.facetValue = value }
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

  /// The chart as a grid, if it has panels or a title.
  var asGrid: ChartGrid? {
    guard !facets.isEmpty else {
      return options.title.utf8.isEmpty ? nil : ChartGrid([self], columns: 1, scales: .shared)
    }
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

/// One panel of a chart.
package struct Facet: Sendable {
  let title: String
  let data: ChartData

  /// The marks of a chart by panel, in the order in which the panels come; none if no mark has one.
  static func all(_ marks: ChartGroup) -> [Facet] {
    func title(_ run: MarkRun) -> Word? {
      run.mark.details.facetValue.map { Word(text: $0.datum.facetTitle($0.title)) }
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
