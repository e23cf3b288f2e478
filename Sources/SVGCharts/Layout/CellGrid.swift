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
    columns = Self.edges(xs, on: x, least: least)
    rows = Self.edges(ys, on: y, least: 1)
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

  /// The edges of cells, none closer than `least`: half way between neighbors, and half a cell
  /// from a place whose neighbor is missing.
  private static func edges(_ places: [Double], on scale: Scale, least: Double) -> [Double] {
    let start = (min(scale.start, scale.end) + 0.5).roundedDown
    let end = (max(scale.start, scale.end) + 0.5).roundedDown
    let places = places.map { scale.position($0) }.filter { $0 >= start - 1 && $0 <= end + 1 }
      .sorted()
    let size = cellSize(at: places) ?? scale.length(1)
    if least > finest, least > size {
      // Where cells are put together anyway, evenly.
      let count = max(((end - start) / least).roundedDown, 1)
      return (0...Int(count)).map {
        (start + (end - start) * Double($0) / count + 0.5).roundedDown
      }
    }
    func edge(_ place: Double) -> Double { min(max((place + 0.5).roundedDown, start), end) }
    var edges: [Double] = []
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1] - place : .infinity
      let touches = next < touching * size
      if edges.isEmpty { edges = [edge(place - size / 2)] }
      let far = edge(place + (touches ? next : size) / 2)
      if far - edges[edges.count - 1] >= least || index + 1 == places.count { edges.append(far) }
      guard !touches, next.isFinite else { continue }
      let near = edge(places[index + 1] - size / 2)
      if near - edges[edges.count - 1] >= least { edges.append(near) }
    }
    return edges.count > 1 ? edges : [start, end]
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

  /// Whether a cell has its middle at a place, and room for a text.
  func hasCell(around place: Point, holding text: String) -> Bool {
    let column = Self.number(of: place.x, in: columns), row = Self.number(of: place.y, in: rows)
    let (left, right) = (columns[column], columns[column + 1])
    let (top, bottom) = (rows[row], rows[row + 1])
    return abs(left + right - 2 * place.x) <= 4 && abs(top + bottom - 2 * place.y) <= 4
      && right - left >= textWidth(text) && bottom - top >= 13
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
    let cells = classes(of: series)
    var runs: [CellRun] = []
    for row in 0..<rows.count - 1 {
      var column = 0
      while column < width {
        let start = column, cell = cells[row * width + start]?.cell
        while column < width, cells[row * width + column]?.cell == cell { column += 1 }
        if let cell { runs.append(CellRun(cell: cell, row: row, columns: start..<column)) }
      }
    }
    return runs
  }

  /// The cells that have a value, row by row, each with the number of the value that it shows.
  func cells(
    of series: DataSeries
  ) -> [[(cell: CellClass, row: Int, column: Int, index: Int)]] {
    let width = columns.count - 1
    let cells = classes(of: series)
    return (0..<rows.count - 1).map { row in
      (0..<width).compactMap { column in
        cells[row * width + column].map { ($0.cell, row, column, $0.index) }
      }
    }
  }

  /// What each place of the grid shows, the greatest of several.
  private func classes(of series: DataSeries) -> [(cell: CellClass, index: Int)?] {
    let width = columns.count - 1
    var cells: [(cell: CellClass, index: Int)?] = Array(
      repeating: nil, count: width * (rows.count - 1))
    for index in series.indices {
      let place = Point(x: x.position(series.x[index]), y: y.position(series.y[index]))
      guard (columns[0]...columns[columns.count - 1]).contains(place.x),
        (rows[0]...rows[rows.count - 1]).contains(place.y)
      else { continue }
      let cell =
        Self.number(of: place.y, in: rows) * width + Self.number(of: place.x, in: columns)
      let found = series.colors.isEmpty ? .shade(0) : colors.cell(series.colors[index])
      if let known = cells[cell], known.cell >= found { continue }
      cells[cell] = (found, index)
    }
    return cells
  }
}

/// Neighbors up to this many cells apart touch, so that places not quite even leave no slits.
private let touching = 1.5

/// How wide a cell is: the least distance between places in order, or, of more than four, one that
/// is only seldom undercut, as by the last step of a run; `nil` for a single place.
func cellSize(at places: [Double]) -> Double? {
  let gaps = zip(places, places.dropFirst()).map { $1 - $0 }.sorted()
  return gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 4]
}

/// Neighboring cells of a row that show the same.
struct CellRun: Sendable {
  let cell: CellClass
  let row: Int
  let columns: Range<Int>
}
