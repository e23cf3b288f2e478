import Foundation
import SVGCharts
import TestSupport
import Testing

@Suite struct ScaleTests {
  @Test func invertsWhatItPlaces() {
    let domains: [ClosedRange<Double>] = [1e-12...1, 0.5...2, 1...1e6, 3...3.1]
    withEvery("domain", in: domains) { domain in
      withEvery("type", in: [ScaleType.linear, .log]) { type in
        let scale = Scale(type, domain: domain, from: 320, to: 20)
        withEvery("share", in: 0...10) { share in
          let pixel = 320 - 30 * Double(share)
          let value = scale.invert(pixel)
          expectEvery(abs(scale.position(value) - pixel) < 1e-6, "\(value)")
        }
        expectEvery(abs(scale.position(domain.lowerBound) - 320) < 1e-9)
        expectEvery(abs(scale.position(domain.upperBound) - 20) < 1e-9)
      }
    }
  }

  @Test func hasNoPlaceForWhatALogAxisCannotHold() {
    let scale = Scale(.log, domain: 1...10, from: 0, to: 100)
    for value in [0, -1, -Double.infinity, Double.nan] { #expect(scale.position(value).isNaN) }
    #expect(scale.position(Double.infinity) == Double.infinity)
  }

  @Test func survivesTheWidestDomain() {
    let most = Double.greatestFiniteMagnitude
    let scale = Scale(.linear, domain: -most...most, from: 0, to: 100)
    #expect(abs(scale.position(0) - 50) < 1e-9)
    #expect(abs(scale.position(most) - 100) < 1e-9)
  }

  @Test func takesLogarithmsAndPowersLikeTheCLibrary() {
    withEvery("exponent", in: -307...308) { exponent in
      withEvery("factor", in: [1, 1.0000001, 1.4, 1.42, 2, 5.5, 9.99]) { (factor: Double) in
        let value = factor * Foundation.pow(10, Double(exponent))
        guard value.isFinite else { return }
        let expected = Foundation.log10(value)
        expectEvery(abs(decimalLogarithm(value) - expected) <= 1e-15 * max(1, abs(expected)) * 2)
        let back = power10(expected) / value
        expectEvery(abs(back - 1) < 1e-12, "\(back)")
      }
    }
    #expect((0...22).allSatisfy { power10($0) == Double("1e\($0)") })
    #expect((0...22).allSatisfy { power10(-$0) == Double("1e-\($0)") })
    #expect(abs(decimalLogarithm(5e-324) - Foundation.log10(5e-324)) < 1e-12)
  }

  @Test func bringsBackEachValueOnEveryScale() {
    let types: [ScaleType] = [
      .linear, .squareRoot, .symmetricLog, .symmetricLog(slopeAtZero: 1e6),
    ]
    withEvery("type", in: types) { type in
      let scale = Scale(type, domain: -200...1000, from: 0, to: 500)
      withEvery("value", in: [-200, -3, -0.5, 0, 0.5, 1, 40, 1000]) { value in
        let back = scale.invert(scale.position(value))
        expectEvery(abs(back - value) <= 1e-9 * max(abs(value), 1), "\(back)")
      }
      expectEvery(scale.position(-1) < scale.position(0) && scale.position(0) < scale.position(1))
    }
  }

  @Test func ticksASymmetricLogarithmOnBothSidesOfZero() {
    let cases: [(ClosedRange<Double>, Double, Int, [Double])] = [
      (-10...100, 1, 6, [-10, 0, 10, 100]),
      (-1e-3...1, 1e-6, 6, [-1e-4, 0, 1e-4, 1e-2, 1]),
      (0...1e6, 1, 4, [0, 100, 1e4, 1e6]),
      (-0.2...0.4, 1, 5, [-0.2, 0, 0.2, 0.4]),
    ]
    withEvery("case", in: cases) { domain, threshold, count, expected in
      let ticks = symmetricLogTicks(in: domain, threshold: threshold, about: count).values
      expectEvery(ticks == expected, "\(ticks)")
    }
  }

  @Test func saysPowersOfTenInWords() {
    let cases: [(Double, String?)] = [
      (1, "one"), (10, "ten"), (100, "a hundred"), (1000, "a thousand"), (1e4, "ten thousand"),
      (1e5, "a hundred thousand"), (1e6, "a million"), (0.1, "a tenth"), (0.01, "a hundredth"),
      (1e-3, "a thousandth"), (1e-4, "a ten-thousandth"), (1e-5, "a hundred-thousandth"),
      (1e-6, "a millionth"), (1e-12, "a trillionth"), (0, "0"), (3, nil), (1e-18, nil), (-10, nil),
    ]
    withEvery("number", in: cases) { number, words in
      expectEvery(numberInWords(number) == words, "\(numberInWords(number) ?? "nil")")
    }
  }

  @Test func turnsAnAxisAround() {
    let chart = Chart(1...3) { LineMark(x: .value("Layer", $0), y: .value("Norm", $0)) }
    let turned = chart.chartXScale(domain: .automatic(reversed: true))
      .chartYScale(domain: .automatic(reversed: true))
    let layout = ChartLayout(ChartPlan(turned), width: 640, height: 360)
    #expect(layout.plot.x.position(1) > layout.plot.x.position(3))
    #expect(layout.plot.y.position(1) < layout.plot.y.position(3))
    for label in ["1", "2", "3"] { #expect(turned.svg().contains(">\(label)</text>")) }
  }
}
