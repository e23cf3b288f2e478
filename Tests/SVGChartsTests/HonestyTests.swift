import SVGCharts
import TestSupport
import Testing

@Suite struct HonestyTests {
  private func line(_ values: [Double]) -> Chart {
    Chart(values.enumerated()) {
      LineMark(x: .value("Step", $0.offset), y: .value("Loss", $0.element))
    }
  }

  /// The path of the first line.
  private func path(_ svg: String) -> Substring {
    svg.components(after: "chart-line").components(after: " d=\"").prefix { $0 != "\"" }
  }

  @Test func drawsAGapWhereTheLossIsNotFinite() {
    let whole = path(line([1, 2, 3, 4, 5, 6]).svg())
    let parted = path(line([1, 2, .nan, 4, 5, 6]).svg())
    #expect(whole.filter { $0 == "M" || $0 == "m" }.count == 1)
    #expect(parted.filter { $0 == "M" || $0 == "m" }.count == 2)
  }

  // Eigenvalues of both signs: a bar from the bottom would say that a negative one is a small amount.
  @Test(arguments: [ScaleType.linear, .squareRoot, .symmetricLog, .symmetricLog(slopeAtZero: 1000)])
  func barsStandOnZero(_ type: ScaleType) {
    func bars(_ values: [Double]) -> [(foot: Double, height: Double)] {
      Chart(values.enumerated()) {
        BarMark(x: .value("Rank", "\($0.offset)"), y: .value("Eigenvalue", $0.element))
      }
      .chartYScale(type: type).svg()
      .matches(of: /<path stroke="none" d="M[-\d.]+ ([-\d.]+)v([-\d.]+)l/).map {
        (Double($0.1) ?? .nan, Double($0.2) ?? .nan)
      }
    }
    let both = bars([3, -3, 0.1])
    #expect(both.count == 3)
    #expect(both[0].foot == both[1].foot && both[0].foot == both[2].foot)
    #expect((both[0].height + both[1].height).magnitude < 0.2)
    #expect(both[0].height < both[2].height && both[2].height < 0)
    let positive = bars([3, 1])
    #expect(positive[0].foot == positive[1].foot && positive[0].height < positive[1].height)
    #expect(positive[1].height < -1)
  }

  @Test func aSmoothedLineStandsAtItsSteps() {
    let chart = Chart {
      SmoothedLine(x: "Step", y: "Loss", [3, 2, 1], at: [0, 50, 100], by: .movingAverage(2))
    }
    #expect(chart.summary.contains("Step from 0 to 100"), "\(chart.summary)")
  }

  @Test func drawsALonelyFinitePointAsADot() {
    let svg = line([1, 2, .nan, 1.5, .nan, 2, 1]).svg()
    #expect(svg.contains("h0\""))
    #expect(!line([1, 2, 3]).svg().contains("h0"))
  }

  @Test func marksAnInfiniteValueAtItsStep() {
    let svg = line([1, 2, 3, .infinity, .nan]).svg()
    #expect(svg.contains("chart-overflow"))
    #expect(svg.contains(">∞ at step 3<"))
    #expect(line([1, 2, -.infinity]).svg().contains(">−∞ at step 2<"))
  }

  @Test func tellsOfSeriesThatEndAtOnePlaceInOneText() {
    let wide = GoldenCharts.twoInfinite.svg(width: 640)
    #expect(wide.contains(">plain, dropout: ∞ at learning rate 1<"))
    let narrow = GoldenCharts.twoInfinite.svg(width: 340)
    #expect(narrow.contains(">∞ at learning rate 1<"))
    #expect(narrow.contains(">plain<") && narrow.contains(">dropout<"))
  }

  @Test func writesNothingAcrossARule() throws {
    withEvery("width", in: [340, 640]) { width in
      withEvery("limit", in: [3.4e38, 1e30, 1e20]) { limit in
        let chart = Chart {
          for layer in 1...20 {
            LineMark(
              x: .value("Layer", layer), y: .value("Output", layer < 12 ? 1e3 : .infinity))
            LineMark(
              x: .value("Layer", layer), y: .value("Output", limit * 0.9), series: .value("", 1))
          }
          RuleMark(y: .value("limit", limit))
        }.chartYScale(type: .log)
        guard let reader = SVGReader(chart.svg(width: width)) else { return }
        let rule = chart.svg(width: width).components(after: "chart-rule")
          .components(after: " d=\"M").components(after: " ").components(upTo: "h")
        let height = Double(rule.components(upTo: "l")) ?? .nan
        for text in reader.texts where text.text.contains("∞ at") {
          expectEvery(height > text.y + 1 || height < text.y - 10, "\(text), rule at \(height)")
        }
      }
    }
  }

