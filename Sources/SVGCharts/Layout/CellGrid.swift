/// The rows and columns of cells in whole pixels.
struct CellGrid: Sendable {
  /// The least width of a column unless there are too many cells.
  private static let finest = 2.0

  /// The upper left corner of cell 0, 0 and then the far edge of each row and column.
  let rows: [Double], columns: [Double]
  let colors: CellColors
  private let x: Scale, y: Scale

  /// - Parameters:
  ///   - xs: the places of columns in order; `ys` those of rows.
  ///   - least: the least width of a column in pixels.
  init(xs: [Double], ys: [Double], colors: CellColors, x: Scale, y: Scale, least: Double = finest) {
    (self.colors, self.x, self.y) = (colors, x, y)
    columns = Self.edges(
      xs.map { x.position($0) }.sorted(), from: min(x.start, x.end), to: max(x.start, x.end),
      least: least)
    rows = Self.edges(
      ys.map { y.position($0) }.sorted(), from: min(y.start, y.end), to: max(y.start, y.end),
      least: 1)
  }

  /// The finest grid that does not make a chart too large to be sent.
  static func fitting(_ cells: [DataSeries], _ grid: (_ least: Double) -> CellGrid) -> CellGrid {
    var least = finest
    while true {
      let grid = grid(least)
      let count = cells.reduce(0) { $0 + grid.runs(of: $1).count }
      if count <= mostPieces || grid.columns.count < 20 { return grid }
      least *= max(Double(count) / Double(mostPieces), 1.1)
    }
  }

  /// The edges half way between places, in whole pixels, none closer than `least`.
  private static func edges(
    _ places: [Double], from start: Double, to end: Double, least: Double
  ) -> [Double] {
    let (start, end) = ((start + 0.5).roundedDown, (end + 0.5).roundedDown)
    if least > finest {
      // Where cells are put together anyway, evenly.
      let count = max(((end - start) / least).roundedDown, 1)
      return (0...Int(count)).map {
        (start + (end - start) * Double($0) / count + 0.5).roundedDown
      }
    }
    var edges = [start]
    for (a, b) in zip(places, places.dropFirst()) {
      let edge = ((a + b) / 2 + 0.5).roundedDown
      if edge - edges[edges.count - 1] >= least, end - edge >= least { edges.append(edge) }
    }
    return edges + [end]
  }

  /// The number of the row or column at a pixel.
  private static func number(of place: Double, in edges: [Double]) -> Int {
    var low = 0, high = edges.count - 2
    while low < high {
      let middle = (low + high) / 2
      if edges[middle + 1] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Draws the cells of a series: a path for each shade, in which neighbors are one piece.
  func drawn(_ series: DataSeries) -> String {
    let runs = runs(of: series), isShaded = !series.colors.isEmpty
    let isDense = isEven && runs.count > Self.dense
    var pieces = CellPieces()
    for run in runs {
      if isDense, case .shade = run.cell { continue }
      pieces.add(
        run.cell,
        Frame(
          left: columns[run.columns.lowerBound], top: rows[run.row],
          right: columns[run.columns.upperBound], bottom: rows[run.row + 1]))
    }
    return (isDense ? drawnDensely(runs, isShaded: isShaded) : "")
      + pieces.drawn(isShaded ? colors : nil)
  }

  /// Neighbors in a row that show the same, row by row.
  func runs(of series: DataSeries) -> [CellRun] {
    let width = columns.count - 1
    var cells: [CellClass?] = Array(repeating: nil, count: width * (rows.count - 1))
    for index in series.indices {
      let place = Point(x: x.position(series.x[index]), y: y.position(series.y[index]))
      guard place.x.isFinite, place.y.isFinite else { continue }
      let cell =
        Self.number(of: place.y, in: rows) * width + Self.number(of: place.x, in: columns)
      let found = series.colors.isEmpty ? .shade(0) : colors.cell(series.colors[index])
      cells[cell] = cells[cell].map { max($0, found) } ?? found
    }
    var runs: [CellRun] = []
    for row in 0..<rows.count - 1 {
      var column = 0
      while column < width {
        let start = column, cell = cells[row * width + start]
        while column < width, cells[row * width + column] == cell { column += 1 }
        if let cell { runs.append(CellRun(cell: cell, row: row, columns: start..<column)) }
      }
    }
    return runs
  }
}

/// Neighboring cells of a row that show the same.
struct CellRun: Sendable {
  let cell: CellClass
  let row: Int
  let columns: Range<Int>
}
