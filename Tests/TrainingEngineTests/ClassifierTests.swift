import Testing
import TrainingEngine

@Suite struct ClassifierTests {
  @Test func learnsToReadDigits() {
    let (train, test) = Dataset.digits(count: 600, seed: 1).split(train: 0.8)
    let classifier = Classifier(features: 64, hidden: [32, 32], classes: 10)
    let before = classifier.evaluate(on: test)
    let history = classifier.train(on: train, epochs: 20)
    let after = classifier.evaluate(on: test)
    #expect(before.accuracy < 0.4)
    #expect(after.accuracy > 0.85)
    #expect(after.loss < before.loss)

    let found = classifier.predict(test.inputs)
    let right = zip(found, test.labels).count { $0 == $1 }
    #expect(Double(right) / Double(test.count) == after.accuracy)
    #expect(after.confusionMatrix.joined().reduce(0, +) == test.count)
    #expect((0..<10).reduce(0) { $0 + after.confusionMatrix[$1][$1] } == right)
    for row in classifier.probabilities(Array(test.inputs.prefix(5))) {
      #expect((row.reduce(0, +) - 1).magnitude < 1e-12)
    }

    let zeros = history[Classifier.fractionOfZeroValues]
    #expect(
      zeros.prefix(3).map(\.name) == [
        "dnn/hiddenlayer_0/fraction_of_zero_values", "dnn/hiddenlayer_1/fraction_of_zero_values",
        "dnn/hiddenlayer_0/fraction_of_zero_values",
      ])
    #expect(zeros.allSatisfy { (0...1).contains($0.value) })
    #expect(history[Classifier.activationMean].allSatisfy { $0.value > 0 })
    let histograms = history[histograms: Classifier.activation]
    #expect(histograms.count == zeros.count)
    #expect(histograms[1].name == "dnn/hiddenlayer_1/activation")
    #expect(histograms.allSatisfy { $0.histogram.counts.reduce(0, +) == 64 * 32 })
  }

  @Test func takesAnyActivation() {
    let classifier = Classifier(features: 2, hidden: [3], classes: 2) { Tanh() }
    #expect(classifier.network.names == ["Dense 1", "Tanh 1", "Dense 2"])
  }
}
