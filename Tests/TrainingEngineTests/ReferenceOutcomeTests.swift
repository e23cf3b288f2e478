import Testing
import TrainingEngine

/// What the lessons say of whole runs, as inequalities between medians over seeds of our own.
@Suite struct ReferenceOutcomeTests {
  private let descent = Optimizer.sgd(rate: 0.02, momentum: 0.9)
  private let gentle = Optimizer.sgd(rate: 0.005, momentum: 0.9)

  @Test(.reference("train.sigmoidStalls")) func fourLayersOfSigmoidsStallWhereReLULearns() {
    for depth in [4, 8] {
      let sigmoids = ReferenceNetwork(depth: depth, weights: .lecun) { Sigmoid() }
      #expect((sigmoids.loss(descent, epochs: 12) - guessing).magnitude < 0.03)
    }
    #expect(ReferenceNetwork(depth: 4).loss(descent, epochs: 12) < 0.15)
  }

  @Test(.reference("train.he30")) func thirtyLayersOfReLUNeedTheRightVariance() {
    func loss(_ weights: Initializer) -> Double {
      ReferenceNetwork(depth: 30, weights: weights).loss(gentle, epochs: 12)
    }
    #expect(loss(.he) < 1.2)
    #expect((loss(.lecun) - guessing).magnitude < 0.01)
    #expect((loss(.uniform()) - guessing).magnitude < 0.01)
    #expect(loss(.normal(variance: 4)) == .infinity)
  }

  @Test(.reference("train.sigmoidRepaired"))
  func tenLayersOfSigmoidsAreRepairedByGainOrByBatchNorm() {
    let plain = ReferenceNetwork(depth: 10, weights: .lecun) { Sigmoid() }
    #expect((plain.loss(descent, epochs: 15) - guessing).magnitude < 0.03)
    let normalized = ReferenceNetwork(depth: 10, weights: .lecun, normalized: true) { Sigmoid() }
    #expect(normalized.loss(descent, epochs: 15) < 0.5)
    // σ(4z) − ½ is tanh(2z)/2: weights four times as large, biases that take off the ½.
    let strong = ReferenceNetwork(depth: 10, weights: .normal(variance: 16)) { Sigmoid() }
    let losses = (0..<3).map { seed in
      let network = strong.made(seed: seed)
      for layer in 1...9 {
        let weights = network.parameters[2 * layer].value
        let biases = network.parameters[2 * layer + 1].value
        for unit in 0..<64 { biases[0, unit] = -0.5 * weights.column(unit).reduce(0, +) }
      }
      return network.lossAfter(descent, epochs: 15)
    }
    #expect(median(losses) < 0.9)
  }

  @Test(.reference("train.remedies")) func neitherDecayNorSmallBatchesCureAnExplosion() {
    let exploding = ReferenceNetwork(depth: 20, weights: .normal(variance: 4))
    for (remedy, batch) in [(gentle, 64), (gentle.decayingWeights(l2: 0.01), 64), (gentle, 8)] {
      for seed in 0..<3 {
        let history = exploding.made(seed: seed).train(
          on: waves, minimizing: .crossEntropy, using: remedy, batch: batch, epochs: 1)
        #expect(history.divergedAt != nil)
      }
    }
    let clipped = exploding.loss(gentle.clippingGradient(toNorm: 1), epochs: 8)
    #expect(clipped > guessing && clipped.isFinite)
    let normalized = ReferenceNetwork(
      depth: 20, weights: .normal(variance: 4), normalized: true)
    #expect(normalized.loss(gentle, epochs: 8) < 1.4)
    #expect(ReferenceNetwork(depth: 20).loss(gentle, epochs: 8) < 1.4)
  }

  @Test(.reference("train.bnLrRange")) func batchNormBearsRatesThreeTimesAsLarge() {
    func largestRate(normalized: Bool) -> Double {
      let network = ReferenceNetwork(depth: 6, normalized: normalized)
      let rates = [0.03, 0.1, 0.3, 1, 3, 10]
      return rates.last { network.loss(.sgd(rate: $0), epochs: 6) < 1 } ?? 0
    }
    let plain = largestRate(normalized: false)
    #expect(plain > 0 && largestRate(normalized: true) >= 3 * plain)
  }

  @Test(.reference("train.gradientGoesToZero")) func inAHealthyRunTheGradientGoesToZero() {
    func norm(_ network: Network) -> Double {
      network.probe(on: waves, minimizing: .crossEntropy, recording: .totalGradientNorm)[
        .totalGradientNorm][0].value
    }
    let runs = (0..<3).map { seed in
      let network = ReferenceNetwork(depth: 8).made(seed: seed)
      let before = norm(network)
      let loss = network.lossAfter(descent, epochs: 60)
      return (before: before, after: norm(network), loss: loss)
    }
    #expect(median(runs.map(\.before)) > 1 && median(runs.map(\.after)) < 0.01)
    #expect(median(runs.map(\.loss)) < 0.01)
  }

  @Test(.reference("train.adamEps"), arguments: [Precision.float, .double])
  func adamPassesSixteenSigmoidsOnlyWithATinyEpsilon(_ precision: Precision) {
    let network = ReferenceNetwork(depth: 16, weights: .lecun, precision: precision) { Sigmoid() }
    func loss(_ epsilon: Double) -> Double {
      network.loss(.adam(rate: 0.003, epsilon: epsilon), epochs: 12)
    }
    #expect((loss(1e-8) - guessing).magnitude < 0.02)
    #expect(loss(1e-16) < 1.7)
  }
}
