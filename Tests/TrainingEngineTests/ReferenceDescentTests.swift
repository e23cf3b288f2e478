import Testing
import TrainingEngine

/// Steps and batches: reference values that need no run of many steps.
@Suite struct ReferenceDescentTests {
  // λ/2·x² for a weight x, an input √(λ/2) and the target 0.
  @Test func aRateOfTenArrivesAtOnceWhereTheCurvatureIsATenth() {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .constant(1))
    }
    let data = Dataset(inputs: [[(0.05).squareRoot()]], targets: [[0]])
    network.train(on: data, minimizing: .squaredError, using: .sgd(rate: 10), steps: 1)
    expectReference("gd.lr10.converges", network.parameters[0].value.value.magnitude)
  }

  // E|g_B|² = |g|² + tr(Σ)/B · (N − B)/(N − 1), over all batches of B out of N examples.
  @Test(.reference("batch.gradnorm2.B1")) func smallerBatchesHaveLongerGradientsByAnIdentity() {
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
}
