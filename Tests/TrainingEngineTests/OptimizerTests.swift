import Testing
import TrainingEngine

@Suite struct OptimizerTests {
  /// A bowl: the mean of squared distances of w from the corners of a square, smallest at its center.
  private let bowl = Loss("bowl") { outputs, _ in outputs.squared().average() }
  private let point = Dataset(inputs: [[1, 0], [0, 1], [1, 1]], labels: [])

  private func network(_ start: [Double] = [3, -4]) -> Network {
    Network(seed: 1, precision: .double) {
      Dense(from: 2, to: 1, bias: false, weights: .values(start))
    }
  }

  @Test(
    arguments: [
      Optimizer.sgd(rate: 0.5), .sgd(rate: 0.1, momentum: 0.9),
      .sgd(rate: 0.1, momentum: 0.9, nesterov: true), .sgd(rate: 0.5).clippingGradient(toNorm: 1),
    ])
  func reachesTheBottomOfABowl(_ optimizer: Optimizer) {
    let network = network()
    network.train(on: point, minimizing: bowl, using: optimizer, steps: 400)
    for value in network.parameters[0].value.values { #expect(value.magnitude < 1e-6) }
  }

  @Test func oneStepIsAgainstTheGradientTimesTheRate() {
    let network = network()
    var gradient: [Double] = []
    for step in network.training(on: point, minimizing: bowl, using: .sgd(rate: 0.25), steps: 1) {
      gradient = step.layers[0].weightGradient.values
      #expect(network.parameters[0].value.values == [3, -4])
    }
    let expected = zip([3, -4], gradient).map { $0 - 0.25 * $1 }
    expectClose(network.parameters[0].value.values, expected)
  }

  @Test func momentumRemembersTheGradientsBefore() {
    let network = network()
    var velocity = [0.0, 0.0], expected = [3.0, -4.0]
    let optimizer = Optimizer.sgd(rate: 0.1, momentum: 0.5)
    for step in network.training(on: point, minimizing: bowl, using: optimizer, steps: 5) {
      expectClose(network.parameters[0].value.values, expected)
      let gradient = step.layers[0].weightGradient.values
      velocity = zip(velocity, gradient).map { 0.5 * $0 + $1 }
      expected = zip(expected, velocity).map { $0 - 0.1 * $1 }
    }
  }

  @Test func nesterovsStepIsThatOfTheNextVelocity() {
    let network = network()
    var velocity = [0.0, 0.0], expected = [3.0, -4.0]
    let optimizer = Optimizer.sgd(rate: 0.1, momentum: 0.5, nesterov: true)
      .decayingWeights(l2: 0.2).decayingWeights(decoupled: 0.3)
    for step in network.training(on: point, minimizing: bowl, using: optimizer, steps: 5) {
      expectClose(network.parameters[0].value.values, expected)
      let gradient = zip(step.layers[0].weightGradient.values, expected).map { $0 + 0.2 * $1 }
      velocity = zip(velocity, gradient).map { 0.5 * $0 + $1 }
      expected = expected.indices.map {
        expected[$0] - 0.1 * (gradient[$0] + 0.5 * velocity[$0] + 0.3 * expected[$0])
      }
    }
  }

  @Test func rmsPropDividesByTheSizeOfLate() {
    let network = network()
    var square = [0.0, 0.0], expected = [3.0, -4.0]
    for step in network.training(
      on: point, minimizing: bowl, using: .rmsProp(rate: 0.1, decay: 0.8), steps: 5)
    {
      expectClose(network.parameters[0].value.values, expected)
      let gradient = step.layers[0].weightGradient.values
      square = zip(square, gradient).map { 0.8 * $0 + 0.2 * $1 * $1 }
      expected = expected.indices.map {
        expected[$0] - 0.1 * gradient[$0] / (square[$0].squareRoot() + 1e-8)
      }
    }
  }

  @Test func aCosineEndsAtItsFloor() {
    let schedule = Schedule.cosine(steps: 10, to: 0.1)
    #expect(schedule.factor(atStep: 0) == 1)
    #expect((schedule.factor(atStep: 5) - 0.55).magnitude < 1e-15)
    #expect(schedule.factor(atStep: 10) == 0.1)
    #expect(schedule.factor(atStep: 99) == 0.1)
  }

  @Test func decayPullsWeightsAndLeavesBiases() {
    let nothing = Loss("nothing") { outputs, _ in outputs.sum() * 0 }
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, weights: .constant(2), biases: .constant(2))
    }
    network.train(
      on: Dataset(inputs: [[1]], labels: []), minimizing: nothing,
      using: .sgd(rate: 0.5).decayingWeights(l2: 0.1), steps: 1)
    #expect((network.parameters[0].value.value - 1.9).magnitude < 1e-12)
    #expect(network.parameters[1].value.value == 2)
  }

  @Test func clippingKeepsTheDirectionAndTheLimit() {
    let (plain, clipped) = (network(), network())
    plain.train(on: point, minimizing: bowl, using: .sgd(rate: 0.1), steps: 1)
    clipped.train(
      on: point, minimizing: bowl, using: .sgd(rate: 0.1).clippingGradient(toNorm: 0.5), steps: 1)
    let long = change(of: plain), short = change(of: clipped)
    #expect((length(short) - 0.05).magnitude < 1e-12)
    #expect(length(long) > length(short))
    let product = zip(long, short).reduce(0) { $0 + $1.0 * $1.1 }
    #expect((product / length(long) / length(short) - 1).magnitude < 1e-12)
  }

  @Test func clippingNeverLengthensAndLeavesShortGradientsAsTheyAre() {
    let data = Dataset.wiggle(count: 64, seed: 1)
    func weights(_ optimizer: Optimizer) -> [[Double]] {
      let network = Network(seed: 1) { Dense(from: 40, to: 6) }
      network.train(on: data, minimizing: .crossEntropy, using: optimizer, steps: 20)
      return network.parameters.map { $0.value.values }
    }
    let plain = weights(.sgd(rate: 0.1))
    #expect(weights(.sgd(rate: 0.1).clippingGradient(toNorm: 1e6)) == plain)
    #expect(weights(.sgd(rate: 0.1).clippingGradient(toNorm: 0.01)) != plain)
  }

  // The ratio is told before the update is made; here it is compared with the change that came.
  @Test(
    arguments: [
      Optimizer.sgd(rate: 0.1), .sgd(rate: 0.1, momentum: 0.9), .rmsProp(rate: 0.1),
      .sgd(rate: 0.1, momentum: 0.9, nesterov: true),
      .sgd(rate: 0.1, momentum: 0.9, nesterov: true).decayingWeights(decoupled: 0.1),
      .sgd(rate: 0.1).decayingWeights(l2: 0.1), .sgd(rate: 0.1).clippingGradient(toNorm: 0.1),
    ])
  func updateRatioIsThatOfTheChangeThatFollows(_ optimizer: Optimizer) {
    let network = network()
    var before: [Double] = [], promised = 0.0
    for step in network.training(on: point, minimizing: bowl, using: optimizer, steps: 5) {
      let now = network.parameters[0].value.values
      if !before.isEmpty {
        let change = length(zip(now, before).map { $0 - $1 })
        #expect((change / length(before) / promised - 1).magnitude < 1e-9)
      }
      (before, promised) = (now, step.layers[0].updateRatio)
    }
  }

  private func change(of network: Network) -> [Double] {
    zip(network.parameters[0].value.values, [3, -4]).map { $0 - $1 }
  }

  private func length(_ x: [Double]) -> Double {
    x.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func expectClose(
    _ found: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (a, b) in zip(found, expected) {
      #expect((a - b).magnitude < 1e-12, sourceLocation: sourceLocation)
    }
  }
}
