internal import TrainingKernels

/// A ready-made classifier: dense hidden layers and what belongs around them.
///
/// ```swift
/// let (train, test) = Dataset.digits(count: 500, seed: 1).split(train: 0.8)
/// let classifier = Classifier(
///   features: 64, hidden: [32], classes: 10, optimizer: .adam(rate: 0.01))
/// let history = classifier.train(on: train, epochs: 20)
/// classifier.evaluate(on: test).accuracy  // == 0.94
/// classifier.predict(test.inputs).prefix(5)  // == [3, 1, 2, 1, 3]
/// test.labels.prefix(5)  // == [3, 1, 2, 1, 3]
/// classifier.probabilities([test.inputs[0]])[0][test.labels[0]] > 0.9  // == true
/// history[Classifier.fractionOfZeroValues].last?.name  // == "dnn/hiddenlayer_0/fraction_of_zero_values"
/// ```
public final class Classifier {
  /// The layers: dense and activation in turn, and a dense one with an output a class.
  ///
  /// ```swift
  /// let classifier = Classifier(features: 2, hidden: [8, 8], classes: 3) { Tanh() }
  /// classifier.network.names  // == ["Dense 1", "Tanh 1", "Dense 2", "Tanh 2", "Dense 3"]
  /// classifier.classes  // == 3
  /// ```
  public let network: Network
  /// The number of classes.
  public let classes: Int
  private let optimizer: Optimizer
  private let batch: Int

  /// A classifier of rows of `features` numbers.
  ///
  /// - Parameters:
  ///   - hidden: The number of units of each hidden layer.
  ///   - weights: Where the weights of the hidden layers start.
  ///   - batch: The number of examples a step.
  ///   - activation: What follows each hidden dense layer: `{ Tanh() }`; ReLU if not given.
  public init(
    features: Int, hidden: [Int], classes: Int, seed: Int = 1, weights: Initializer = .he,
    optimizer: Optimizer = .adam(rate: 0.001), batch: Int = 64, file: StaticString = #filePath,
    line: UInt = #line, @NetworkBuilder activation: () -> [any Layer] = { [ReLU()] }
  ) {
    self.classes = classes
    self.optimizer = optimizer
    self.batch = batch
    network = Network(seed: seed, file: file, line: line) {
      for (inputs, units) in zip([features] + hidden, hidden) {
        Dense(from: inputs, to: units, weights: weights, file: file, line: line)
        activation()
      }
      Dense(from: hidden.last ?? features, to: classes, file: file, line: line)
    }
  }

  /// Trains, and records the loss and, of every hidden layer, what ``fractionOfZeroValues``,
  /// ``activationMean``, ``activationDeviation`` and ``activation`` say.
  ///
  /// Written to an event file, they have the tags that TensorFlow's canned estimators gave them:
  /// `dnn/hiddenlayer_0/fraction_of_zero_values`, `dnn/hiddenlayer_0/activation`.
  ///
  /// - Parameter interval: Records at every so many steps.
  @discardableResult
  public func train(
    on data: Dataset, epochs: Int, every interval: Int = 10, file: StaticString = #filePath,
    line: UInt = #line
  ) -> History {
    network.train(
      on: data, minimizing: .crossEntropy, using: optimizer, batch: min(batch, data.count),
      epochs: epochs, recording: Classifier.fractionOfZeroValues, Classifier.activationMean,
      Classifier.activationDeviation, Classifier.activation, every: interval, file: file,
      line: line)
  }

  /// The class that each row most likely belongs to.
  public func predict(
    _ inputs: [[Double]], file: StaticString = #filePath, line: UInt = #line
  ) -> [Int] {
    network(inputs, file: file, line: line).map(Classifier.largest)
  }

  /// The probability of each class for each row, softmax of the network's outputs.
  public func probabilities(
    _ inputs: [[Double]], file: StaticString = #filePath, line: UInt = #line
  ) -> [[Double]] {
    network(inputs, file: file, line: line).map { scores in
      let powers = scores.map { tk_exp($0 - scores[Classifier.largest(scores)]) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
  }

  /// How well the classifier does on `data`, and what it takes for what.
  public func evaluate(
    on data: Dataset, file: StaticString = #filePath, line: UInt = #line
  ) -> Report {
    let evaluation = network.evaluate(on: data, file: file, line: line)
    var confusion = [[Int]](
      repeating: [Int](repeating: 0, count: classes), count: classes)
    for (label, found) in zip(data.labels, predict(data.inputs)) { confusion[label][found] += 1 }
    return Report(
      loss: evaluation.loss, accuracy: evaluation.accuracy, confusionMatrix: confusion)
  }

  /// How well a classifier does on a data set.
  ///
  /// ```swift
  /// let arms = Dataset.spirals(count: 100, seed: 1)
  /// let report = Classifier(features: 2, hidden: [], classes: 2).evaluate(on: arms)
  /// report.accuracy  // == 0.51
  /// report.confusionMatrix  // == [[24, 26], [23, 27]]
  /// (report.loss * 1000).rounded() / 1000  // == 0.933
  /// ```
  public struct Report: Sendable {
    /// The mean cross-entropy.
    public let loss: Double
    /// The share of examples that are classified correctly.
    public let accuracy: Double
    /// `confusionMatrix[c][d]` examples of class c were taken for class d.
    public let confusionMatrix: [[Int]]
  }

  /// The first of the largest numbers.
  private static func largest(_ scores: [Double]) -> Int {
    scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
  }
}

// What a classifier records by itself
extension Classifier {
  /// The share of outputs that are exactly 0.
  ///
  /// ```swift
  /// let classifier = Classifier(features: 2, hidden: [16], classes: 2)
  /// let history = classifier.train(on: .spirals(count: 200, seed: 1), epochs: 10)
  /// history[Classifier.activationMean].count  // == 3
  /// history[Classifier.activationDeviation][0].name  // == "dnn/hiddenlayer_0/activation_deviation"
  /// history[histograms: Classifier.activation][0].histogram.counts.reduce(0, +)  // == 1024
  /// ```
  public static let fractionOfZeroValues = hidden("fraction_of_zero_values") { $0.zeroFraction }
  /// The mean of the outputs.
  public static let activationMean = hidden("activation_mean") { $0.mean }
  /// The standard deviation of the outputs.
  public static let activationDeviation = hidden("activation_deviation") { $0.deviation }
  /// How the outputs are distributed: `history[histograms: Classifier.activation]`.
  public static let activation = Probe(
    "activation",
    histograms: { step in
      step.activationLayers.enumerated().map { index, layer in
        (tag(index, "activation"), layer.output.histogram())
      }
    })

  private static func hidden(
    _ name: String, _ value: @escaping @Sendable (_ output: Tensor) -> Double
  ) -> Probe {
    Probe(name) { step in
      step.activationLayers.enumerated().map { index, layer in
        (tag(index, name), value(layer.output))
      }
    }
  }

  private static func tag(_ layer: Int, _ name: String) -> String {
    "dnn/hiddenlayer_\(layer)/\(name)"
  }
}
