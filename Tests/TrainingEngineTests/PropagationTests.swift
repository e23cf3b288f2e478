import Testing
import TrainingEngine

/// What the theory of wide networks says of the factor per layer by which |δ| changes on its way
/// back: depth 20, width 256, layers 3 to 18, a fixed random linear functional as loss.
@Suite struct PropagationTests {
  @Test(
    arguments: [
      ("Sigmoid", Initializer.lecun, "ratio.sigmoid.lecun"), ("ReLU", .he, "ratio.relu.he"),
      ("ReLU", .lecun, "ratio.relu.xavier"), ("ReLU", .uniform(), "ratio.relu.frameworkDefault"),
      ("Tanh", .normal(variance: 25), "ratio.tanh.saturatedExplodes"),
    ])
  func isThatOfMeanFieldTheoryForOneInput(
    _ kind: String, _ weights: Initializer, _ id: String
  ) {
    let ratios = (0..<10).map { seed in
      ratio(
        network(seed: seed, kind, weights, normalized: false),
        .gaussian(count: 1, features: 256, normalized: true, seed: seed), seed: seed)
    }
    expectReference(id, geometricMean(ratios))
  }

  @Test(
    arguments: [
      ("ReLU", "bn.relu.factor"), ("Sigmoid", "bn.sigmoid.factor"), ("Tanh", "bn.tanh.factor"),
    ])
  func growsUnderBatchNormByThePoincareRatio(_ kind: String, _ id: String) {
    let ratios = (0..<3).map { seed in
      ratio(
        network(seed: seed, kind, .lecun, normalized: true),
        .gaussian(count: 256, features: 256, seed: seed), seed: seed)
    }
    expectReference(id, geometricMean(ratios))
  }

  @Test func growsFasterUnderBatchNormInSmallBatches() {
    let ratios = (0..<3).map { seed in
      ratio(
        network(seed: seed, "ReLU", .lecun, normalized: true),
        .gaussian(count: 8, features: 256, seed: seed), seed: seed)
    }
    expectReference("bn.relu.factor.batch8", geometricMean(ratios))
  }

  @Test func explodesInSaturatedTanhLayers() {
    let shares = (0..<10).map { seed in
      let saturated = Probe.saturatedFraction(beyond: 0.97)
      let history = network(seed: seed, "Tanh", .normal(variance: 25), normalized: false)
        .probe(
          on: .gaussian(count: 1, features: 256, normalized: true, seed: seed),
          minimizing: .linearProbe(seed: seed), recording: saturated)
      let samples = history[saturated].map(\.value)
      return samples.reduce(0, +) / Double(samples.count)
    }
    #expect(shares.reduce(0, +) / 10 > 0.6)
  }

  // Euler: a bias-free ReLU network is homogeneous in each layer's weights.
  @Test(arguments: [Precision.float, .double])
  func givesEveryLayerOfAReLUNetworkTheSameWeightsTimesGradient(_ precision: Precision) {
    let network = Network(seed: 1, precision: precision) {
      Dense(from: 40, to: 64, bias: false, weights: .lecun)
      for _ in 1...9 {
        ReLU()
        Dense(from: 64, to: 64, bias: false, weights: .lecun)
      }
    }
    let data = Dataset.wiggle(count: 64, seed: 1)
    _ = network.probe(on: data, minimizing: .linearProbe(seed: 1), recording: .delta)
    let products = network.parameters.map { $0.value.dot($0.value.gradient) }
    let spread = ((products.max() ?? 0) - (products.min() ?? 0)) / (products[0].magnitude)
    switch precision {
    case .float: #expect(spread <= 1e-4)
    case .double: expectReference("homogeneity.spread", spread)
    }
    #expect(products[0].magnitude > 1e-6)
  }

  private func network(
    seed: Int, _ kind: String, _ weights: Initializer, normalized: Bool
  ) -> Network {
    Network(seed: seed) {
      for layer in 1...20 {
        Dense(from: 256, to: 256, bias: false, weights: weights)
        if normalized { BatchNorm(256) }
        if layer < 20 {
          switch kind {
          case "Sigmoid": Sigmoid()
          case "Tanh": Tanh()
          default: ReLU()
          }
        }
      }
    }
  }

  private func ratio(_ network: Network, _ inputs: Dataset, seed: Int) -> Double {
    let history = network.probe(
      on: inputs, minimizing: .linearProbe(seed: seed), recording: .delta)
    return geometricMeanRatio(of: history[.delta], layers: 3...18)
  }

  private func geometricMean(_ ratios: [Double]) -> Double {
    let samples = ratios.map { Tensor($0).log().value }
    return Tensor(samples.reduce(0, +) / Double(samples.count)).exp().value
  }
}
