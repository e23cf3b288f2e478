import Testing
import TrainingEngine

/// How gradient descent runs away, settles and is held back.
@Suite struct DescentTests {
  /// A parabola of the given curvature, from x = 1.
  private func positions(
    curvature: Double, _ optimizer: Optimizer, steps: Int
  ) -> [Double] {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .constant(1))
    }
    let parabola = Loss("parabola") { x, _ in x.squared().sum() * (curvature / 2) }
    var found: [Double] = []
    for step in network.training(
      on: Dataset(inputs: [[1]], labels: []), minimizing: parabola, using: optimizer,
      steps: steps + 1)
    {
      found.append(step.network.parameters[0].value.value)
    }
    return found
  }

  @Test func divergesBeyondTwoOverTheCurvature() {
    let last = positions(curvature: 100, .sgd(rate: 0.021), steps: 50)[50]
    expectReference("gd.diverge", last.magnitude)
  }

  @Test(arguments: [(0.0, 2.0), (0.5, 3), (0.9, 3.8), (0.99, 3.98)])
  func momentumMovesTheLimitToTwiceOnePlusMomentum(_ momentum: Double, _ limit: Double) {
    for (factor, isBounded) in [(0.99, true), (1.01, false)] {
      let optimizer = Optimizer.sgd(rate: factor * limit, momentum: momentum)
      let last = positions(curvature: 1, optimizer, steps: 3000)[3000]
      #expect((last.magnitude < 10) == isBounded)
    }
  }

  @Test func aHeavyBallBearsAlmostTwiceTheRate() {
    var (bounded, unbounded) = (3.0, 5.0)
    for _ in 1...10 {
      let rate = (bounded + unbounded) / 2
      let last = positions(curvature: 1, .sgd(rate: rate, momentum: 0.9), steps: 1000)[1000]
      if last.magnitude < 10 { bounded = rate } else { unbounded = rate }
    }
    expectReference("momentum.limit.9", bounded)
  }

  /// A weight of a million on inputs of a millionth does not move: what learns is the bias, whose
  /// gradient is x + noise.
  @Test func settlesOnAFloorOfNoise() {
    let noise = Dataset.gaussian(count: 100_000, features: 1, seed: 1)
    let data = Dataset(inputs: noise.inputs.map { [$0[0] * 1e-6] }, labels: [])
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, weights: .constant(1e6))
    }
    let parabola = Loss("parabola") { x, _ in x.squared().sum() * 0.5 }
    var squares = 0.0
    for step in network.training(
      on: data, minimizing: parabola, using: .sgd(rate: 0.1), batch: 1, shuffled: false,
      steps: 100_000)
    {
      let x = network.parameters[1].value.value
      if step.index >= 1000 { squares += x * x }
    }
    expectReference("sgd.floor", squares / 99_000)
  }

  private func step(_ slopes: [Double], _ optimizer: Optimizer) -> [Double] {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: slopes.count, to: 1, bias: false, weights: .zero)
    }
    let sum = Loss("sum") { outputs, _ in outputs.sum() }
    network.train(
      on: Dataset(inputs: [slopes], labels: []), minimizing: sum, using: optimizer, steps: 1)
    return network.parameters[0].value.values.map { -$0 }
  }

  private func cosine(_ a: [Double], _ b: [Double]) -> Double {
    func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    return dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
  }

  @Test func clippingByValueTurnsTheGradientAndByNormDoesNot() {
    let slopes = [3.0, 4, 12]
    let byValue = step(slopes, .sgd(rate: 1).clippingGradient(toValue: 1))
    #expect(byValue == [1, 1, 1])
    #expect((cosine(slopes, byValue) - 0.843_819_624_200_222_3).magnitude < 1e-12)
    expectReference("clip.byValueCosine", cosine(slopes, byValue))
    for optimizer in [
      Optimizer.sgd(rate: 1).clippingGradient(toNorm: 1),
      .sgd(rate: 1).clippingGradient(toLayerNorm: 1),
    ] {
      let byNorm = step(slopes, optimizer)
      for (a, b) in zip(byNorm, slopes) { #expect((a - b / 13).magnitude < 1e-15) }
    }
  }

  @Test func clippingByLayerLeavesShortLayersAlone() {
    func change(_ optimizer: Optimizer) -> [[Double]] {
      let network = Network(seed: 1, precision: .double) {
        Dense(from: 2, to: 2)
        Tanh()
        Dense(from: 2, to: 2, weights: .normal(variance: 0.01))
      }
      let before = network.parameters.map { $0.value.values }
      network.train(
        on: .spirals(count: 20, seed: 1), minimizing: .crossEntropy, using: optimizer, steps: 1)
      return zip(network.parameters, before).map { zip($0.value.values, $1).map { $0 - $1 } }
    }
    func norm(_ parts: ArraySlice<[Double]>) -> Double {
      parts.joined().reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let plain = change(.sgd(rate: 1))
    let (short, long) = (norm(plain[0...1]), norm(plain[2...3]))
    #expect(short < long / 2)
    let clipped = change(.sgd(rate: 1).clippingGradient(toLayerNorm: long / 2))
    #expect(clipped[0...1] == plain[0...1])
    #expect((norm(clipped[2...3]) / (long / 2) - 1).magnitude < 1e-12)
  }

  @Test(
    arguments: [
      Optimizer.sgd(rate: 1).clippingGradient(toNorm: 1),
      .sgd(rate: 1).clippingGradient(toLayerNorm: 1), .sgd(rate: 1).clippingGradient(toValue: 1),
      .adam(rate: 1).clippingGradient(toNorm: 1),
    ])
  func aGradientWithoutLengthIsSkippedAndReported(_ optimizer: Optimizer) {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .zero)
    }
    // The loss is finite, its slope is not.
    let cliff = Loss("cliff") { x, _ in x.squareRoot().sum() }
    let history = network.train(
      on: Dataset(inputs: [[1]], labels: []), minimizing: cliff, using: optimizer, steps: 3)
    #expect(history.skippedSteps == [0, 1, 2])
    #expect(network.parameters[0].value.value == 0)
  }

  @Test func l1PullsEvenlyAndLeavesBiases() {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 3, to: 1, weights: .values([2, -3, 0]), biases: .constant(5))
    }
    let nothing = Loss("nothing") { outputs, _ in outputs.sum() * 0 }
    network.train(
      on: Dataset(inputs: [[1, 1, 1]], labels: []), minimizing: nothing,
      using: .sgd(rate: 0.5).decayingWeights(l1: 0.1), steps: 1)
    let found = network.parameters[0].value.values
    for (a, b) in zip(found, [1.95, -2.95, 0]) { #expect((a - b).magnitude < 1e-15) }
    #expect(network.parameters[1].value.value == 5)
  }

  @Test func aScheduleMultipliesTheRate() {
    func moves(_ schedule: Schedule) -> [Double] {
      let line = Optimizer.sgd(rate: 1).following(schedule)
      let network = Network(seed: 1, precision: .double) {
        Dense(from: 1, to: 1, bias: false, weights: .constant(0))
      }
      let sum = Loss("sum") { outputs, _ in outputs.sum() }
      var places: [Double] = []
      for step in network.training(
        on: Dataset(inputs: [[1]], labels: []), minimizing: sum, using: line, steps: 7)
      {
        places.append(-step.network.parameters[0].value.value)
      }
      return zip(places.dropFirst(), places).map { $0 - $1 }
    }
    #expect(moves(.constant) == [1, 1, 1, 1, 1, 1])
    #expect(moves(.step(every: 2, times: 0.5)) == [1, 1, 0.5, 0.5, 0.25, 0.25])
    #expect(moves(.warmUp(steps: 4)) == [0.25, 0.5, 0.75, 1, 1, 1])
    #expect(moves(Schedule("even") { $0.isMultiple(of: 2) ? 1 : 0 }) == [1, 0, 1, 0, 1, 0])
  }

  @Test func describesItselfAsTheSourceThatMakesIt() {
    let optimizer = Optimizer.adam(rate: 0.001, epsilon: 1e-16).clippingGradient(toValue: 1)
      .decayingWeights(decoupled: 0.01).following(.warmUp(steps: 10))
    #expect(
      optimizer.description
        == ".adam(rate: 0.001, epsilon: 1e-16).clippingGradient(toValue: 1)"
        + ".decayingWeights(decoupled: 0.01).following(.warmUp(steps: 10))")
  }
}
