import Testing
import TrainingEngine

/// Signals through deep random networks, beside what the theory of wide ones says.
///
/// The reference took widths of 256 to 512; 256 is enough for its bands and costs a quarter.
@Suite struct ReferencePropagationTests {
  @Test(arguments: [("ratio.tanh.critical+", 2.5), ("ratio.tanh.ordered", 1)])
  func tanhWithBiasesKeepsItsFactor(_ id: String, _ variance: Double) {
    let logarithms = (0..<10).map { seed in
      let deltas = deltas(of: tanhs(20, variance: variance, biases: 0.05, seed: seed), seed: seed)
      return logarithm(geometricMeanRatio(of: deltas, layers: 3...18))
    }
    expectReference(id, Tensor(mean(logarithms)).exp().value)
  }

  // |δ|² averaged over seeds, as the theory has it, not its logarithm.
  @Test func chaosHasItsDepthScale() {
    var near = 0.0, far = 0.0
    for seed in 0..<20 {
      let deltas = deltas(of: tanhs(30, variance: 2.5, biases: 0.05, seed: seed), seed: seed)
      near += deltas[4].value * deltas[4].value
      far += deltas[24].value * deltas[24].value
    }
    expectReference("tanh.xiGrad.2.5", 20 / logarithm(near / far))
  }

  @Test func tanhWithVarianceOneVanishesOnlyAsAPower() {
    let ratios = (0..<9).map { seed in
      let deltas = deltas(of: tanhs(50, variance: 1, biases: 0, seed: seed), seed: seed)
      let ratio = deltas[0].value / deltas[49].value
      return ratio * ratio
    }
    expectReference("tanh.sw1.powerLaw.L50", median(ratios))
  }

  @Test func chaosKeepsTwoInputsAtAFixedAngle() {
    let cosines = (0..<10).map { seed in
      mean(Array(angles(tanhs(60, variance: 2.5, biases: 0.05, seed: seed), of: .linear)[40...]))
    }
    expectReference("tanh.cstar.2.5", mean(cosines))
  }

  @Test func reluTurnsAllInputsOneWay() {
    let cosines = (0..<10).map { seed in
      let network = Network(seed: seed) {
        for _ in 1...20 {
          Dense(from: 256, to: 256, bias: false, weights: .he)
          ReLU()
        }
      }
      return angles(network, of: .activation)
    }
    for layer in [1, 5, 20] {
      expectReference("relu.corr.\(layer)", mean(cosines.map { $0[layer - 1] }))
    }
  }

  @Test func depthOverWidthSetsTheSpreadOfLengths() {
    let logarithms = (0..<300).map { seed in
      let network = Network(seed: seed) {
        for _ in 1...50 {
          Dense(from: 64, to: 64, bias: false, weights: .he)
          ReLU()
        }
      }
      let outputs = Tensor(
        network(Dataset.gaussian(count: 1, features: 64, normalized: true, seed: seed).inputs))
      return 2 * logarithm(outputs.norm) - logarithm(64)
    }
    let center = mean(logarithms)
    let squares = logarithms.map { ($0 - center) * ($0 - center) }
    expectReference("relu.he.logVar.n64.L50", mean(squares))
  }

  /// The variance of the weights at which a gradient neither grows nor shrinks, by the integrals of
  /// mean-field theory: χ = σ²·E[φ′(√q·z)²] where q = σ²·E[φ(√q·z)²] + σ_b².
  @Test func theEdgeOfChaosIsWhereMeanFieldTheoryPutsIt() {
    func tanhs(_ x: Tensor) -> Tensor { x.tanh() }
    func sigmoids(_ x: Tensor) -> Tensor { x.sigmoid() }
    expectReference(
      "tanh.edgeOfChaos.sb.05", critical(tanhs, biasVariance: 0.05, between: 1...3))
    expectReference(
      "sigmoid.criticalSigmaW", critical(sigmoids, biasVariance: 0, between: 50...200).squareRoot())
  }

  private func critical(
    _ function: (Tensor) -> Tensor, biasVariance: Double, between bounds: ClosedRange<Double>
  ) -> Double {
    let nodes = (-400...400).map { Double($0) / 50 }
    let density = (Tensor([nodes], tracksGradient: false).squared() * -0.5).exp()
    let total = density.sum().value
    func factor(_ variance: Double) -> Double {
      var q = 1.0, slopes = 0.0
      for _ in 1...300 {
        let x = Tensor([nodes.map { $0 * q.squareRoot() }])
        let y = function(x)
        q = variance * y.squared().dot(density) / total + biasVariance
        y.sum().backward()
        slopes = x.gradient.squared().dot(density) / total
      }
      return variance * slopes
    }
    var (low, high) = (bounds.lowerBound, bounds.upperBound)
    for _ in 1...30 {
      let middle = (low + high) / 2
      if factor(middle) < 1 { low = middle } else { high = middle }
    }
    return low
  }

  /// A stack whose biases are normal too, if their variance is not 0.
  private func tanhs(_ depth: Int, variance: Double, biases: Double, seed: Int) -> Network {
    Network(seed: seed) {
      for layer in 1...depth {
        Dense(
          from: 256, to: 256, bias: biases > 0, weights: .normal(variance: variance),
          biases: .normal(variance: biases, over: .one))
        if layer < depth { Tanh() }
      }
    }
  }

  private func deltas(of network: Network, seed: Int) -> [Sample] {
    let input = Dataset.gaussian(count: 1, features: 256, normalized: true, seed: seed)
    return network.probe(on: input, minimizing: .linearProbe(seed: seed), recording: .delta)[.delta]
  }

  /// The cosine of two inputs that start at a right angle, after each layer of one role.
  private func angles(_ network: Network, of role: LayerRole) -> [Double] {
    let cosine = Probe("cosine") { step in
      step.layers.filter { $0.layer.role == role }.map { layer in
        let a = Tensor([layer.output.row(0)]), b = Tensor([layer.output.row(1)])
        return (layer.name, a.dot(b) / (a.norm * b.norm))
      }
    }
    let first = (0..<256).map { $0 < 128 ? 2.0.squareRoot() : 0 }
    let inputs = Dataset(inputs: [first, first.reversed()], labels: [])
    return network.probe(on: inputs, minimizing: .linearProbe(seed: 1), recording: cosine)[cosine]
      .map(\.value)
  }
}
