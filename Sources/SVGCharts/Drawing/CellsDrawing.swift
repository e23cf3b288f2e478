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

  func drawn(_ colors: CellColors?) -> String {
    var svg = SVGText()
    for (shade, height, path) in shades {
      svg.path(
        path,
        [
          ("fill", "none"), ("stroke", colors?.paint(shade).css ?? ""),
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

extension CellGrid {
  /// From this many pieces on their bytes count.
  static let dense = 2000
  /// More pieces than this make a chart of more than 60 kB.
  static let mostPieces = 9_800

  /// Whether all rows are alike and all columns, to a rounding.
  var isEven: Bool {
    func isEven(_ edges: [Double]) -> Bool {
      let whole = (edges[edges.count - 1] - edges[0]) / Double(edges.count - 1)
      return zip(edges, edges.dropFirst()).allSatisfy { abs($1 - $0 - whole) < 1 }
    }
    return isEven(rows) && isEven(columns)
  }

  /// Draws shades in units of cells: a lone cell is a dot with a square end.
  ///
  /// Each shade goes through the map in strips, from left to right, so that the way from cell to
  /// cell is mostly two digits: five bytes a cell.
  func drawnDensely(_ runs: [CellRun], isShaded: Bool) -> String {
    let strip = 10
    var paths = Array(repeating: PathData(), count: CellColors.shades)
    var start = 0
    while start < runs.count {
      let number = runs[start].row / strip
      var end = start
      while end < runs.count, runs[end].row / strip == number { end += 1 }
      let pieces = runs[start..<end].sorted {
        let (a, b) = ($0.columns.lowerBound, $1.columns.lowerBound)
        return a == b ? $0.row < $1.row : a < b
      }
      for piece in pieces {
        guard case .shade(let shade) = piece.cell else { continue }
        let place = Point(
          x: Double(piece.columns.lowerBound) + 0.5, y: Double(piece.row) + 0.5)
        paths[shade].move(to: place)
        if piece.columns.count == 1 {
          paths[shade].close(at: place)
        } else {
          paths[shade].horizontal(by: Double(piece.columns.count - 1))
        }
      }
      start = end
    }
    let width = (columns[columns.count - 1] - columns[0]) / Double(columns.count - 1)
    let height = (rows[rows.count - 1] - rows[0]) / Double(rows.count - 1)
    var svg = SVGText()
    svg.open(
      "g",
      [
        (
          "transform",
          "translate(" + decimal(columns[0]) + " " + decimal(rows[0]) + ") scale("
            + thousandths(width) + " " + thousandths(height) + ")"
        ), ("fill", "none"), ("stroke-linecap", "square"), ("shape-rendering", "crispEdges"),
      ])
    for (shade, path) in paths.enumerated() where !path.isEmpty {
      svg.path(path, [("stroke", isShaded ? colors.paint(shade).css : "")], tip: nil)
    }
    svg.close("g")
    return svg.text
  }
}

/// A positive factor with at most three decimals.
private func thousandths(_ factor: Double) -> String {
  var number = DecimalDigits(factor)
  number.round(toPower: -3)
  return number.plain()
}
