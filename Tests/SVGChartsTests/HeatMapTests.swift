import Foundation
import SVGCharts
import TestSupport
import Testing

@Suite struct HeatMapTests {
  private func map(columns: Int, rows: Int, _ value: (Int, Int) -> Double) -> Chart {
    Chart {
      for row in 1...rows {
        for column in 1...columns {
          RectangleMark(x: .value("Step", column), y: .value("Layer", row))
            .foregroundStyle(by: .value("|δ|", value(column, row)))
        }
      }
    }
  }

  /// The pieces of each shade: how wide they are together.
  private func widths(_ svg: String) -> [Double] {
    let map = svg.components(after: "chart-heat-map").components(upTo: "</g>").components(
      upTo: "pointer-events")
    let scale = map.firstMatch(of: /scale\(([0-9.]+)/).flatMap { Double($0.1) }
    return map.components(separatedBy: "<path").dropFirst().map { path in
      path.matches(of: /h([0-9]+)|z/).reduce(0) { sum, piece in
        // In units of cells a piece reaches half a cell beyond both its ends.
        let length = piece.1.flatMap { Double($0) } ?? 0
        return sum + (scale.map { (length + 1) * $0 } ?? length)
      }
    }
  }

  @Test func coversThePlotOnceWhateverTheNumberOfCells() {
    withEvery("columns", in: [1, 2, 7, 100, 1000]) { columns in
      withEvery("rows", in: [1, 3, 50]) { rows in
        let chart = map(columns: columns, rows: rows) { Samples.noise($0 * 50 + $1) }
        let layout = ChartLayout(ChartPlan(chart), width: 640, height: 360)
        let whole =
          (layout.plot.frame.right + 0.5).rounded(.down)
          - (layout.plot.frame.left + 0.5).rounded(.down)
        let sum = widths(chart.svg(width: 640, height: 360)).reduce(0, +)
        expectEvery(abs(sum / whole - Double(rows)) < 0.01, "\(sum) pixels of \(whole) × \(rows)")
      }
    }
  }

  @Test func reachesAsFarAsThePointsBesideItsCells() {
    func chart(_ place: Double, _ type: ScaleType) -> Chart {
      Chart {
        for cell in 1...4 {
          RectangleMark(x: .value("x", Double(cell)), y: .value("y", Double(cell)))
            .foregroundStyle(by: .value("v", cell))
        }
        PointMark(x: .value("x", place), y: .value("y", place))
      }
      .chartXScale(type: type).chartYScale(type: type)
    }
    let axes = { (chart: Chart) in chart.axisRanges.map(\.range) }
    #expect(axes(chart(2.3, .linear)) == [0.5...4.5, 0.5...4.5])
    #expect(axes(chart(9, .linear)) == [0.5...9, 0.5...9])
    #expect(axes(chart(-3, .linear)) == [-3...4.5, -3...4.5])
    #expect(axes(chart(-3, .log)) == axes(chart(2, .log)))
    #expect(chart(9, .linear).notices == [] && chart(9, .log).notices == [])
  }

  @Test func writesInTheMiddleOfACellThatHasRoom() throws {
    let names = ["cat", "dog", "bird", "a fish of the sea"]
    let chart = Chart {
      for (row, truth) in names.enumerated() {
        for (column, guess) in names.enumerated() {
          RectangleMark(x: .value("Guess", guess), y: .value("Truth", truth))
            .foregroundStyle(by: .value("Examples", row == column ? 9 : 1))
          TextMark(x: .value("Guess", guess), y: .value("Truth", truth), "\(row)\(column)")
        }
      }
    }
    for width in [340, 680] {
      let layout = ChartLayout(
        ChartPlan(chart), width: Double(width), height: Double(chart.height(forWidth: width)))
      let svg = chart.svg(width: width), frame = layout.plot.frame
      for row in 0..<4 {
        for column in 0..<4 {
          let text = try #require(
            svg.firstMatch(
              of: try Regex(
                #"<text[^>]* x="([0-9.]+)" y="([0-9.]+)"[^>]*>\#(row)\#(column)<"#,
                as: (Substring, Substring, Substring).self)))
          let x = frame.left + (Double(column) + 0.5) * (frame.right - frame.left) / 4
          let y = frame.top + (Double(row) + 0.5) * (frame.bottom - frame.top) / 4
          #expect(abs(Double(text.output.1)! + textWidth("\(row)\(column)") / 2 - x) < 0.1)
          #expect(abs(Double(text.output.2)! - 4 - y) < 0.6)
        }
      }
    }
  }

