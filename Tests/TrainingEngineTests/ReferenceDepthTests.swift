import Testing
import TrainingEngine

/// What batch norm does to weights, and what ways around do for depth.
@Suite struct ReferenceDepthTests {
  // Weights before batch norm have no gradient along themselves: every step makes them longer.
  @Test func weightsUnderBatchNormGrowByPythagoras() {
    let rate = 0.5
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 40, to: 16, bias: false)
      BatchNorm(16)
      Tanh()
      Dense(from: 16, to: 6)
    }
    let weights = network.parameters[0].value
    _ = network.probe(on: waves.prefix(64), minimizing: .crossEntropy, recording: .loss)
    let expected = weights.dot(weights) + rate * rate * weights.gradient.dot(weights.gradient)
    network.train(
      on: waves.prefix(64), minimizing: .crossEntropy, using: .sgd(rate: rate), steps: 1)
    expectReference("bn.weightPythagoras", (weights.dot(weights) / expected - 1).magnitude)
  }

  @Test(.reference("train.deep40")) func fortyLayersNeedAWayAround() {
    let optimizer = Optimizer.sgd(rate: 0.01, momentum: 0.9)
    // The reference says > 1.1 from two seeds, 1.68 and 1.25. That is the upper half of a wide
    // distribution: its own program, run with the seeds 0 to 30, has the median 1.15, quartiles at
    // 1.05 and 1.54, and 21 runs above 1.1; the engine has the median 1.11, and on the waves of the
    // seeds 2 to 5 1.11, 1.05, 1.14 and 1.15. Three seeds would be a lottery, 31 are not.
    #expect(ReferenceNetwork(depth: 40).loss(optimizer, epochs: 6, seeds: 31) > 1.1)
    #expect(ReferenceNetwork(depth: 40, normalized: true).loss(optimizer, epochs: 6) > 1.3)
    let small = Initializer.normal(variance: 2.0 / 40)
    let losses = (0..<3).map { seed in
      let network = Network(seed: seed) {
        Dense(from: 40, to: 64, weights: small)
        ReLU()
        for _ in 2...40 {
          Residual {
            Dense(from: 64, to: 64, weights: small)
            ReLU()
          }
        }
        Dense(from: 64, to: 6)
      }
      return network.lossAfter(optimizer, epochs: 6)
    }
    #expect(median(losses) < 0.6)
  }
}
