import Testing
import TrainingEngine

/// Steps too long, momentum, noise: reference values of the lessons on rates and batches.
@Suite struct ReferenceDescentTests {
  @Test func aRateOfTwoPercentDivergesWhereTheCurvatureIsAHundred() {
    expectReference("gd.diverge", distance(curvature: 100, .sgd(rate: 0.021), steps: 50))
  }

  @Test func aRateOfTenArrivesAtOnceWhereTheCurvatureIsATenth() {
    expectReference("gd.lr10.converges", distance(curvature: 0.1, .sgd(rate: 10), steps: 1))
  }

  @Test func momentumBearsAlmostTwiceTheRate() {
    var bounded = 1.0, unbounded = 8.0
    for _ in 1...20 {
      let rate = (bounded + unbounded) / 2
      let distance = distance(curvature: 1, .sgd(rate: rate, momentum: 0.9), steps: 4000)
      if distance < 1 { bounded = rate } else { unbounded = rate }
    }
    expectReference("momentum.limit.9", bounded)
  }

  // A target drawn anew each step puts noise of deviation 1 on the gradient x.
  @Test func noiseKeepsAFloorThatTheRateSets() {
    let stream = RandomStream(seed: 1, name: "noise")
    let data = Dataset(
      inputs: [[Double]](repeating: [1], count: 100_000),
      targets: (0..<100_000).map { [stream.normal($0)] })
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .zero)
    }
    var squares = 0.0
    for step in network.training(
      on: data, minimizing: .squaredError, using: .sgd(rate: 0.05), batch: 1, steps: 100_000)
    {
      let x = step.layers[0].weights.value
      if step.index >= 1000 { squares += x * x / 99_000 }
    }
    expectReference("sgd.floor", squares)
  }

  // E|g_B|² = |g|² + tr(Σ)/B · (N − B)/(N − 1), over all batches of B out of N examples.
  @Test func smallerBatchesHaveLongerGradientsByAnIdentity() {
    let data = Dataset.wiggle(count: 6, seed: 1)
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 40, to: 8, weights: .he)
      ReLU()
      Dense(from: 8, to: 6)
    }
    func gradient(_ examples: [Int]) -> [Double] {
      let batch = Dataset(
        inputs: examples.map { data[$0].input }, labels: examples.map { data[$0].label },
        classes: 6)
      _ = network.probe(on: batch, minimizing: .crossEntropy, recording: .loss)
      return network.parameters.flatMap { $0.value.gradient.values }
    }
    func square(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 } }
    let whole = gradient(Array(0..<6))
    let trace = mean((0..<6).map { square(zip(gradient([$0]), whole).map { $0 - $1 }) })
    for size in 1...5 {
      let batches = (0..<64).map { bits in (0..<6).filter { bits >> $0 & 1 == 1 } }
        .filter { $0.count == size }
      let expected = square(whole) + trace / Double(size) * Double(6 - size) / 5
      let found = mean(batches.map { square(gradient($0)) })
      #expect((found / expected - 1).magnitude < 1e-12)
    }
  }

  /// |x/x₀| after so many steps down λ/2·x², for a weight x and an input √(λ/2) with target 0.
  private func distance(curvature: Double, _ optimizer: Optimizer, steps: Int) -> Double {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .constant(1))
    }
    let data = Dataset(inputs: [[(curvature / 2).squareRoot()]], targets: [[0]])
    network.train(on: data, minimizing: .squaredError, using: optimizer, steps: steps)
    return network.parameters[0].value.value.magnitude
  }
}
