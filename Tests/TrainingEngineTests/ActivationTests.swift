import Testing
import TrainingEngine

/// What theory says of each activation for normally distributed inputs.
@Suite struct ActivationTests {
  struct Moments: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// E φ, E φ² and E φ′² for z ~ N(0, 1).
    let mean, square, slopeSquare: Double
    let apply: @Sendable (Tensor) -> Tensor

    init(
      _ name: String, _ mean: Double, _ square: Double, _ slopeSquare: Double,
      _ apply: @escaping @Sendable (Tensor) -> Tensor
    ) {
      testDescription = name
      (self.mean, self.square, self.slopeSquare) = (mean, square, slopeSquare)
      self.apply = apply
    }
  }

  private static let zoo = [
    Moments("ReLU", 0.398_942_280, 0.5, 0.5) { $0.relu() },
    Moments("leaky ReLU", 0.319_153_824, 0.52, 0.52) { $0.leakyReLU(slope: 0.2) },
    Moments("ELU", 0.160_520_572, 0.644_945_417, 0.668_102_001) { $0.elu() },
    Moments("SELU", 0, 1, 1.071_574_992) { $0.selu() },
    Moments("GELU", 0.282_094_792, 0.425_221_483, 0.455_850_866) { $0.gelu() },
    Moments("SiLU", 0.206_620_964, 0.355_775_520, 0.379_482_352) { $0.silu() },
    Moments("softplus", 0.806_059_183, 0.921_245_909, 0.293_379_036) { $0.softplus() },
  ]

  @Test(arguments: zoo)
  func hasTheMomentsOfTheory(_ activation: Moments) {
    let found = moments(variance: 1, activation.apply)
    #expect((found.mean - activation.mean).magnitude < 1e-6)
    #expect((found.square - activation.square).magnitude < 1e-6)
    #expect((found.slopeSquare - activation.slopeSquare).magnitude < 1e-6)
  }

  // The variance 2/n is that of ReLU: others leave q behind.
  @Test(arguments: [("GELU", 3.19e-5), ("SiLU", 3.50e-6)])
  func collapsesUnderWeightsMeantForReLU(_ name: String, _ expected: Double) {
    var variance = 1.0
    for _ in 1...20 {
      variance = 2 * moments(variance: variance) { name == "GELU" ? $0.gelu() : $0.silu() }.square
    }
    #expect((variance / expected - 1).magnitude < 0.01)
  }

  @Test func growsUnderWeightsMeantForReLUIfItIsELU() {
    var variance = 1.0, growth = 0.0
    for _ in 1...100 {
      let next = 2 * moments(variance: variance) { $0.elu() }.square
      (variance, growth) = (next, next - variance)
    }
    #expect((growth - 0.864).magnitude < 0.005)
  }

  @Test func staysAtMeanZeroAndVarianceOneThroughManySELULayers() {
    let network = Network(seed: 1) {
      for _ in 1...30 {
        Dense(from: 256, to: 256)
        SELU()
      }
    }
    let history = network.probe(
      on: .gaussian(count: 256, features: 256, seed: 1), minimizing: .linearProbe(seed: 1),
      recording: .activationMean, .activationDeviation)
    for sample in history[.activationMean] { #expect(sample.value.magnitude < 0.05) }
    for sample in history[.activationDeviation] { #expect((sample.value - 1).magnitude < 0.05) }
  }

  @Test func ofOnesOwnIsTheSameAsTheOneMadeHere() {
    func network(_ activation: any Layer) -> Network {
      Network(seed: 1, precision: .double) {
        Dense(from: 40, to: 16)
        activation
        Dense(from: 16, to: 6)
      }
    }
    let own = network(Activation("swish") { $0 * $0.sigmoid() }), made = network(SiLU())
    let data = Dataset.wiggle(count: 64, seed: 1)
    let losses = [own, made].map {
      $0.train(on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 20).lastLoss
    }
    #expect((losses[0] - losses[1]).magnitude < 1e-12)
    #expect(own.names == ["Dense 1", "swish 1", "Dense 2"])
  }

  @Test func learnsTheSlopeOfAPReLU() {
    let layer = PReLU()
    let network = Network(seed: 1) {
      Dense(from: 40, to: 16)
      layer
      Dense(from: 16, to: 6)
    }
    network.train(
      on: .wiggle(count: 64, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 20)
    #expect(layer.slopes.value.value != 0.25)
    #expect(layer.slopes.count == 1)
  }

  // 20,000 points of the normal density between ∓10 deviations, none of them at the corner of a ReLU.
  private func moments(
    variance: Double, _ apply: (Tensor) -> Tensor
  ) -> (mean: Double, square: Double, slopeSquare: Double) {
    let points = (-10_000..<10_000).map { (Double($0) + 0.5) / 1000 }
    let z = Tensor([points.map { $0 * variance.squareRoot() }])
    let y = apply(z)
    y.sum().backward()
    let weights = ((Tensor([points]).squared() * -0.5).exp() * (0.001 * 0.398_942_280_401_432_7))
    return (
      (y * weights).sum().value, (y.squared() * weights).sum().value,
      (Tensor([z.gradient.values]).squared() * weights).sum().value
    )
  }
}
