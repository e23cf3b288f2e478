import Testing
import TrainingEngine

/// What a user of the engine reads when something is wrong with data.
@Suite struct DataMistakeTests {
  @Test(arguments: mistakes)
  func isASentence(_ found: Mistake?, _ sentence: String) {
    #expect(found?.sentence ?? "" == sentence)
  }

  private static let mistakes: [(Mistake?, String)] = [
    (
      fit(Dataset.spirals(count: 1, seed: 1), examples: 1),
      "BatchNorm(8) needs at least 2 examples to train on: the variance of a single example is undefined."
    ),
    (
      fit(.wiggle(count: 4, seed: 1), examples: 4),
      "Dense(from: 2, to: 8) expects rows of 2 numbers, but the data has rows of 40; write from: 40 in the first layer, or choose other data."
    ),
    (
      Network(seed: 1) { Recurrent(from: 4, to: 8, steps: 5) }
        .mistake(examples: 2, features: 5, mode: .training),
      "Recurrent(from: 4, to: 8, steps: 5) expects rows of 20 numbers, but the data has rows of 5; a row is a whole sequence: as many numbers as from: times steps:."
    ),
    (
      fit(Dataset(inputs: [[1, 2], [3, 4]], labels: [0, 5]), examples: 2),
      "Dense(from: 8, to: 2) ends the network with 2 outputs, but the data has 6 classes; write to: 6 in the last layer."
    ),
    (
      fit(.gaussian(count: 2, features: 2, seed: 1), examples: 2),
      ".crossEntropy compares outputs with labels, but the data has none; try .linearProbe(seed: 1)."
    ),
    (
      fit(Dataset.moons(count: 4, seed: 1).dropFirst(4), examples: 0),
      "The data has no examples; was all of it split off, or nothing chosen?"
    ),
    (
      otherClasses(nil),
      "The network learned the classes \"apple\", \"fig\", \"pear\", but those of this data are \"fig\", \"pear\", so their numbers mean something else; read the data with classNames: train.classNames."
    ),
    (otherClasses(["apple", "fig", "pear"]), ""),
    (.emptyDataset, "A data set needs at least one example with at least one number."),
    (
      .labelCount(labels: 3, inputs: 4),
      "A data set needs one label for each row: got 3 labels for 4 rows."
    ),
    (
      .label(7, example: 12, classes: 6),
      "Example 12 has label 7, but with 6 classes labels go from 0 to 5."
    ),
    (.digitCount(2000), "There are 1,797 digits; ask for 1 to 1,797 of them, not 2000."),
    (
      fit(
        Dataset(inputs: [[1, 2], [3, 4]], targets: [[1, 2, 3], [4, 5, 6]]), examples: 2,
        to: .squaredError),
      "Dense(from: 8, to: 2) ends the network with 2 outputs, but the data has 3 targets an example; write to: 3 in the last layer."
    ),
    (
      fit(Dataset(inputs: [[1, 2], [3, 4]], targets: [[1, 2], [3, 4]]), examples: 2),
      ".crossEntropy compares outputs with labels, but the data has targets, numbers to predict; try .squaredError."
    ),
    (
      .notFinite("inputs", -.nan, row: 3, column: 1),
      "Row 3, column 1 of the inputs is nan, and a single such number makes every weight NaN; leave the row out, or put a number there."
    ),
  ]

  /// What is said of a test set without apples.
  private static func otherClasses(_ names: [String]?) -> Mistake? {
    let train = Dataset(csv: "x,kind\n1,fig\n2,apple\n3,pear\n", label: "kind")
    let test = Dataset(csv: "x,kind\n1,fig\n3,pear\n", label: "kind", classNames: names)
    let network = Network(seed: 1) { Dense(from: 1, to: 3) }
    network.train(on: train, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 1)
    return network.mistake(
      fitting: test, examples: 2, to: .crossEntropy, mode: .runningStatistics)
  }

  private static func fit(
    _ data: Dataset, examples: Int, to loss: Loss = .crossEntropy
  ) -> Mistake? {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 8)
      BatchNorm(8)
      ReLU()
      Dense(from: 8, to: 2)
    }
    return network.mistake(fitting: data, examples: examples, to: loss, mode: .training)
  }
}
