import Foundation
import Testing
import TrainingEngine

@Suite struct BinaryCrossEntropyTests {
  /// One weight, so that the input is the output.
  private func loss(_ z: Double, label: Int, precision: Precision = .double) -> Step {
    let network = Network(seed: 1, precision: precision) {
      Dense(from: 1, to: 1, bias: false, weights: .constant(1))
    }
    return network.inspect(
      Dataset(inputs: [[z]], labels: [label], classes: 2), minimizing: .binaryCrossEntropy)
  }

  @Test(arguments: [-40.0, -3, -0.1, 0, 0.5, 2, 30])
  func isTheFormulaAndItsSlope(_ z: Double) {
    for label in [0, 1] {
      let sign = label == 1 ? 1.0 : -1
      let step = loss(z, label: label)
      #expect((step.loss / log1p(exp(-sign * z)) - 1).magnitude < 1e-14)
      let slope = -sign / (1 + exp(sign * z))
      #expect((step.inputGradient.value / slope - 1).magnitude < 1e-14)
    }
  }

  @Test func staysFiniteAndPreciseFarOut() {
    #expect(loss(-1000, label: 1).loss == 1000)
    #expect(loss(1000, label: 1).loss == 0)
    let small = loss(30, label: 1, precision: .float).loss
    #expect((small / 9.357_622_968_840_2e-14 - 1).magnitude < 1e-5)
  }

  @Test func oneOutputTellsTwoClassesApart() {
    let data = Dataset.spirals(count: 60, seed: 1)
    let network = Network(seed: 1) {
      Dense(from: 2, to: 16)
      Tanh()
      Dense(from: 16, to: 1)
    }
    let history = network.train(
      on: data, minimizing: .binaryCrossEntropy, using: .adam(rate: 0.03), steps: 600,
      recording: .accuracy)
    #expect(history.lastLoss < 0.2)
    #expect(history[.accuracy].last?.value ?? 0 > 0.95)
    #expect(
      network.evaluate(on: data, minimizing: .binaryCrossEntropy).accuracy
        == network(data.inputs).enumerated().reduce(0) {
          $0 + (($1.element[0] > 0) == (data.labels[$1.offset] == 1) ? 1 : 0)
        } / Double(data.count))
  }

  @Test func severalOutputsAreSeveralQuestions() {
    let network = Network(seed: 1, precision: .double) { Dense(from: 2, to: 3, weights: .zero) }
    let data = Dataset(inputs: [[1, 2], [3, 4]], labels: [0, 2], classes: 3)
    let found = network.evaluate(on: data, minimizing: .binaryCrossEntropy).loss
    #expect((found - log(2)).magnitude < 1e-15)
  }
}
