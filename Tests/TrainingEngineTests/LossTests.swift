import Testing
import TrainingEngine

/// Losses that compare with ``Labels/targets(like:file:line:)``.
@Suite struct LossTests {
  private let data = Dataset.digits(count: 60, seed: 1)

  private func network() -> Network {
    Network(seed: 1, precision: .double) {
      Dense(from: 64, to: 8)
      Tanh()
      Dense(from: 8, to: 10)
    }
  }

  @Test func withoutSmoothingIsTheCrossEntropy() {
    let plain = network(), smooth = network()
    let a = plain.train(
      on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 20, steps: 12)
    let b = smooth.train(
      on: data, minimizing: .crossEntropy(labelSmoothing: 0), using: .sgd(rate: 0.1), batch: 20,
      steps: 12)
    for (one, other) in zip(a[.loss], b[.loss]) {
      #expect((one.value - other.value).magnitude < 1e-12)
    }
    #expect(b.lastLoss < b[.loss][0].value)
  }

  @Test func smoothingIsAMixtureWithAllClasses() {
    let scores = [2.0, -1, 0.5], share = 0.3
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 3, bias: false, weights: .values(scores))
    }
    let found = network.evaluate(
      on: Dataset(inputs: [[1]], labels: [1], classes: 3),
      minimizing: .crossEntropy(labelSmoothing: share)
    ).loss
    let logs = softmax(scores).map { log($0) }
    let expected = -(1 - share) * logs[1] - share / 3 * logs.reduce(0, +)
    #expect((found - expected).magnitude < 1e-14)
  }

  // A plan is replayed for every batch: the targets must be those of the batch.
  @Test func targetsFollowTheBatch() {
    let own = Loss("own", needsLabels: true) { outputs, labels in
      (outputs - labels.targets(like: outputs)).squared().average()
    }
    let targets = Dataset.linearRegression(count: 50, features: 3, conditionNumber: 5, seed: 1)
    for (data, features, outputs) in [(data, 64, 10), (targets, 3, 1)] {
      func run(_ loss: Loss) -> [Double] {
        Network(seed: 1, precision: .double) { Dense(from: features, to: outputs) }
          .train(on: data, minimizing: loss, using: .sgd(rate: 0.1), batch: 10, epochs: 3)[.loss]
          .map(\.value)
      }
      for (one, other) in zip(run(own), run(.squaredError)) {
        #expect((one - other).magnitude < 1e-12)
      }
    }
  }

  @Test(arguments: [(0.25, 0.03125), (1, 0.5), (3, 2.5), (-3, 2.5)])
  func huberIsAParabolaThatGoesOnStraight(_ distance: Double, _ expected: Double) {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 1, to: 1, bias: false, weights: .constant(distance))
    }
    let data = Dataset(inputs: [[1]], targets: [[0]])
    #expect(network.evaluate(on: data, minimizing: .huber()).loss == expected)
    #expect(network.evaluate(on: data, minimizing: .absoluteError).loss == distance.magnitude)
  }

  @Test func aStudentLearnsFromProbabilities() {
    let teacher = Dataset(inputs: [[1]], targets: [[0.2, 0.8]])
    let student = Network(seed: 1, precision: .double) { Dense(from: 1, to: 2) }
    student.train(
      on: teacher, minimizing: .crossEntropy(labelSmoothing: 0), using: .sgd(rate: 1), steps: 300)
    #expect((softmax(student([[1]])[0])[1] - 0.8).magnitude < 1e-6)
  }
}
