/// The rows and columns of cells in whole pixels.
struct CellGrid: Sendable {
  /// The upper left corner of cell 0, 0 and then the far edge of each row and column.
  let rows: [Double], columns: [Double]
  let colors: CellColors
  private let x: Scale, y: Scale

  /// - Parameters:
  ///   - xs: the places of columns in order; `ys` those of rows.
  init(xs: [Double], ys: [Double], colors: CellColors, x: Scale, y: Scale) {
    (self.colors, self.x, self.y) = (colors, x, y)
    columns = Self.edges(xs.map { x.position($0) }, from: x.start, to: x.end, least: 2)
    rows = Self.edges(
      ys.map { y.position($0) }.sorted(), from: min(y.start, y.end), to: max(y.start, y.end),
      least: 1)
  }

  /// The edges half way between places, in whole pixels, none closer than `least`.
  private static func edges(
    _ places: [Double], from start: Double, to end: Double, least: Double
  ) -> [Double] {
    let (start, end) = ((start + 0.5).roundedDown, (end + 0.5).roundedDown)
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
    var pieces = CellPieces()
    for row in 0..<rows.count - 1 {
      var column = 0
      while column < width {
        let start = column, cell = cells[row * width + start]
        while column < width, cells[row * width + column] == cell { column += 1 }
        guard let cell else { continue }
        pieces.add(
          cell,
          Frame(
            left: columns[start], top: rows[row], right: columns[column], bottom: rows[row + 1]))
      }
    }
    return pieces.drawn(isShaded: !series.colors.isEmpty)
  }
}

/// Pieces of rows, gathered by what they show.
struct CellPieces {
  private var shades: [(shade: Int, height: Double, path: PathData)] = []
  private var notPositive = PathData(), infinite = PathData(), notANumber = PathData()

  mutating func add(_ cell: CellClass, _ frame: Frame) {
    let middle = Point(x: frame.left, y: (frame.top + frame.bottom) / 2)
    switch cell {
    case .shade(let shade):
      var index = shades.firstIndex { $0.shade == shade && $0.height == frame.height }
      if index == nil {
        shades.append((shade, frame.height, PathData()))
        index = shades.count - 1
      }
      shades[index ?? 0].path.move(to: middle)
      shades[index ?? 0].path.horizontal(by: frame.width)
    case .notPositive:
      notPositive.move(to: middle)
      notPositive.horizontal(by: frame.width)
    case .infinite:
      infinite.outline([
        Point(x: frame.left, y: frame.top), Point(x: frame.right, y: frame.top),
        Point(x: frame.right, y: frame.bottom), Point(x: frame.left, y: frame.bottom),
      ])
    case .notANumber:
      // Slanting strokes six pixels apart.
      var x = frame.left
      while x < frame.right {
        notANumber.move(to: Point(x: x, y: frame.bottom))
        notANumber.line(to: Point(x: min(x + 6, frame.right), y: frame.top))
        x += 6
      }
    }
  }

  func drawn(isShaded: Bool) -> String {
    var svg = SVGText()
    for (shade, height, path) in shades {
      svg.path(
        path,
        [
          ("fill", "none"), ("stroke", isShaded ? CellColors.paint(shade).css : ""),
          ("stroke-width", decimal(height)), ("shape-rendering", "crispEdges"),
        ], tip: nil)
    }
    let lines = [("fill", "none"), ("stroke", muted), ("stroke-width", "1")]
    if !notPositive.isEmpty { svg.path(notPositive, lines, tip: nil) }
    if !notANumber.isEmpty { svg.path(notANumber, lines, tip: nil) }
    if !infinite.isEmpty {
      svg.path(infinite, [("fill", "currentColor"), ("stroke", "none")], tip: nil)
    }
    return svg.text
  }
}
