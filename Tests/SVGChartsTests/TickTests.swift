import SVGCharts
import TestSupport
import Testing

@Suite struct TickTests {
  @Test(
    arguments: [
      (1e-9...1, [1e-8, 1e-6, 1e-4, 1e-2, 1]),
      (1e-17...1e-5, [1e-15, 1e-12, 1e-9, 1e-6]),
      (2e-31...5e35, [1e-30, 1e-15, 1, 1e15, 1e30]),
      (1...1e6, [1, 1e2, 1e4, 1e6]),
      (1e-3...5e-2, [1e-3, 3e-3, 1e-2, 3e-2]),
      (4...60, [5, 10, 30, 50]),
    ] as [(ClosedRange<Double>, [Double])])
  func putsFiveOrSoTicksOnALogAxis(_ domain: ClosedRange<Double>, _ expected: [Double]) {
    #expect(logTicks(in: domain, about: 5).values == expected)
  }

  @Test func spansTheWholeRangeOfFloatWithFiveTicks() {
    let exponents = logTicks(in: 1e-38...1e38, about: 5).values.map { decimalLogarithm($0) }
    #expect(exponents.count == 5)
    #expect(zip(exponents, exponents.dropFirst()).allSatisfy { abs($1 - $0 - 15) < 1e-9 })
  }

  @Test func putsOnlyWholePowersAtOneStrideOnThreeDecadesAndMore() {
    withEvery("decades", in: 3...80) { decades in
      withEvery("count", in: 2...8) { count in
        let low = -decades / 2
        let ticks = logTicks(in: power10(low)...power10(low + decades), about: count)
        let exponents = ticks.values.map { decimalLogarithm($0) }
        expectEvery(ticks.values.count >= 2 && ticks.values.count <= count + 1)
        expectEvery(ticks.lastDigit == nil)
        expectEvery(exponents.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
        let strides = zip(exponents, exponents.dropFirst()).map { ($1 - $0).rounded() }
        expectEvery(strides.allSatisfy { $0 == strides[0] })
      }
    }
  }

  @Test func fallsBackToLinearTicksWithinAThirdOfADecade() {
    let ticks = logTicks(in: 0.8...1.2, about: 5)
    #expect(ticks.values == [0.8, 0.9, 1, 1.1, 1.2])
    #expect(ticks.lastDigit != nil)
  }

  @Test(
    arguments: [
      (0...1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0...7, 5, [0, 2, 4, 6]),
      (-1...1, 5, [-1, -0.5, 0, 0.5, 1]),
      (0...0.3, 4, [0, 0.1, 0.2, 0.3]),
      (0.1...0.7, 8, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
      (0...9_999, 4, [0, 2500, 5000, 7500]),
      (1e-20...9e-20, 5, [2e-20, 4e-20, 6e-20, 8e-20]),
    ] as [(ClosedRange<Double>, Int, [Double])])
  func putsRoundTicksOnALinearAxis(
    _ domain: ClosedRange<Double>, _ count: Int, _ expected: [Double]
  ) {
    #expect(linearTicks(in: domain, atMost: count).values == expected)
  }

  @Test func putsTicksInsideTheDomainInOrderAndNeverTooMany() {
    withEvery("low", in: [-1e9, -37, -1, -0.003, 0, 1e-300, 0.5, 7, 12_345, 1e15]) { low in
      withEvery("span", in: [1e-3, 0.07, 0.3, 1, 2.5, 99, 1e4, 3e12, 1e300]) { span in
        withEvery("count", in: 2...8) { count in
          let domain = low...low + span
          guard span > abs(low) * 1e-9 else { return }
          let ticks = linearTicks(in: domain, atMost: count).values
          expectEvery(ticks.count >= 2 && ticks.count <= max(count, 3), "\(ticks)")
          let slack = span * 1e-8
          expectEvery(ticks.allSatisfy { $0 >= low - slack && $0 <= low + span + slack })
          expectEvery(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
          expectEvery(ticks.allSatisfy { $0 != 0 || $0.sign == .plus }, "minus zero")
        }
      }
    }
  }

  @Test func neverPutsATickBetweenWholeSteps() {
    withEvery("low", in: -3...20) { low in
      withEvery("length", in: 1...60) { length in
        let domain = Double(low) - 0.5...Double(low + length) + 0.5
        let ticks = linearTicks(in: domain, atMost: 8, whole: true).values
        expectEvery(ticks.allSatisfy { $0 == $0.rounded() }, "\(ticks)")
      }
    }
  }

  @Test(
    arguments: [
      (["0.00", "0.25", "0.50"], [0, 0.25, 0.5], -2),
      (["0", "10k", "20k"], [0, 10_000, 20_000], 4),
      (["0", "2.5k", "12.5k"], [0, 2_500, 12_500], 2),
      (["0", "1.0M", "1.5M"], [0, 1_000_000, 1_500_000], 5),
      (["20\u{202F}261\u{202F}105", "20\u{202F}261\u{202F}110"], [20_261_105, 20_261_110], 0),
      (["−1.0", "−0.5", "0.0"], [-1, -0.5, 0], -1),
      (["0", "2×10⁻⁵", "4×10⁻⁵"], [0, 2e-5, 4e-5], -5),
      (["10⁻⁹", "10⁻⁵", "10⁻¹"], [1e-9, 1e-5, 1e-1], nil),
      (["10⁻⁶", "3×10⁻⁶", "10⁻⁵"], [1e-6, 3e-6, 1e-5], nil),
      (["0.01", "0.1", "1", "10", "1000"], [0.01, 0.1, 1, 10, 1000], nil),
      (["10⁰", "10²", "10⁴"], [1, 100, 10_000], nil),
    ] as [([String], [Double], Int?)])
  func writesAllLabelsOfAnAxisInOneFormat(
    _ expected: [String], _ values: [Double], _ lastDigit: Int?
  ) {
    let ticks = Ticks(values: values, lastDigit: lastDigit)
    #expect(values.map { TickFormat(ticks).label($0) } == expected)
  }

  @Test func findsTicksHoweverFarFromZero() {
    for start in [1e9, 1e12, 1e17, 1e300, -1e17] {
      let end = start + 16 * max(start.ulp, 1)
      let values = linearTicks(in: start...end, atMost: 5).values
      #expect(values.count >= 2, "\(start)")
      #expect(values.allSatisfy { (start...end).contains($0) }, "\(start)")
    }
  }

  @Test func drawsMinorTicksOnlyWhereADecadeHasRoom() {
    func minorTicks(decades: Int, height: Int) -> Bool {
      let chart = Chart([1, power10(decades)]) {
        PointMark(x: .value("x", 1), y: .value("y", $0))
      }.chartYScale(type: .log)
      return chart.svg(height: height).contains("h-3")
    }
    #expect(minorTicks(decades: 3, height: 360))
    #expect(!minorTicks(decades: 8, height: 800))
    #expect(!minorTicks(decades: 5, height: 160))
  }
}
