import Testing
import TrainingEngine

@Suite struct LayerNormTests {
  @Test func givesEachRowMeanZeroAndVarianceOne() {
    let layer = LayerNorm(8, epsilon: 0)
    _ = Network(seed: 1, precision: .double) { layer }
    let y = layer(numbers(5, 8, seed: 1), .training)
    for row in 0..<5 {
      let numbers = y.row(row)
      #expect((numbers.reduce(0, +)).magnitude < 1e-12)
      #expect((numbers.reduce(0) { $0 + $1 * $1 } - 8).magnitude < 1e-11)
    }
  }

  @Test func looksAtOneExampleAtATime() {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 4)
      LayerNorm(4)
    }
    let both = network([[1, 2], [3, -4]])
    #expect(network([[3, -4]]) == [both[1]])
  }

  @Test func doesNotSeeTheScaleOfItsInput() {
    let layer = LayerNorm(6, epsilon: 0)
    _ = Network(seed: 1, precision: .double) { layer }
    let x = numbers(3, 6, seed: 2)
    let difference = layer(x, .training) - layer(x * 100, .training)
    #expect(difference.norm < 1e-12)
  }

  // √(E φ′²/E φ²) = 1 for ReLU, whatever the weights.
  @Test func keepsTheGradientOfReLULayers() {
    let logarithms = (0..<3).map { seed in
      let network = Network(seed: seed) {
        for layer in 1...20 {
          Dense(from: 256, to: 256, bias: false)
          LayerNorm(256)
          if layer < 20 { ReLU() }
        }
      }
      let history = network.probe(
        on: .gaussian(count: 128, features: 256, seed: seed), minimizing: .linearProbe(seed: seed),
        recording: .delta)
      return Tensor(geometricMeanRatio(of: history[.delta], layers: 3...18)).log().value
    }
    expectReference("ln.relu.factor", Tensor(logarithms.reduce(0, +) / 3).exp().value)
  }
}
