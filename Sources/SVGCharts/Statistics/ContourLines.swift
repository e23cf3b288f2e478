/// The lines along which a function of a grid has one value, by marching squares.
///
/// - Parameters:
///   - values: row by row, `columns` in each.
/// - Returns: polylines in units of the grid; a closed one ends where it begins. Squares with a
///   corner that is not finite have no line.
package func contourLines(_ values: [Double], columns: Int, level: Double) -> [[Point]] {
  let rows = values.count / columns
  // An edge is numbered by its left or upper corner: even to the right, odd downward.
  var links = Array(repeating: (-1, -1), count: 2 * values.count)
  func link(_ a: Int, _ b: Int) {
    if links[a].0 < 0 { links[a].0 = b } else { links[a].1 = b }
    if links[b].0 < 0 { links[b].0 = a } else { links[b].1 = a }
  }
  for row in 0..<max(rows - 1, 0) {
    for column in 0..<columns - 1 {
      let corner = row * columns + column
      let corners = [corner, corner + 1, corner + columns + 1, corner + columns]
      guard corners.allSatisfy({ values[$0].isFinite }) else { continue }
      let edges = [2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns), 2 * corner + 1]
      let isAbove = corners.map { values[$0] > level }
      let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
      if crossed.count == 2 { link(edges[crossed[0]], edges[crossed[1]]) }
      guard crossed.count == 4 else { continue }
      // A saddle: the mean tells which corners belong together.
      let isHigh = corners.reduce(0) { $0 + values[$1] / 4 } > level
      let pairs = isHigh == isAbove[0] ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)]
      for (a, b) in pairs { link(edges[a], edges[b]) }
    }
  }
  func place(_ edge: Int) -> Point {
    let corner = edge / 2, other = edge % 2 == 0 ? corner + 1 : corner + columns
    let share = (level - values[corner]) / (values[other] - values[corner])
    let (x, y) = (Double(corner % columns), Double(corner / columns))
    return edge % 2 == 0 ? Point(x: x + share, y: y) : Point(x: x, y: y + share)
  }
  var lines: [[Point]] = []
  var seen = Array(repeating: false, count: links.count)
  func walk(from start: Int) {
    var line: [Point] = [], edge = start
    while edge >= 0, !seen[edge] {
      seen[edge] = true
      line.append(place(edge))
      let (a, b) = links[edge]
      if a >= 0, !seen[a] { edge = a } else { edge = b >= 0 && !seen[b] ? b : -1 }
      if edge < 0, line.count > 2, a == start || b == start { line.append(line[0]) }
    }
    if line.count > 1 { lines.append(line) }
  }
  // Lines that end at the border first, then closed ones.
  for edge in links.indices where links[edge].0 >= 0 && links[edge].1 < 0 { walk(from: edge) }
  for edge in links.indices where links[edge].0 >= 0 && !seen[edge] { walk(from: edge) }
  return lines
}
