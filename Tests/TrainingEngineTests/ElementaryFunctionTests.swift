import Foundation
import TestSupport
import Testing
import TrainingEngine

/// The functions of one number, against the C library's.
@Suite struct ElementaryFunctionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The error that its documentation tells.
    let ulps: Double
    let inputs: [Double]
    let own: @Sendable (Double) -> Double
    let reference: @Sendable (Double) -> Double

    init(
      _ name: String, _ ulps: Double, _ inputs: [Double],
      _ own: @escaping @Sendable (Double) -> Double,
      _ reference: @escaping @Sendable (Double) -> Double
    ) {
      testDescription = name
      self.ulps = ulps
      self.inputs = inputs
      self.own = own
      self.reference = reference
    }
  }

  private static let signed = (-60...60).map { Double($0) / 7 } + [1e-12, -1e-12, 1e-300]
  private static let aroundOne: [Double] = (1...400).map { 1 - Double($0 * $0) / 1e6 }
  private static let squares: [Double] = (1...80).map { Double($0 * $0) / 9 }
  private static let positive =
    squares + aroundOne + [1 - 1e-9, 1 + 1e-9, 1e-310, 1e-300, 1e300]
  private static let shares = (-20...20).map { Double($0) / 20 } + [1e-9, 0.999_999]

  private static let cases = [
    Case("sqrt", 0, positive, TrainingEngine.sqrt, { $0.squareRoot() }),
    Case("exp", 2, signed, TrainingEngine.exp, Foundation.exp),
    Case("log", 1, positive, TrainingEngine.log, Foundation.log),
    Case("log2", 3, positive, TrainingEngine.log2, Foundation.log2),
    Case("log10", 3, positive, TrainingEngine.log10, Foundation.log10),
    Case("sin", 1, signed, TrainingEngine.sin, Foundation.sin),
    Case("cos", 1, signed, TrainingEngine.cos, Foundation.cos),
    Case("tan", 3, signed, TrainingEngine.tan, Foundation.tan),
    Case("tanh", 5, signed, TrainingEngine.tanh, Foundation.tanh),
    Case("erf", 2, signed, TrainingEngine.erf, Foundation.erf),
    Case("sigmoid", 3, signed, TrainingEngine.sigmoid, { 1 / (1 + Foundation.exp(-$0)) }),
    Case("atan", 2, signed, TrainingEngine.atan, Foundation.atan),
    Case("acos", 2, shares, TrainingEngine.acos, Foundation.acos),
    Case("asin", 2, shares, TrainingEngine.asin, Foundation.asin),
    Case(
      "hypot(x, 3)", 2, signed, { TrainingEngine.hypot($0, 3) }, { Foundation.hypot($0, 3) }),
    Case(
      "pow(x, 0.3)", 4, squares + aroundOne, { TrainingEngine.pow($0, 0.3) },
      { Foundation.pow($0, 0.3) }),
    Case("pow(x, 3.0)", 3, signed, { TrainingEngine.pow($0, 3.0) }, { Foundation.pow($0, 3.0) }),
    Case("pow(x, -7)", 7, signed, { TrainingEngine.pow($0, -7) }, { Foundation.pow($0, -7.0) }),
  ]

  @Test(arguments: cases)
  func areWithinTheirErrorOfTheCLibrary(_ one: Case) {
    withEvery("x", in: one.inputs) { x in
      let found = one.own(x), expected = one.reference(x)
      expectEvery(
        found == expected || (found - expected).magnitude <= one.ulps * expected.ulp,
        "\(found), not \(expected): \((found - expected).magnitude / expected.ulp) ulp")
    }
  }

  @Test func areExactWhereTheResultIsWhole() {
    for power in -300...300 {
      #expect(TrainingEngine.log2(TrainingEngine.pow(2, power)) == Double(power))
    }
    for power in 0...22 {
      #expect(TrainingEngine.log10(TrainingEngine.pow(10, power)) == Double(power))
    }
    #expect(TrainingEngine.pow(10, -3.0) == 0.001)
    #expect(TrainingEngine.pow(-2, 3.0) == -8)
    #expect(TrainingEngine.pow(-2, 0.5).isNaN)
    #expect(TrainingEngine.log10(0) == -.infinity)
    #expect(TrainingEngine.log2(-1).isNaN)
  }

  @Test func anglesGoAllTheWayRound() {
    withEvery("degrees", in: Array(-179...180)) { degrees in
      let angle = Double(degrees) * .pi / 180
      let found = TrainingEngine.atan2(3 * Foundation.sin(angle), 3 * Foundation.cos(angle))
      expectEvery((found - angle).magnitude < 2e-15, "\(found)")
    }
    let ends = [0, -0.0, 1, -1, 1.7e308, -1.7e308, 1e-320, .infinity, -.infinity]
    for y in ends {
      for x in ends {
        let (found, expected) = (TrainingEngine.atan2(y, x), Foundation.atan2(y, x))
        #expect(
          (found - expected).magnitude <= expected.ulp && found.sign == expected.sign,
          "atan2(\(y), \(x)) is \(found), not \(expected)")
      }
    }
    #expect((TrainingEngine.hypot(3e200, 4e200) / 5e200 - 1).magnitude < 1e-15)
    #expect(TrainingEngine.hypot(0, 0) == 0)
  }

  @Test func softmaxSharesOutOne() {
    let shares = softmax([1000, 1000, -1000])
    #expect(shares == [0.5, 0.5, 0])
    #expect(softmax([]).isEmpty)
  }

  // What a lesson that imports Foundation means must not become ambiguous.
  @Test func giveWayToFoundations() {
    #expect(exp(1.0) == Foundation.exp(1.0))
    #expect(pow(2.0, 0.5) == Foundation.pow(2.0, 0.5))
  }
}
