import Testing
import TrainingEngine

/// Data with numbers to predict, and the shape of their valley.
@Suite struct RegressionTests {
  @Test(arguments: [(2, 1.0), (2, 100), (5, 1000)])
  func hasTheConditionNumberThatWasChosen(_ features: Int, _ conditionNumber: Double) {
    let data = Dataset.linearRegression(
      count: 50, features: features, conditionNumber: conditionNumber, seed: 3)
    let inputs = Tensor(data.inputs)
    // Power iteration on C = XᵀX/n finds the largest eigenvalue, on 1 − C the smallest.
    func covariance(_ v: [Double]) -> [Double] {
      let products = inputs.multiplied(by: Tensor(v.map { [$0] })).column(0)
      return (0..<features).map { f in
        zip(inputs.column(f), products).reduce(0) { $0 + $1.0 * $1.1 } / 50
      }
    }
    func largest(_ apply: ([Double]) -> [Double]) -> Double {
      var v = (1...features).map { Double($0) }, value = 0.0
      for _ in 1...20_000 {
        v = apply(v)
        value = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
        v = v.map { $0 / value }
      }
      return value
    }
    #expect((largest(covariance) - 1).magnitude < 1e-9)
    if conditionNumber > 1 {
      let complement = largest { v in zip(v, covariance(v)).map { $0 - $1 } }
      #expect(((1 - complement) * conditionNumber - 1).magnitude < 1e-6)
    }
  }

  @Test func descendsBelowRateOneAndNotAbove() {
    let data = Dataset.linearRegression(count: 50, features: 2, conditionNumber: 10, seed: 1)
    func loss(_ rate: Double) -> Double {
      Network(seed: 1) { Dense(from: 2, to: 1) }
        .train(on: data, minimizing: .squaredError, using: .sgd(rate: rate), steps: 1000).lastLoss
    }
    #expect(loss(0.99) < 1e-9 && loss(1.01) > 1e3)
  }

  @Test func learnsInBatchesFromTargetsThatBelongToTheirInputs() {
    let data = Dataset.linearRegression(count: 64, features: 2, conditionNumber: 4, seed: 1)
    let network = Network(seed: 1) { Dense(from: 2, to: 1) }
    let history = network.train(
      on: data, minimizing: .squaredError, using: .sgd(rate: 0.3), batch: 16, steps: 400)
    #expect(history.lastLoss < 1e-9)
    #expect(network.evaluate(on: data, minimizing: .squaredError).loss < 1e-9)
    #expect(history[.loss][0].value > 0.01)
  }

  @Test func squaredErrorIsTheMeanOverExamplesAndOutputs() {
    let data = Dataset(inputs: [[1], [2]], targets: [[1, 0], [2, 4]])
    let network = Network(seed: 1) { Dense(from: 1, to: 2, weights: .constant(1)) }
    let loss = network.evaluate(on: data, minimizing: .squaredError).loss
    #expect(loss == 1.25, "the mean of 0, 1, 0 and 4")
    #expect(network.evaluate(on: data, minimizing: .squaredError).accuracy.isNaN)
  }

  @Test(arguments: mistakes)
  func isASentenceWhereItCannotBe(_ found: Mistake?, _ sentence: String) {
    #expect(found?.sentence == sentence)
  }

  private static let mistakes: [(Mistake?, String)] = [
    (
      fit(.crossEntropy, outputs: 1),
      ".crossEntropy compares outputs with labels, but the data has targets, numbers to predict; try .squaredError."
    ),
    (
      fit(.squaredError, outputs: 3),
      "Dense(from: 2, to: 3) ends the network with 3 outputs, but the data has 1 targets an example; write to: 1 in the last layer."
    ),
    (
      .linearRegression(3, 3, 10),
      "linearRegression needs more examples than features, and at least one feature; got count: 3, features: 3."
    ),
    (
      .linearRegression(10, 3, 0.5),
      "A condition number is the largest eigenvalue divided by the smallest, so at least 1, not 0.5."
    ),
    (
      .linearRegression(10, 1, 5),
      "With one feature there is one eigenvalue: the condition number is 1."
    ),
    (
      .targetCount(targets: 1, inputs: 2),
      "A data set needs one row of targets for each row: got 1 for 2 rows."
    ),
    (.sequenceLength(0), "A sequence needs at least one step, so length: 0 cannot be."),
    (.share(80), "split(train:) takes a share from 0 to 1, not 80; 0.8 trains on four fifths."),
    (
      .standardizing(3, like: 2, examples: 4),
      "standardized(like:) needs data with as many features: 3 here, 2 there."
    ),
    (
      .standardizing(3, like: 3, examples: 0),
      "standardized() needs at least one example to take means and deviations from."
    ),
  ]

  private static func fit(_ loss: Loss, outputs: Int) -> Mistake? {
    let data = Dataset.linearRegression(count: 9, features: 2, conditionNumber: 2, seed: 1)
    let network = Network(seed: 1) { Dense(from: 2, to: outputs) }
    return network.mistake(fitting: data, examples: 9, to: loss, mode: .training)
  }
}
