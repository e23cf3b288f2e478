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
