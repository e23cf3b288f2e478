import SVGCharts

typealias GoldenChart = (name: String, caption: String, chart: any Graphic & Sendable)

/// The charts of the golden files: each is one that a person would want.
enum GoldenCharts {
  /// One file of this folder and one list for each subject.
  static let subjects: [(name: String, charts: [GoldenChart])] = [
    ("lines", lines),
    ("bars", bars),
    ("points", points),
    ("areas", areas),
    ("heat-maps", heatMaps),
    ("distributions", distributions),
    ("scales", scales),
    ("fields", fields),
    ("honesty", honesty),
    ("grids", grids),
    ("asides", asides),
    ("networks", networks),
  ]

  static let all = subjects.flatMap(\.charts)

  /// The two drawings of a chart: for a wide column and for a phone.
  static func layouts(_ golden: GoldenChart) -> [(name: String, svg: String)] {
    [(640, 360, "wide"), (340, 255, "narrow")].map { width, height, layout in
      let isSingle =
        (golden.chart as? Chart).map { $0.facets.isEmpty && $0.options.aspectRatio != .equal }
        ?? false
      let id = "\(golden.name)-\(layout)"
      let svg = golden.chart.svg(
        width: width, height: isSingle ? height : nil, id: id, name: golden.caption)
      return ("\(golden.name).\(layout)", svg)
    }
  }
}
