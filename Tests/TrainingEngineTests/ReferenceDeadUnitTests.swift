import Testing
import TrainingEngine

/// Units that are silent: from birth, half of the time, or for good after one step.
@Suite struct ReferenceDeadUnitTests {
  @Test(arguments: [(2, 10), (4, 10), (8, 10), (4, 20), (8, 50)])
  func narrowDeepNetworksAreBornDead(_ width: Int, _ depth: Int) {
    let stream = RandomStream(seed: 7, name: "inputs")
    let dead = (0..<2000).filter { seed in
      let input = (0..<width).map { stream.normal(width * seed + $0).magnitude }
      return isDead(network(width, depth, inputs: width, seed: seed), [input])
    }
    expectReference("borndead.n\(width).L\(depth)", Double(dead.count) / 2000)
  }

  // On the line through the origin, +1 and −1 stand for all inputs.
  @Test func someAreConstantOnTheWholeLine() {
    let dead = (0..<2000).filter { isDead(network(4, 20, inputs: 1, seed: $0), [[1], [-1]]) }
    expectReference("borndead.line.n4.L20", Double(dead.count) / 2000)
  }

  @Test func halfTheActivationsOfAHealthyLayerAreZero() {
    let network = Network(seed: 1) {
      Dense(from: 40, to: 256, weights: .he)
      ReLU()
    }
    let history = network.probe(
      on: .gaussian(count: 512, features: 40, seed: 1), minimizing: .linearProbe(seed: 1),
      recording: .zeroFraction)
    expectReference("zeroFraction.healthy", history[.zeroFraction][0].value)
  }

  @Test func oneStepKillsBelowTheStabilityLimit() {
    var alive = 0.5, dead = 2.0
    for _ in 1...40 {
      let rate = (alive + dead) / 2
      if neuron(after: 1, rate: rate).isDead { dead = rate } else { alive = rate }
    }
    expectReference("kill.eta", dead)
    expectReference("kill.floor", neuron(after: 200, rate: dead * 1.01).loss)
    // Just below, the same neuron fits the data exactly.
    #expect(neuron(after: 2000, rate: alive * 0.99).loss < 1e-12)
  }

  /// relu(w·x + b) from w = 3, b = 0, trained toward y = x; the loss is half the mean square.
  private func neuron(after steps: Int, rate: Double) -> (isDead: Bool, loss: Double) {
    let inputs = [[0.25], [0.5], [0.75], [1]]
    let data = Dataset(inputs: inputs, targets: inputs)
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, weights: .constant(3))
      ReLU()
    }
    network.train(on: data, minimizing: .squaredError, using: .sgd(rate: rate / 2), steps: steps)
    let outputs = network(inputs)
    return (
      outputs.allSatisfy { $0[0] == 0 },
      network.evaluate(on: data, minimizing: .squaredError).loss / 2
    )
  }

  private func network(_ width: Int, _ depth: Int, inputs: Int, seed: Int) -> Network {
    Network(seed: seed) {
      for layer in 1...depth {
        Dense(from: layer == 1 ? inputs : width, to: width, bias: false, weights: .he)
        ReLU()
      }
    }
  }

  /// Once all units of a layer are silent, so are those of all later ones.
  private func isDead(_ network: Network, _ inputs: [[Double]]) -> Bool {
    network(inputs).allSatisfy { $0.allSatisfy { $0 == 0 } }
  }
}