  @Test func namesTheMiddleOfNearlyEvenLimitsZero() {
    let chart = map(columns: 3, rows: 1) { column, _ in [-0.9999994, 0.5, 0.9999998][column - 1] }
    #expect(chart.svg().contains(">−1<") && chart.svg().contains(">0<"))
  }

  @Test func drawsNoiseOfAnySizeInSixtyKilobytes() {
    withEvery("side", in: [30, 44, 45, 100, 300]) { side in
      let chart = map(columns: side, rows: side) { Samples.noise($0 * 1000 + $1) }
      withEvery("width", in: [340, 680]) { width in
        let count = chart.svg(width: width).utf8.count
        expectEvery(count <= 60_000, "\(count) bytes")
      }
    }
  }

  @Test func leavesAGapWhereValuesAreMissing() {
    let chart = Chart([1, 2, 3, 6, 7]) {
      RectangleMark(x: .value("Step", $0), y: .value("Layer", "1"))
        .foregroundStyle(by: .value("|δ|", 1))
    }
    let layout = ChartLayout(ChartPlan(chart), width: 640, height: 360)
    let cell = (layout.plot.frame.right - layout.plot.frame.left) / 7
    let sum = widths(chart.svg(width: 640, height: 360)).reduce(0, +)
    #expect(abs(sum - 5 * cell) < 3)
    // A last step that comes early makes no slits between the others.
    let steps = Chart([0, 10, 20, 30, 40, 50, 52]) {
      RectangleMark(x: .value("Step", $0), y: .value("Layer", "1"))
        .foregroundStyle(by: .value("|δ|", 1))
    }
    #expect(widths(steps.svg()).count == 1)
  }

  @Test func tellsTheValuesOfUpToThreeHundredCells() {
    let few = map(columns: 30, rows: 10) { Double($0 * $1) }.svg()
    #expect(few.count(of: "<title>") == 300)
    #expect(few.contains("<title>Step 30, Layer 10, |δ| 300</title>"))
    #expect(!map(columns: 31, rows: 10) { Double($0 * $1) }.svg().contains("<title>"))
  }

