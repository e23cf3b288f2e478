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
}
