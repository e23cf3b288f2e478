extension CellGrid {
  /// Cells without paint upon the drawn ones that tell their values under a pointer, row by row.
  func told(_ series: DataSeries, _ tips: Tips) -> String {
    var svg = SVGText()
    for cells in cells(of: series) {
      guard let row = cells.first?.row else { continue }
      svg.open(
        "g",
        [
          ("fill", "none"), ("stroke", "none"), ("pointer-events", "stroke"),
          ("stroke-width", decimal(rows[row + 1] - rows[row])),
        ])
      for (_, row, column, index) in cells {
        var path = PathData()
        path.move(to: Point(x: columns[column], y: (rows[row] + rows[row + 1]) / 2))
        path.horizontal(by: columns[column + 1] - columns[column])
        svg.path(path, [], tip: tips.text(series, index))
      }
      svg.close("g")
    }
    return svg.text
  }
}
