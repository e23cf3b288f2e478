import SVGCharts
import Testing

@Suite struct GradientLimitsTests {
  private func names(of values: [Double]) -> [String] {
    let chart = Chart {
      for (layer, value) in values.enumerated() {
        LineMark(x: .value("Layer", layer + 1), y: .value("|δ|", value))
      }
      GradientLimits(vanishing: 1e-6, exploding: 1000)
    }
    .chartYScale(type: .log)
    return SVGReader(chart.svg())?.texts.map(\.text).filter {
      ["vanishing", "exploding"].contains($0)
    } ?? []
  }

  @Test(
    arguments: [
      ([1, 0.1, 0.01], []), ([1, 1e-3, 9e-7], ["vanishing"]), ([1, 0, 1], []),
      ([1, 30, 1001], ["exploding"]), ([1, 30, .infinity], ["exploding"]),
      ([1e-7, 1, 1e4], ["vanishing", "exploding"]), ([1e-6, 1, 1000], []), ([1, .nan], []),
    ] as [([Double], [String])])
  func drawsOnlyTheLinesThatAValueCrosses(_ values: [Double], _ expected: [String]) {
    #expect(names(of: values) == expected)
  }

  @Test func leavesTheAxisAloneWhereNothingIsCrossed() {
    func chart(_ limits: Bool) -> Chart {
      Chart {
        for layer in 1...5 {
          LineMark(x: .value("Layer", layer), y: .value("|δ|", Double(layer) / 10))
        }
        if limits { GradientLimits() }
      }
      .chartYScale(type: .log)
    }
    #expect(chart(true).svg() == chart(false).svg())
  }
}
