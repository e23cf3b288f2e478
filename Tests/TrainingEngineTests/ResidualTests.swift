import Testing
import TrainingEngine

@Suite struct ResidualTests {
  @Test func addsItsBranchToItsInput() {
    let network = Network(seed: 1, precision: .double) {
      Residual(scale: 0.5) {
        Dense(from: 2, to: 2, weights: .values([1, 2, 3, 4]), biases: .values([0, -100]))
        ReLU()
      }
    }
    #expect(network([[1, 2]]) == [[1 + 0.5 * 7, 2]])
  }

  @Test func namesItsParametersAfterItselfAndItsLayers() {
    let network = Network(seed: 1) {
      Dense(from: 4, to: 4)
      for _ in 1...2 {
        Residual {
          Dense(from: 4, to: 4, bias: false)
          Dense(from: 4, to: 4, bias: false)
        }
      }
    }
    #expect(
      network.parameters.map(\.fullName) == [
        "Dense 1 weights", "Dense 1 biases", "Residual 1 Dense 1 weights",
        "Residual 1 Dense 2 weights", "Residual 2 Dense 1 weights", "Residual 2 Dense 2 weights",
      ])
    let values = network.parameters.map { $0.value.values }
    for (index, value) in values.enumerated() { #expect(!values[..<index].contains(value)) }
  }

  @Test func showsProbesTheLayersInside() {
    let network = Network(seed: 1) {
      Dense(from: 40, to: 8)
      Residual {
        ReLU()
        Residual(scale: 0.5) { Dense(from: 8, to: 8) }
      }
      Dense(from: 8, to: 6)
    }
    let history = network.probe(
      on: .wiggle(count: 16, seed: 1), minimizing: .crossEntropy, recording: .delta, .zeroFraction,
      .gradientNorm)
    #expect(
      history[.delta].map(\.name) == ["Dense 1", "Residual 1 Residual 1 Dense 1", "Dense 2"])
    #expect(history[.delta].allSatisfy { $0.value > 0 })
    #expect(history[.gradientNorm].allSatisfy { $0.value > 0 })
    #expect(history[.zeroFraction].map(\.name) == ["Residual 1 ReLU 1"])
    #expect(history[.zeroFraction][0].value > 0.2)
  }

  // (1 + s²)^(L/2): √e for 100 branches scaled by 1/√100, 1024 for 20 unscaled ones.
  @Test(arguments: [(100, 0.1, "residual.growth.L100"), (20, 1, "residual.growth.unscaled.L20")])
  func growsByTheSquareRootOfOnePlusTheSquareOfTheScale(
    _ depth: Int, _ scale: Double, _ id: String
  ) {
    let growths = (0..<4).map { seed in
      let network = Network(seed: seed) {
        for _ in 1...depth {
          Residual(scale: scale) {
            ReLU()
            Dense(from: 256, to: 256, bias: false, weights: .he)
          }
        }
      }
      let inputs = Dataset.gaussian(count: 1, features: 256, normalized: true, seed: seed)
      let growth = Probe("growth") { step in
        [
          ("forward", step.layers[depth - 1].output.norm / 16),
          (
            "backward",
            step.layers[0].outputGradient.norm / step.layers[depth - 1].outputGradient.norm
          ),
        ]
      }
      let history = network.probe(
        on: inputs, minimizing: .linearProbe(seed: seed), recording: growth)
      return history[growth].map { Tensor($0.value).log().value }
    }
    for direction in 0...1 {
      let mean = growths.map { $0[direction] }.reduce(0, +) / 4
      expectReference(id, Tensor(mean).exp().value)
    }
  }
}
