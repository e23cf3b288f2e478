/// A grid at a size: its panels with aligned plots, each a chart in place.
struct GridLayout {
  /// A panel and where its upper left corner is.
  struct Panel {
    let title: String
    let titleLines: [String]
    let layout: ChartLayout
    let left: Double, top: Double
  }

  let width: Double
  private(set) var height = 0.0
  private(set) var panels: [Panel] = []
  private(set) var legends: [(legend: GridLegend, top: Double)] = []
  /// What stands below the panels, line by line, and the base line of the first.
  private(set) var remarks: [String] = []
  private(set) var remarksTop = 0.0

  private static let gap = 14.0
  private static let titleHeight = 22.0

  /// - Parameter height: of the whole; by default plots are a little wider than high.
  init(_ grid: ChartGrid, width: Double, height: Double?) {
    self.width = width
    var charts = grid.charts
    var top = 0.0
    for legend in GridLegend.gathered(from: &charts, width: width) {
      legends.append((legend, top))
      top += legend.height
    }
    if top > 0 { top += 4 }
    let columns = Self.columns(grid, width)
    let rows = (charts.count + columns - 1) / columns
    charts.hideInnerAxes(columns: columns, scales: grid.scales)
    if charts.reduce(0, { $0 + Tips.count($1.data) }) > Tips.most {
      for index in charts.indices { charts[index].options.tellsValues = false }
    }
    remarks = grid.allRemarks.flatMap { wrapped($0, to: width) }

    var titleLines: [[String]] = []
    var titles = Array(repeating: 0.0, count: rows)
    let remarksHeight = remarks.isEmpty ? 0 : Double(remarks.count) * lineHeight + 6
    let gaps = Double(columns - 1) * Self.gap
    var room = Room(
      columns: columns, rows: rows, plotWidth: (width - gaps) / Double(columns) - 60,
      plotHeight: 120)
    var around = 0.0
    // Ticks depend on the size of the plots, and the room for their labels decides that.
    for _ in 0..<2 {
      room.measure(charts)
      room.plotWidth = (width - (room.left + room.right).reduce(gaps, +)) / Double(columns)
      titleLines = charts.enumerated().map { index, chart in
        Self.lines(of: chart.options.title, in: room.size(0, index % columns).width)
      }
      titles = (0..<rows).map { row in
        let most = titleLines[row * columns..<min((row + 1) * columns, charts.count)]
          .reduce(0) { max($0, $1.count) }
        return most == 0 ? 0 : Self.titleHeight + Double(most - 1) * lineHeight
      }
      around =
        (room.above + room.below + titles).reduce(top + remarksHeight, +)
        + Double(rows - 1) * Self.gap
      room.plotHeight = max(
        height.map { ($0 - around) / Double(max(rows, 1)) }
          ?? min(max(room.plotWidth * 0.6, 84), 220), 40)
    }
    room.measureLabels(charts)
    room.plotWidth = (width - (room.left + room.right).reduce(gaps, +)) / Double(columns)
    for (index, chart) in charts.enumerated() {
      let (row, column) = (index / columns, index % columns)
      var chart = chart
      chart.options.insets = room.insets(row, column)
      chart.options.insets?.left = room.left[column]
      let size = room.size(row, column)
      let across = (0..<column).reduce(0) { $0 + room.size(0, $1).width + Self.gap }
      let down = (0..<row).reduce(top) { $0 + titles[$1] + room.size($1, 0).height + Self.gap }
      panels.append(
        Panel(
          title: chart.options.title, titleLines: titleLines[index],
          layout: ChartLayout(
            ChartPlan(chart), width: size.width, height: size.height), left: across,
          top: down + titles[row]))
    }
    let bottom = around + Double(rows) * room.plotHeight
    remarksTop = bottom - remarksHeight + lineHeight + 2
    self.height = height.map { max($0, bottom) } ?? bottom.roundedUp
  }

  /// A title in at most three lines; bold letters are wider.
  private static func lines(of title: String, in width: Double) -> [String] {
    let lines = wrapped(title, to: width / 1.13)
    return lines.count <= 3
      ? lines : Array(lines.prefix(2)) + [lines.dropFirst(2).joined(separator: " ")]
  }

  /// How many panels stand in a row.
  private static func columns(_ grid: ChartGrid, _ width: Double) -> Int {
    let most = width < 500 ? min(2, Int(width / 160)) : Int(width / 120)
    return max(1, min(grid.columns, most, grid.charts.count))
  }
}

