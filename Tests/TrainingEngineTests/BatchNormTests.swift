import Testing
import TrainingEngine

@Suite struct BatchNormTests {
  // Worked out by hand and checked with finite differences elsewhere; γ = (1.5, 0.5), β = (0.1, −0.2).
  @Test func agreesWithTheWorkedExample() {
    let layer = BatchNorm(2, scale: .values([1.5, 0.5]), shift: .values([0.1, -0.2]))
    _ = Network(seed: 1, precision: .double) { layer }
    let x = Tensor([[1, 2], [3, 2.5], [5, 6], [-1, 0]])
    let dy = Tensor([[1, 0], [0, 1], [2, -1], [0.5, 0.5]])
    let y = layer(x, .training)
    (y * dy).sum().backward()
    expect(
      y,
      [
        [-0.5708197, -0.3445786], [0.7708197, -0.2289157], [2.1124592, 0.5807243],
        [-1.9124592, -0.80723],
      ])
    expect(
      x.gradient,
      [
        [0.2012457, -0.0661482], [-0.7043605, 0.1949635], [0.4024925, -0.0591858],
        [0.1006223, -0.0696295],
      ])
    expect(layer.scale.value.gradient, [[1.565246, -2.2265101]])
    expect(layer.shift.value.gradient, [[3.5, 0.5]])
  }

  @Test func movesRunningStatisticsTowardMeanAndUnbiasedVariance() {
    let layer = BatchNorm(2)
    _ = Network(seed: 1, precision: .double) { layer }
    _ = layer(Tensor([[1, 2], [3, 2.5], [5, 6], [-1, 0]]), .training)
    #expect((layer.runningMean[0] - 0.2).magnitude < 1e-12)
    #expect((layer.runningVariance[0] - (0.9 + 0.1 * 5 * 4 / 3)).magnitude < 1e-12)
  }

  @Test func changesNothingWhenItIsOnlyUsed() {
    let layer = BatchNorm(2)
    _ = Network(seed: 1) { layer }
    let batch = Tensor([[1, 2], [3, 4]], precision: .float)
    _ = layer(batch, .batchStatistics)
    _ = layer(batch, .runningStatistics)
    #expect(layer.runningMean == [0, 0])
    #expect(layer.runningVariance == [1, 1])
  }

  @Test func isTheIdentityWhenScaleAndShiftUndoIt() {
    let x = numbers(8, 3, seed: 4)
    let means = (0..<3).map { mean(x.column($0)) }
    let deviations = (0..<3).map { (variance(x.column($0)) + 1e-5).squareRoot() }
    let layer = BatchNorm(3, scale: .values(deviations), shift: .values(means))
    _ = Network(seed: 1, precision: .double) { layer }
    expectReference("bn.identity", (layer(x, .training) - x).largestSize)
  }

  @Test func passesBackNoGradientAlongOneAndAlongItsOutput() {
    let layer = BatchNorm(3, epsilon: 0)
    _ = Network(seed: 1, precision: .double) { layer }
    let x = numbers(16, 3, seed: 4)
    let y = layer(x, .training)
    (y * numbers(16, 3, seed: 5)).sum().backward()
    let sums = (0..<3).flatMap { column in
      let gradient = x.gradient.column(column)
      return [
        gradient.reduce(0, +), zip(gradient, y.column(column)).reduce(0) { $0 + $1.0 * $1.1 },
      ]
    }
    expectReference("bn.inputGradientSums", Tensor([sums]).largestSize)
  }

  // The same seed gives the same numbers at ten times the deviation: weights × 10.
  @Test func doesNotSeeTheScaleOfTheWeightsBeforeIt() {
    func probe(variance: Double) -> (loss: Double, gradient: Double, along: Double) {
      let network = Network(seed: 3, precision: .double) {
        Dense(from: 40, to: 16, bias: false, weights: .normal(variance: variance))
        BatchNorm(16, epsilon: 0)
        Tanh()
        Dense(from: 16, to: 6)
      }
      let data = Dataset.wiggle(count: 64, seed: 1)
      let history = network.probe(on: data, minimizing: .crossEntropy, recording: .gradientNorm)
      let weights = network.parameters[0].value
      return (
        history.lastLoss, history[.gradientNorm][0].value, weights.dot(weights.gradient)
      )
    }
    let one = probe(variance: 1), hundred = probe(variance: 100)
    #expect((one.loss - hundred.loss).magnitude < 1e-12)
    expectReference("bn.scaleInvariance.gradRatio", one.gradient / hundred.gradient)
    #expect(one.along.magnitude < 1e-12)
  }

  private func expect(
    _ tensor: Tensor, _ expected: [[Double]], within tolerance: Double = 1e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (row, numbers) in expected.enumerated() {
      for (column, number) in numbers.enumerated() {
        #expect(
          (tensor[row, column] - number).magnitude <= tolerance, "[\(row), \(column)]",
          sourceLocation: sourceLocation)
      }
    }
  }

  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

  private func variance(_ x: [Double]) -> Double {
    let center = mean(x)
    return mean(x.map { ($0 - center) * ($0 - center) })
  }
}

extension Tensor {
  fileprivate var largestSize: Double { max(maximum, -minimum) }
}
