extension MarkKind {
  /// A rectangle that marks a part of the plot.
  static let region = MarkKind(.region, name: "region", isData: false, isFilled: true) {
    series, plot in
    var path = PathData()
    for index in series.indices {
      guard let frame = plot.region(series, index) else { continue }
      path.outline([
        Point(x: frame.left, y: frame.top), Point(x: frame.right, y: frame.top),
        Point(x: frame.right, y: frame.bottom), Point(x: frame.left, y: frame.bottom),
      ])
    }
    guard !path.isEmpty else { return "" }
    var svg = SVGText()
    svg.path(path, [("fill-opacity", ".14"), ("stroke", "none")], tip: nil)
    return svg.text
  }
}

extension Plot {
  /// The part of a region that lies in the plot.
  func region(_ series: DataSeries, _ index: Int) -> Frame? {
    let at = point(series, index)
    let (x0, x1) =
      series.spansX ? (frame.left, frame.right) : (at.x, x.position(series.xEnd[index]))
    let (y0, y1) =
      series.spansY ? (frame.top, frame.bottom) : (at.y, y.position(series.yEnd[index]))
    let region = Frame(
      left: max(min(x0, x1), frame.left), top: max(min(y0, y1), frame.top),
      right: min(max(x0, x1), frame.right), bottom: min(max(y0, y1), frame.bottom))
    return region.width > 0 && region.height > 0 ? region : nil
  }

  /// The line along which the text of a reference mark stands.
  func baseline(_ series: DataSeries, _ index: Int) -> (from: Point, to: Point)? {
    guard series.kind.shape == .region else { return rule(series, index) }
    return region(series, index).map { region in
      let y = min(region.top + 18, region.bottom)
      return (Point(x: region.left, y: y), Point(x: region.right, y: y))
    }
  }
}