/// The plots of a grid and the room around them, which the largest of a row or column decides.
private struct Room {
  var left: [Double], right: [Double], above: [Double], below: [Double]
  var plotWidth: Double, plotHeight: Double

  init(columns: Int, rows: Int, plotWidth: Double, plotHeight: Double) {
    left = Array(repeating: 30, count: columns)
    right = left
    above = Array(repeating: 30, count: rows)
    below = above
    (self.plotWidth, self.plotHeight) = (plotWidth, plotHeight)
  }

  func size(_ row: Int, _ column: Int) -> (width: Double, height: Double) {
    (left[column] + plotWidth + right[column], above[row] + plotHeight + below[row])
  }

  /// What surrounds a plot, without its labels on the left.
  func insets(_ row: Int, _ column: Int) -> Insets {
    Insets(top: above[row], right: right[column], bottom: below[row])
  }

  /// Takes the room that labels on the left need beside plots of just this height, which decides
  /// how many ticks there are.
  mutating func measureLabels(_ charts: [Chart]) {
    let old = self
    for column in left.indices { left[column] = 0 }
    for (index, chart) in charts.enumerated() {
      let (row, column) = (index / left.count, index % left.count)
      let size = old.size(row, column)
      var chart = chart
      chart.options.insets = old.insets(row, column)
      let layout = ChartLayout(ChartPlan(chart), width: size.width, height: size.height)
      left[column] = max(left[column], layout.plot.frame.left)
    }
  }

  /// Takes the room that the charts need at this size of plots.
  mutating func measure(_ charts: [Chart]) {
    let old = self
    for column in left.indices { (left[column], right[column]) = (0, 0) }
    for row in above.indices { (above[row], below[row]) = (0, 0) }
    for (index, chart) in charts.enumerated() {
      let (row, column) = (index / left.count, index % left.count)
      let size = old.size(row, column)
      let frame = ChartLayout(ChartPlan(chart), width: size.width, height: size.height).plot.frame
      left[column] = max(left[column], frame.left)
      right[column] = max(right[column], size.width - frame.right)
      above[row] = max(above[row], frame.top)
      below[row] = max(below[row], size.height - frame.bottom)
    }
  }
}

extension [Chart] {
  /// Leaves labels to the panel on the left and the one below where both show the same axis.
  fileprivate mutating func hideInnerAxes(columns: Int, scales: ChartGrid.Scales) {
    func agree(_ a: Int, _ b: Int, _ direction: Direction) -> Bool {
      let first = self[a].axis(direction), other = self[b].axis(direction)
      return Word(text: first.title) == Word(text: other.title)
        && self[a].type(direction) == self[b].type(direction)
        && first.isCategorical == other.isCategorical
    }
    let sharesX = scales == .shared || scales == .freeY
    let sharesY = scales == .shared || scales == .freeX
    for index in indices {
      let first = index - index % columns
      if sharesY, index > first, agree(index, first, .y) { self[index].options.hidesY = true }
      if sharesX, index + columns < count, agree(index, index + columns, .x) {
        self[index].options.hidesX = true
      }
    }
  }
}

extension ChartGrid {
  /// What the grid says below its panels.
  var allRemarks: [String] {
    func repeats(_ direction: Direction) -> Bool {
      charts.indices.contains { index in
        charts[..<index].contains {
          let title = $0.axis(direction).title
          return !title.utf8.isEmpty
            && Word(text: title) == Word(text: charts[index].axis(direction).title)
        }
      }
    }
    let freeX = (scales == .free || scales == .freeX) && repeats(.x)
    let freeY = (scales == .free || scales == .freeY) && repeats(.y)
    guard freeX || freeY else { return remarks }
    let axes = freeX && freeY ? "axes" : freeX ? "x axis" : "y axis"
    return [
      "Each panel has " + (freeX && freeY ? "" : freeX ? "an " : "a ") + axes + " of its own."
    ] + remarks
  }
}

/// A text in lines of at most a width.
func wrapped(_ text: String, to width: Double) -> [String] {
  var lines: [String] = []
  var current = ""
  for word in text.utf8.split(separator: 0x20) {
    let word = String(Substring(word))
    let longer = current.utf8.isEmpty ? word : current + " " + word
    if textWidth(longer) > width, !current.utf8.isEmpty {
      lines.append(current)
      current = word
    } else {
      current = longer
    }
  }
  return current.utf8.isEmpty ? lines : lines + [current]
}
