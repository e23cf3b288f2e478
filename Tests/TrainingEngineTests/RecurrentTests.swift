import Testing
import TrainingEngine

@Suite struct RecurrentTests {
  @Test func stepsThroughTheNumbersOfARow() {
    let network = Network(seed: 1, precision: .double) {
      Recurrent(
        from: 1, to: 1, steps: 3, activation: .none, weights: .constant(2),
        recurrentWeights: .constant(10), biases: .constant(1))
    }
    // h₁ = 2·1 + 1 = 3, h₂ = 2·2 + 1 + 30 = 35, h₃ = 2·3 + 1 + 350 = 357
    #expect(network([[1, 2, 3]]) == [[357]])
  }

  @Test func isTheNetworkThatItSpellsOut() {
    let layer = Recurrent(from: 2, to: 3, steps: 2, biases: .lecun)
    _ = Network(seed: 1, precision: .double) { layer }
    let x = numbers(4, 4, seed: 1)
    let u = layer.recurrentWeights.value, w = layer.weights.value, b = layer.biases?.value
    let first = columns(0..<2, of: x).multiplied(by: w, adding: b).tanh()
    let second = (columns(2..<4, of: x).multiplied(by: w, adding: b) + first.multiplied(by: u))
      .tanh()
    #expect((layer(x, .training) - second).norm < 1e-15)
  }

  // All singular values of ρ times an orthogonal matrix are ρ, and so is each step's factor.
  @Test(arguments: [(0.9, -0.105_360_5), (1, 0), (1.1, 0.095_310_2)])
  func passesGradientsBackInTimeByTheSpectralRadius(_ radius: Double, _ slope: Double) {
    for seed in 0..<3 {
      let network = Network(seed: seed) {
        Recurrent(
          from: 1, to: 64, steps: 50, activation: .none,
          recurrentWeights: .orthogonal(gain: radius))
      }
      let history = network.probe(
        on: .gaussian(count: 32, features: 50, seed: seed), minimizing: .linearProbe(seed: seed),
        recording: .hiddenGradientNorm)
      let norms = history[.hiddenGradientNorm]
      #expect(norms.map(\.layer) == Array(1...50))
      let factor = geometricMeanRatio(of: norms, layers: 5...45)
      #expect((logarithm(factor) - slope).magnitude < 2e-5)
      if radius != 1 { expectReference("rnn.orth.slope.\(radius)", logarithm(factor)) }
    }
  }

  // Near 0 tanh is linear, and weights of the variance 0.25/n halve what they are multiplied with.
  @Test func vanishesThroughTanhWithSmallWeights() {
    let network = Network(seed: 1) {
      Recurrent(
        from: 1, to: 64, steps: 50, weights: .normal(variance: 0.01),
        recurrentWeights: .normal(variance: 0.25))
    }
    let history = network.probe(
      on: .gaussian(count: 32, features: 50, seed: 1), minimizing: .linearProbe(seed: 1),
      recording: .hiddenGradientNorm)
    let factor = geometricMeanRatio(of: history[.hiddenGradientNorm], layers: 5...45)
    #expect((factor - 0.5).magnitude < 0.05)
  }

  @Test func showsTheHiddenStatesInTheOrderOfTime() {
    let network = Network(seed: 1) {
      Recurrent(from: 2, to: 4, steps: 5)
      Dense(from: 4, to: 2)
    }
    let data = Dataset(
      inputs: [[Double]](repeating: (0..<10).map(Double.init), count: 3), labels: [0, 1, 0])
    for step in network.training(
      on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 2)
    {
      let states = step.layers[0].hiddenStates
      #expect(states.count == 5)
      #expect(states[4].values == step.layers[0].output.values)
      #expect(states.allSatisfy { $0.rows == 3 && $0.columns == 4 && $0.gradient.norm > 0 })
      #expect(step.layers[1].hiddenStates.isEmpty)
    }
  }

  @Test func isReleasedHoweverManySteps() {
    let network = Network(seed: 1) { Recurrent(from: 1, to: 2, steps: 20_000) }
    #expect(network([[Double](repeating: 0.1, count: 20_000)])[0].count == 2)
  }

  private func columns(_ range: Range<Int>, of x: Tensor) -> Tensor {
    Tensor((0..<x.rows).map { row in range.map { x[row, $0] } })
  }
}