  @Test func saysHowMuchIsNotDrawn() {
    #expect(
      line([1, .nan, .nan, .infinity]).notices == [
        "2 values are not numbers (NaN) and are not drawn.",
        "1 value is infinite; a triangle at the edge marks it.",
      ])
    #expect(
      line([1, 0, -2]).chartYScale(type: .log).notices == [
        "2 values are zero or negative, have no place on a logarithmic axis and are not drawn."
      ])
    #expect(
      line([1, 5]).chartYScale(domain: 0...2).notices == [
        "1 value lies outside the axis; a triangle at the edge marks it."
      ])
    #expect(line([1, 2]).notices == [])
    #expect(line([1, .nan]).svg().contains("⚠ 1 NaN"))
  }

  @Test func anAxisThatNobodySetsHoldsAllValues() {
    for power in [-200, -3, 0, 7, 240, 300] {
      let ten = Double("1e\(power)") ?? 1
      withEvery("factor", in: [0.1, 0.3, 0.6, 0.7, 1, 1.1, 3, 9]) { factor in
        expectEvery(line([-factor * ten, 0, factor * ten]).notices == [])
        expectEvery(line([0, factor * ten]).notices == [])
      }
    }
  }

  @Test func aLogarithmicAxisKeepsTheUpperOfLimitsThatBeginAtZero() {
    let chart = line([0.01, 0.5]).chartYScale(domain: 0...1, type: .log)
    #expect(chart.axisRanges.last?.range.upperBound == 1)
    #expect(chart.notices == [])
  }

  @Test func refusesNumbersAndNamesOnOneAxis() async {
    await #expect(processExitsWith: .failure) {
      _ = Chart {
        LineMark(x: .value("Step", 1), y: .value("Loss", 2))
        LineMark(x: .value("Step", "last"), y: .value("Loss", 1))
      }
    }
    let reference = Chart {
      BarMark(x: .value("Unit", "tanh"), y: .value("Loss", 1))
      RuleMark(x: .value("Unit", 0))
    }
    #expect(reference.notices == [])
  }

  @Test func saysWhyAChartIsEmpty() {
    for (chart, sentence) in [
      (Chart {}, "There are no data to draw."),
      (line([.nan, .infinity]), "No value is finite, so there is nothing to draw."),
      (
        line([0, -1]).chartYScale(type: .log),
        "No value is positive, so a logarithmic axis has nothing to show."
      ),
    ] {
      #expect(chart.notices.first == sentence)
      #expect(chart.svg().contains(">\(sentence)<"))
      #expect(chart.summary.contains(sentence))
    }
  }

  @Test func doesNotLetOneOutlierFlattenTheRest() {
    var values = (0..<40).map { 1 + 0.1 * Samples.noise($0) }
    values[20] = 1e30
    #expect(line(values).svg().contains("10³⁰ at step 20"))
    values[20] = 1.5
    #expect(!line(values).svg().contains("chart-overflow"))
  }

  @Test func startsBarsAtZeroAndStemsAtAPowerOfTen() {
    let bars = Chart([90.0, 100]) { BarMark(x: .value("Layer", "\($0)"), y: .value("Norm", $0)) }
    #expect(bars.svg().contains(">0<"))
    let stems = bars.chartYScale(type: .log).svg()
    #expect(stems.contains(">10<") && !stems.contains(">0<"))
  }

  @Test func givesEveryAxisTwoLabelsWhateverTheData() {
    let values: [[Double]] = [
      [1], [0], [-3, -3], [5e-324], [1e308, -1e308], [1e308], [1e-300, 2e-300], [1e15, 1e15 + 1],
      [-1e-9, 1e-9], [0.1, 0.1, 0.1],
    ]
    withEvery("values", in: values) { values in
      withEvery("type", in: [ScaleType.linear, .log]) { type in
        guard type == .linear || values[0] > 0 else { return }
        let svg = line(values).chartYScale(type: type).svg()
        let labels = svg.components(after: "text-anchor=\"end\">").components(upTo: "</g>")
        expectEvery(labels.count(of: "<text") >= 2, "\(labels)")
      }
    }
  }

  @Test func namesSeriesApartFromColorFromFiveOn() {
    func svg(_ count: Int) -> String {
      Chart {
        for series in 0..<count {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", series + x))
              .foregroundStyle(by: .value("Run", "run \(series)"))
          }
        }
      }.svg()
    }
    #expect(!svg(4).contains("stroke-dasharray"))
    #expect(svg(5).contains("stroke-dasharray"))
  }

  @Test func setsBarsSideBySideWithoutAddingThem() {
    func chart(_ isGrouped: Bool) -> Chart {
      Chart(["a", "b", "c"]) {
        let bar = BarMark(x: .value("Layer", 1), y: .value("Share", 0.5))
          .foregroundStyle(by: .value("Run", $0))
        if isGrouped { bar.position(by: .value("Run", $0)) } else { bar }
      }
    }
    #expect(chart(false).summary.contains("Share from 0.5 to 1.5"))
    #expect(chart(true).summary.contains("Share from 0.5 to 0.5"))
    let lefts = chart(true).svg().matches(of: /stroke="none" d="M([0-9.]+)/).compactMap {
      Double($0.1)
    }
    #expect(lefts.count == 3 && zip(lefts, lefts.dropFirst()).allSatisfy { $1 - $0 > 20 })
  }

  @Test func addsUpBarsAtOnePlace() {
    let chart = Chart([3.0, 4, -2]) { BarMark(x: .value("Layer", 1), y: .value("Share", $0)) }
    #expect(chart.summary.contains("Share from minus 2 to 7"))
  }
}

extension StringProtocol {
  /// What follows the first `separator`.
  func components(after separator: String) -> String {
    firstRange(of: separator).map { String(self[$0.upperBound...]) } ?? ""
  }

  /// What precedes the first `separator`.
  func components(upTo separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }

  func count(of part: String) -> Int { ranges(of: part).count }
}
