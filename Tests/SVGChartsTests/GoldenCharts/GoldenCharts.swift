import SVGCharts

typealias GoldenChart = (name: String, caption: String, chart: Chart)

/// The charts of the golden files: each is one that a person would want.
enum GoldenCharts {
  /// One file of this folder and one list for each subject.
  static let subjects: [(name: String, charts: [GoldenChart])] = [
    ("lines", lines),
    ("bars", bars),
    ("points", points),
    ("areas", areas),
    ("heat-maps", heatMaps),
    ("honesty", honesty),
  ]

  static let all = subjects.flatMap(\.charts)
}
