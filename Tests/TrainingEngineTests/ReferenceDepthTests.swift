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
    #expect(ReferenceNetwork(depth: 40).loss(optimizer, epochs: 6) > 1)
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
