/// The names of series that several panels have in common, written once above all of them.
struct GridLegend: Sendable {
  let names: SeriesNames
  let height: Double

  /// The legends of a grid, and the charts without those of their own.
  static func gathered(from charts: inout [Chart], width: Double) -> [GridLegend] {
    var titles = Numbering<Word>()
    var groups: [[Int]] = []
    for (index, chart) in charts.enumerated() {
      guard chart.options.legend != .hidden, !chart.data.colors.isEmpty else { continue }
      let group = titles.number(of: Word(text: chart.data.colors.title))
      if group == groups.count { groups.append([]) }
      groups[group].append(index)
    }
    var legends: [GridLegend] = []
    for group in groups where group.count > 1 {
      // The series of all panels as those of one chart.
      var data = charts[group[0]].data
      data.series = group.flatMap { charts[$0].data.series }
      var whole = charts[group[0]]
      whole.data = data
      whole.options.namesAbove = true
      guard let names = SeriesNames.above(ChartPlan(whole), width: width) else { continue }
      legends.append(names)
      for index in group { charts[index].options.legend = .hidden }
    }
    return legends
  }
}

extension SeriesNames {
  /// The names as a list above a plot, never at the ends of lines; `nil` if there are none.
  fileprivate static func above(_ plan: ChartPlan, width: Double) -> GridLegend? {
    let style = Style(plan, width: width, height: 0)
    let height = style.legendHeight(width: width)
    switch style {
    case .none, .atEnds: return nil
    case .ramp(let least, let greatest):
      return GridLegend(names: .ramp(least: least, greatest: greatest), height: height)
    case .legend(let named):
      return GridLegend(names: .legend(named.map { LegendEntry($0) }), height: height)
    }
  }
}