  @Test func drawsNeighborsOfOneShadeAsOnePiece() {
    let svg = map(columns: 40, rows: 1) { column, _ in column <= 20 ? 1 : 2 }.svg()
    #expect(
      svg.components(after: "chart-heat-map").components(upTo: "</g>").components(
        upTo: "pointer-events"
      ).count(of: "h") < 20)
    #expect(widths(svg).count == 2)
  }

  @Test func keepsTheGreatestOfColumnsThatShareAPixel() {
    let chart = map(columns: 3000, rows: 1) { column, _ in column == 1501 ? 9 : 0 }
    #expect(widths(chart.svg()).count == 2)
    #expect(chart.svg().contains("3000 columns, drawn "))
    #expect(chart.svg().contains("each the greatest of its values"))
  }

  @Test func namesCellsThatHaveNoShade() {
    let values: [(Double, String)] = [
      (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "∞"), (0, "≤ 0"), (-1, "≤ 0"),
    ]
    withEvery("value", in: values) { value, name in
      let chart = map(columns: 3, rows: 3) { $0 == 2 && $1 == 2 ? value : Double($0 + $1) }
      let svg = chart.chartForegroundStyleScale(type: .log).svg()
      expectEvery(svg.contains(">\(name)<"))
      expectEvery(value.isFinite || chart.svg().contains(">\(name)<"))
    }
    let plain = map(columns: 3, rows: 3) { Double($0 + $1) }.svg()
    for name in ["NaN", "∞", "≤ 0"] { #expect(!plain.contains(">\(name)<")) }
  }

  @Test func colorsByRatioOnALogarithmicScale() {
    let chart = map(columns: 3, rows: 1) { column, _ in [1e-6, 1e-3, 1][column - 1] }
    #expect(chart.svg().contains(">0.5<"))
    #expect(chart.chartForegroundStyleScale(type: .log).svg().contains(">0.001<"))
    #expect(widths(chart.svg()).count == 2)
    #expect(widths(chart.chartForegroundStyleScale(type: .log).svg()).count == 3)
  }

  @Test(
    arguments: [
      (.diverging, .linear, [-1, 3], "−3 0 3"), (.diverging, .log, [0.5, 4], "0.25 1 4"),
      (.diverging(around: 1), .linear, [0.5, 3], "−1 1 3"),
      (.diverging(around: 10), .log, [1, 1000], "0.1 10 1000"),
      (.diverging(around: -1), .log, [0.5, 4], "0.25 1 4"),
      (.diverging(around: 1), .linear, [5, 9], "−7 1 9"),
      (.sequential, .linear, [5, 9], "5 7 9"),
    ] as [(ColorRange, ScaleType, [Double], String)])
  func colorsAsFarFromTheMiddleOnBothSides(
    _ range: ColorRange, _ type: ScaleType, _ values: [Double], _ legend: String
  ) {
    let chart = map(columns: 2, rows: 1) { column, _ in values[column - 1] }
      .chartForegroundStyleScale(range: range, type: type)
    let texts = chart.svg().components(after: "chart-legend").components(upTo: "</g>")
      .matches(of: /fill="var\(--chart-muted,currentColor\)">([^<]*)</).map { String($0.1) }
    #expect(texts.joined(separator: " ") == legend)
    let middle = legend.split(separator: " ")[1]
    #expect(
      chart.summary.contains("in two colors around \(middle)") == (legend != "5 7 9"))
  }

  @Test func keepsTheWidestScaleAroundAMiddleFinite() {
    for type in [ScaleType.linear, .log, .symmetricLog] {
      let chart = map(columns: 2, rows: 1) { column, _ in column == 1 ? 1e-300 : 1.7e308 }
        .chartForegroundStyleScale(range: .diverging(around: -1.7e308), type: type)
      #expect(!chart.svg().contains("nan") && !chart.svg().contains("inf"))
    }
  }

  @Test func givesALongTitleAndThePatternsOfANarrowMapRowsOfTheirOwn() throws {
    let chart = map(columns: 3, rows: 3) {
      $0 == $1 ? [.nan, .infinity, 0][$0 - 1] : 1e-9 * Double($0 + $1)
    }
    .chartForegroundStyleScale(type: .log)
    for width in [90, 140, 340, 680] {
      let texts = try #require(SVGReader(chart.svg(width: width))).texts
      for name in ["|δ|", "NaN", "∞", "≤ 0"] { #expect(texts.contains { $0.text == name }) }
    }
    func top(_ width: Double) -> Double {
      ChartLayout(ChartPlan(chart), width: width, height: 300).plot.frame.top
    }
    #expect(top(140) > top(680))
  }

  @Test func tellsCellsInTheTableAndInWords() {
    let chart = map(columns: 2, rows: 1) { column, _ in column == 1 ? 0.5 : .nan }
    #expect(chart.table.columns == ["Step", "Layer", "|δ|"])
    #expect(chart.table.rows == [["1", "1", "0.5"], ["2", "1", "NaN"]])
    #expect(chart.summary.contains("The greatest cell is 0.5 at step 1, layer 1"))
    #expect(chart.summary.contains("; 1 NaN."))
  }

  @Test func colorsRegionsByCategory() {
    let svg = Chart {
      for x in 0..<10 {
        RectangleMark(x: .value("x", x), y: .value("y", 0))
          .foregroundStyle(by: .value("Class", x < 4 ? "ring" : "disk"))
      }
    }.svg()
    #expect(svg.contains(">ring<") && svg.contains(">disk<"))
    #expect(svg.count(of: "class=\"chart-heat-map\"") == 2)
  }
}
