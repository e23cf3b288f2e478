import SVGCharts
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (1.2345e-12, "1.23 × 10⁻¹²"), (1.2e-12, "1.2 × 10⁻¹²"), (1e30, "10³⁰"),
    (0.23605, "0.236"), (0.5, "0.5"), (1, "1"), (0, "0"), (-0.0, "0"), (-2.5, "−2.5"),
    (0.0012345, "0.00123"), (0.0009996, "0.001"), (0.00012, "1.2 × 10⁻⁴"), (9.996, "10"),
    (1234, "1234"), (12345, "12 345"), (-1_234_567, "−1 234 567"), (1234.5, "1235"),
    (12_345.6, "12 346"), (1_234_567.5, "1.23 × 10⁶"), (999_999.5, "10⁶"),
    (1e15, "10¹⁵"), (999_999_999_999_999, "999 999 999 999 999"), (5e-324, "5 × 10⁻³²⁴"),
    (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞"),
  ])
  func writesNumbersForReaders(_ value: Double, _ expected: String) {
    #expect(ReaderNumber.text(value) == narrow(expected))
  }

  @Test func writesOtherTypesInTheirOwnPrecision() {
    #expect(ReaderNumber.text(Float(0.1)) == "0.1")
    #expect(ReaderNumber.text(12) == "12")
    #expect(ReaderNumber.text(0.123456, significant: 5) == "0.12346")
  }

  @Test(arguments: [
    (0.236, "23.6 %"), (0.2361, "23.6 %"), (1, "100 %"), (0, "0 %"), (1.0833, "108 %"),
    (0.00001234, "0.00123 %"), (-0.5, "−50 %"), (.nan, "NaN"),
  ])
  func writesPercentages(_ share: Double, _ expected: String) {
    #expect(ReaderNumber.percent(share) == narrow(expected))
    #expect(ReaderNumber.percent(Float(share)) == narrow(expected))
  }

  @Test(arguments: [
    (["0.001", "0.00425"], ["0.00100", "0.00425"]), (["1", "1.41"], ["1.00", "1.41"]),
    (["85 %", "85.4 %", "0 %", "100 %"], ["85.0 %", "85.4 %", "0 %", "100 %"]),
    (["0.00425", "12.5", "1500", "12 345"], ["0.00425", "12.5", "1500", "12 345"]),
    (["0.1", "0.01", "0.001"], ["0.1", "0.01", "0.001"]), (["1", "2", "128"], ["1", "2", "128"]),
    (["−2", "NaN", "∞", "–", "", "2.25"], ["−2.00", "NaN", "∞", "–", "", "2.25"]),
    (["2 × 10⁻⁹", "1.25 × 10⁻⁸", "10⁻⁷"], ["2.00 × 10⁻⁹", "1.25 × 10⁻⁸", "10⁻⁷"]),
    (["0.5", "none", "0.125"], ["0.5", "none", "0.125"]),
    (["0.5", "3/4", "0.125"], ["0.5", "3/4", "0.125"]),
  ])
  func givesAColumnOneNumberOfDigits(_ cells: [String], _ expected: [String]) {
    #expect(evenDigits(cells.map(narrow)) == expected.map(narrow))
  }

  @Test func saysPowersAloud() {
    let chart = Chart([1.2345e-12, 1e-3]) { BarMark(x: .value("Layer", "a"), y: .value("δ", $0)) }
    #expect(chart.chartYScale(type: .log).summary.contains("1.23 times 10 to the minus 12"))
  }

  private func narrow(_ text: String) -> String {
    text.replacing(" ", with: "\u{202F}")
  }
}
