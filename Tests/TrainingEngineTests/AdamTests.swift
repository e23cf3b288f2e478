import Testing
import TrainingEngine

@Suite struct AdamTests {
  private let slopes = [0.5, -2, 1e-3]
  private let loss = Loss("sum") { outputs, _ in outputs.sum() }

  private func network(_ start: [Double] = [1, 1, 1]) -> Network {
    Network(seed: 1, precision: .double) {
      Dense(from: 3, to: 1, bias: false, weights: .values(start))
    }
  }

  private func train(_ network: Network, _ optimizer: Optimizer, steps: Int) -> [Double] {
    network.train(
      on: Dataset(inputs: [slopes], labels: []), minimizing: loss, using: optimizer, steps: steps)
    return network.parameters[0].value.values
  }

  @Test(arguments: [0.0, 0.1])
  func doesWhatThePaperSays(_ decay: Double) {
    let (rate, epsilon) = (0.01, 1e-4)
    var expected = [1.0, 1, 1], mean = [0.0, 0, 0], square = [0.0, 0, 0]
    for step in 1...20 {
      for index in 0..<3 {
        mean[index] = 0.8 * mean[index] + 0.2 * slopes[index]
        square[index] = 0.9 * square[index] + 0.1 * slopes[index] * slopes[index]
        let m = mean[index] / (1 - power(0.8, step)), v = square[index] / (1 - power(0.9, step))
        expected[index] -= rate * (m / (v.squareRoot() + epsilon) + decay * expected[index])
      }
    }
    let found = train(
      network(),
      .adamW(rate: rate, decay: decay, beta1: 0.8, beta2: 0.9, epsilon: epsilon), steps: 20)
    for (a, b) in zip(found, expected) { #expect((a - b).magnitude < 1e-13) }
  }

  @Test func theFirstStepIsTheRateUnlessTheGradientIsAsSmallAsEpsilon() {
    let found = train(network(), .adam(rate: 0.1, epsilon: 1e-3), steps: 1)
    #expect((found[0] - 1 + 0.1 * 0.5 / 0.501).magnitude < 1e-12)
    #expect((found[2] - 0.95).magnitude < 1e-12)
  }

  // Adam divides an l2 term by its own size.
  @Test(arguments: [1e-2, 1e-4])
  func doesNotSeeHowStrongAnL2TermIs(_ l2: Double) {
    let nothing = Loss("nothing") { outputs, _ in outputs.sum() * 0 }
    let network = network()
    network.train(
      on: Dataset(inputs: [slopes], labels: []), minimizing: nothing,
      using: .adam(rate: 1e-3).decayingWeights(l2: l2), steps: 100)
    for value in network.parameters[0].value.values {
      expectReference("adam.l2.invisible", value)
    }
  }

  @Test func decoupledDecayKeepsItsStrength() {
    let nothing = Loss("nothing") { outputs, _ in outputs.sum() * 0 }
    let network = network()
    network.train(
      on: Dataset(inputs: [slopes], labels: []), minimizing: nothing,
      using: .adamW(rate: 0.1, decay: 0.5), steps: 10)
    for value in network.parameters[0].value.values {
      #expect((value - power(0.95, 10)).magnitude < 1e-12)
    }
  }

  @Test func momentsCanBeForgotten() {
    let fresh = network(), reset = network()
    let data = Dataset(inputs: [slopes], labels: [])
    let optimizer = Optimizer.adam(rate: 0.1)
    var start: [Double] = []
    for step in reset.training(on: data, minimizing: loss, using: optimizer, steps: 4) {
      if step.index == 3 {
        start = reset.parameters[0].value.values
        step.resetMoments()
      }
    }
    let once = train(fresh, optimizer, steps: 1)
    for (index, value) in reset.parameters[0].value.values.enumerated() {
      #expect((value - start[index] - (once[index] - 1)).magnitude < 1e-12)
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
