import SVGCharts
import Testing

@Suite struct TableTests {
  @Test func setsSeriesWithTheSameStepsSideBySide() {
    let table = Chart {
      for (name, factor) in [("A", 1.0), ("B", 2)] {
        for step in 0..<3 {
          LineMark(x: .value("Step", step), y: .value("Loss", factor * Double(step)))
            .foregroundStyle(by: .value("Run", name))
        }
      }
      RuleMark(y: .value("Limit", 1))
    }.table
    #expect(table.columns == ["Step", "A", "B"])
    #expect(table.rows == [["0", "0", "0"], ["1", "1", "2"], ["2", "2", "4"]])
  }

  @Test func writesSharesInPercentForReadersButNotForPrograms() {
    let chart = Chart([0.07, 0.29, 0.5, 0.581].enumerated()) {
      PointMark(x: .value("Epoch", $0.offset), y: .value("Accuracy", $0.element))
    }
    .chartYAxisFormat(.percent)
    #expect(chart.table.columns == ["Epoch", "Accuracy"])
    #expect(chart.table.rows.map { $0[1] } == ["7", "29", "50", "58.1"].map { $0 + "\u{202F}%" })
    let drawn = chart.svg(width: 640)
    for label in [">0", ">20", ">40", ">60"] { #expect(drawn.contains(label + "\u{202F}%<")) }
    #expect(drawn.contains("Accuracy 58.1\u{202F}%"), "for a pointer")
    #expect(chart.summary.contains("Accuracy from 7 percent to 58.1 percent"))
    #expect(chart.panelData[0].csv.contains("1,0.29\n"))
  }

  /// Ticks are told apart however near they lie, and no label has digits of binary fractions.
  @Test(arguments: [
    (0.0...1.0, ScaleType.linear, ["0", "20", "40", "60", "80", "100"]),
    (0.55...0.58, .linear, ["55.0", "55.5", "57.0", "58.0"]),
    (0.29...0.2934, .linear, ["29.00", "29.05", "29.20", "29.30"]),
    (1e-5...1, .log, ["0.001", "0.1", "10"]),
  ])
  func labelsAnAxisInPercent(_ domain: ClosedRange<Double>, _ type: ScaleType, _ some: [String]) {
    let drawn = Chart {
      PointMark(x: .value("Epoch", 1), y: .value("Share", domain.lowerBound))
      PointMark(x: .value("Epoch", 2), y: .value("Share", domain.upperBound))
    }
    .chartYScale(domain: domain, type: type).chartYAxisFormat(.percent).svg(width: 640)
    let labels = drawn.matches(of: /[0-9.]+(?=\u{202F}%<\/text>)/).map { String($0.0) }
    #expect(Set(some).isSubset(of: labels), "\(labels)")
  }

  @Test func setsOtherSeriesBelowEachOther() {
    let table = Chart {
      for (name, x) in [("A", 1), ("B", 2), ("A", 3), ("B", 4), ("A", 5), ("C", 6)] {
        PointMark(x: .value("x", x), y: .value("y", 0.5))
          .foregroundStyle(by: .value("Class", name))
      }
    }.table
    #expect(table.columns == ["Class", "x", "y"])
    #expect(table.rows.first == ["A", "1", "0.5"])
    #expect(table.rows.count == 6)
  }

  @Test func keepsExtremesAndWordsInATableOfTwoHundredRows() {
    let values = (0..<5_000).map { $0 == 1234 ? 77 : Samples.noise($0) }
    let table = Chart(values.enumerated()) {
      LineMark(x: .value("Step", $0.offset), y: .value("Loss", $0.element))
    }.table
    #expect(table.rows.count <= 200 && table.rows.count > 150)
    #expect(table.rows.contains(["1234", "77"]))
    #expect(table.rows.first?[0] == "0" && table.rows.last?[0] == "4999")
    let bars = Chart([("tanh", Double.nan), ("ReLU", .infinity)]) {
      BarMark(x: .value("Unit", $0.0), y: .value("Loss", $0.1))
    }.table
    #expect(bars.rows == [["tanh", "NaN"], ["ReLU", "∞"]])
  }
}
