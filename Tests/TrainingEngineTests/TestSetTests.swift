import Testing
import TrainingEngine

/// What is known of data that a network does not learn from.
@Suite struct TestSetTests {
  private let parts = Dataset.digits(count: 300, seed: 1).split(train: 0.6)

  private func network() -> Network {
    Network(seed: 1) {
      Dense(from: 64, to: 16)
      ReLU()
      Dropout(0.2)
      Dense(from: 16, to: 10)
    }
  }

  @Test func isWatchedWhileTraining() {
    let network = network()
    let history = network.train(
      on: parts.train, minimizing: .crossEntropy, using: .adam(rate: 0.01), batch: 30, steps: 41,
      recording: .loss(on: parts.test), .accuracy(on: parts.test),
      .loss(on: parts.train, named: "training loss"), every: 10)
    let losses = history[.loss(on: parts.test)]
    #expect(losses.map(\.step) == [0, 10, 20, 30, 40])
    #expect(losses[0].value > losses[4].value)
    #expect(history[.accuracy(on: parts.test)].last?.value ?? 0 > 0.5)
    #expect(
      history[.loss(on: parts.train, named: "training loss")][4].value < losses[4].value)
  }

  @Test func twoSetsOfOneNameAreRefused() {
    let (test, train) = (parts.test, parts.train)
    #expect(History.mistake(recording: [.loss(on: test), .accuracy(on: train)]) == nil)
    #expect(History.mistake(recording: [.loss(on: test), .loss(on: test)]) == nil)
    #expect(History.mistake(recording: [.dashboard, .delta, .dashboard]) == nil)
    #expect(
      History.mistake(recording: [.loss(on: test), .loss(on: train, named: "known")]) == nil)
    #expect(
      History.mistake(recording: [.loss(on: test), .loss(on: train)]) == .namesakes("test loss"))
    #expect(
      History.mistake(recording: [.dashboard(on: test), .silentFraction(on: train)])
        == .namesakes("silentFraction(on:)"))
  }

  @Test func anotherSetThanTheRecordedOneIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let (train, test) = Dataset.moons(count: 20, seed: 1).split(train: 0.5)
      let history = Network(seed: 1) { Dense(from: 2, to: 2) }
        .probe(on: train, minimizing: .crossEntropy, recording: .loss(on: test))
      _ = history[.loss(on: train)]
    }
  }

  @Test func watchingChangesNothing() {
    let (plain, watched) = (network(), network())
    plain.train(
      on: parts.train, minimizing: .crossEntropy, using: .adam(rate: 0.01), batch: 30, steps: 20)
    watched.train(
      on: parts.train, minimizing: .crossEntropy, using: .adam(rate: 0.01), batch: 30, steps: 20,
      recording: .loss(on: parts.test))
    #expect(plain.parameterVector == watched.parameterVector)
  }

  @Test func isCountedInAConfusionMatrix() {
    let network = network()
    network.train(
      on: parts.train, minimizing: .crossEntropy, using: .adam(rate: 0.01), batch: 30, steps: 100)
    let evaluation = network.evaluate(on: parts.test)
    let matrix = evaluation.confusionMatrix
    #expect(matrix.joined().reduce(0, +) == parts.test.count)
    let right = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
    #expect(Double(right) / Double(parts.test.count) == evaluation.accuracy)
    let wrong = parts.test.labels.indices.filter {
      parts.test.labels[$0] != evaluation.predictions[$0]
    }
    #expect(network.evaluate(on: parts.test.subset(wrong)).accuracy == 0)
    let regression = Dataset(inputs: [[1]], targets: [[2]])
    let line = Network(seed: 1) { Dense(from: 1, to: 1) }
    #expect(line.evaluate(on: regression, minimizing: .squaredError).confusionMatrix.isEmpty)
  }
}
