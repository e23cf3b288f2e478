internal import TrainingKernels

/// How well a network does on a data set.
///
/// ```swift
/// // A network that always says 1, and is right about half of the examples.
/// let network = Network(seed: 1) { Dense(from: 1, to: 2, weights: .zero, biases: .values([0, 1])) }
/// let data = Dataset(inputs: [[0], [0]], labels: [0, 1])
/// network.evaluate(on: data).accuracy  // == 0.5
/// network.evaluate(on: data, minimizing: .squaredError).loss  // == 0.5
/// ```
public struct Evaluation: Sendable {
  /// The mean loss over all examples.
  public let loss: Double
  /// The share of examples whose largest output is the one of their class; NaN if they have none.
  public let accuracy: Double
  /// The class that each example was taken for: the largest of its outputs. Empty of data without
  /// classes.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 2, weights: .values([-1, 1])) }
  /// let data = Dataset(inputs: [[2], [1], [-1], [-3]], labels: [1, 1, 0, 1])
  /// let evaluation = network.evaluate(on: data)
  /// evaluation.predictions  // == [1, 1, 0, 0]
  /// evaluation.confusionMatrix  // == [[1, 0], [1, 2]]
  /// ```
  public let predictions: [Int]
  /// `confusionMatrix[c][d]` examples of class c were taken for class d; empty of data without
  /// classes.
  public let confusionMatrix: [[Int]]
}

extension Network {
  /// Loss and accuracy over all of `data`, without learning anything.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(2)) }
  /// let data = Dataset(inputs: [[1], [2]], targets: [[2], [3]])
  /// network.evaluate(on: data, minimizing: .squaredError).loss  // == 0.5
  /// ```
  ///
  /// - Parameter mode: The statistics that batch norm uses: those gathered in training
  ///   (`.runningStatistics`) or those of `data` itself (`.batchStatistics`).
  public func evaluate(
    on data: Dataset, minimizing loss: Loss = .crossEntropy,
    using mode: Mode = .runningStatistics, file: StaticString = #filePath, line: UInt = #line
  ) -> Evaluation {
    checkFit(of: data, examples: data.count, to: loss, mode: mode, file, line)
    let pass = Pass(
      self, minimizing: loss, mode: mode, examples: data.count, features: data.features,
      differentiates: false)
    pass.load(data)
    let value = pass.forward()
    let predictions = pass.predictions
    let classes = max(data.classes, 1 + (predictions.max() ?? -1))
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (label, guess) in zip(data.labels, predictions) { confusion[label][guess] += 1 }
    return Evaluation(
      loss: value, accuracy: pass.accuracy, predictions: predictions, confusionMatrix: confusion)
  }

  /// The outputs for rows of inputs, one row each: for a classifier, one score a class.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1, weights: .values([3, 4])) }
  /// network([[1, 2], [0, 1]])  // == [[11], [4]]
  /// ```
  public func callAsFunction(
    _ inputs: [[Double]], using mode: Mode = .runningStatistics, file: StaticString = #filePath,
    line: UInt = #line
  ) -> [[Double]] {
    let data = Dataset(inputs: inputs, labels: [], file: file, line: line)
    let probe = Loss.linearProbe(seed: 0)
    checkFit(of: data, examples: data.count, to: probe, mode: mode, file, line)
    let pass = Pass(
      self, minimizing: probe, mode: mode, examples: data.count, features: data.features,
      differentiates: false)
    pass.load(data)
    _ = pass.forward()
    let outputs = pass.outputs[layers.count - 1]
    return (0..<outputs.rows).map { outputs.row($0) }
  }

  /// The outputs of some neighboring layers alone: `..<3` is the encoder of an autoencoder, `3...`
  /// its decoder.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 1, weights: .values([3, 4]))
  ///   Dense(from: 1, to: 2, weights: .values([1, -1]))
  /// }
  /// network([[1, 2]], layers: ..<1)  // == [[11]]
  /// network([[11]], layers: 1...)  // == [[11, -11]]
  /// ```
  public func callAsFunction(
    _ inputs: [[Double]], layers range: some RangeExpression<Int>,
    using mode: Mode = .runningStatistics, file: StaticString = #filePath, line: UInt = #line
  ) -> [[Double]] {
    let part = range.relative(to: 0..<layers.count)
    check(
      !part.isEmpty && part.lowerBound >= 0 && part.upperBound <= layers.count,
      .layers(part, of: layers.count), file, line)
    var rows = Tensor(
      inputs, precision: precision, tracksGradient: false, file: file, line: line)
    let layers = Array(layers[part])
    if let mistake = mistake(
      in: layers, examples: rows.rows, features: rows.columns, mode: mode)
    {
      stop(mistake, file, line)
    }
    for layer in layers { rows = layer(rows, mode) }
    return (0..<rows.rows).map { rows.row($0) }
  }

  func checkFit(
    of data: Dataset, examples: Int, to loss: Loss, mode: Mode, _ file: StaticString, _ line: UInt
  ) {
    if let mistake = mistake(fitting: data, examples: examples, to: loss, mode: mode) {
      stop(mistake, file, line)
    }
  }

  package func mistake(
    fitting data: Dataset, examples: Int, to loss: Loss, mode: Mode
  ) -> Mistake? {
    if data.count == 0 { return .noExamples }
    if let mistake = mistake(examples: examples, features: data.features, mode: mode) {
      return mistake
    }
    if mode != .training, !learnedClasses.isEmpty, !data.classNames.isEmpty,
      data.classNames != learnedClasses
    {
      return .otherClasses(data.classNames, learned: learnedClasses)
    }
    guard loss.needsLabels else { return nil }
    let last = layers.last { $0.outputColumns != nil }
    if data.targetColumns > 0 {
      guard loss.takesTargets else { return .targetsForLabels(loss.description) }
      guard let last, let outputs = last.outputColumns else { return nil }
      return outputs == data.targetColumns
        ? nil : .outputsForTargets(last.description, outputs, targets: data.targetColumns)
    }
    if data.labels.isEmpty { return .noLabels(loss.description) }
    guard let last, let outputs = last.outputColumns else { return nil }
    if outputs == 1, data.classes == 2, loss.takesOneOutput { return nil }
    return outputs < data.classes
      ? .tooFewOutputs(last.description, outputs: outputs, classes: data.classes) : nil
  }
}

extension Pass {
  /// The share of examples of the last forward pass whose largest output is that of their label.
  var accuracy: Double {
    guard hasLabels else { return .nan }
    let predictions = predictions
    let right = predictions.indices.count { predictions[$0] == labels[$0] }
    return Double(right) / Double(predictions.count)
  }

  /// The class that each example of the last forward pass is taken for; empty if they have none.
  var predictions: [Int] {
    guard let outputs = outputs.last, hasLabels else { return [] }
    if outputs.columns == 1, loss.takesOneOutput {
      return (0..<outputs.rows).map { outputs[$0, 0] > 0 ? 1 : 0 }
    }
    var best = [Int32](repeating: 0, count: outputs.rows)
    tk_row_argmax(
      outputs.precision.kernel, outputs.rows, outputs.columns, outputs.storage.start, &best)
    return best.map { Int($0) }
  }
}

extension Mistake {
  package static func layers(_ range: Range<Int>, of count: Int) -> Mistake {
    Mistake(
      "layers: \(range.lowerBound)..<\(range.upperBound) are not within this network, whose layers are "
        + "0..<\(count).")
  }

  package static let noExamples = Mistake(
    "The data has no examples; was all of it split off, or nothing chosen?")

  package static func otherClasses(_ names: [String], learned: [String]) -> Mistake {
    func list(_ names: [String]) -> String {
      let shown = names.count <= 8 ? names : names.prefix(3) + ["…"] + names.suffix(1)
      return shown.map { $0 == "…" ? $0 : "\"\($0)\"" }.joined(separator: ", ")
    }
    return Mistake(
      "The network learned the classes \(list(learned)), but those of this data are \(list(names)), "
        + "so their numbers mean something else; read the data with classNames: train.classNames.")
  }

  package static func noLabels(_ loss: String) -> Mistake {
    Mistake(
      "\(loss) compares outputs with labels, but the data has none; try .linearProbe(seed: 1).")
  }

  package static func targetsForLabels(_ loss: String) -> Mistake {
    Mistake(
      "\(loss) compares outputs with labels, but the data has targets, numbers to predict; "
        + "try .squaredError.")
  }

  package static func outputsForTargets(_ layer: String, _ outputs: Int, targets: Int) -> Mistake {
    Mistake(
      "\(layer) ends the network with \(outputs) outputs, but the data has "
        + "\(targets) targets an example; write to: \(targets) in the last layer.")
  }

  package static func tooFewOutputs(_ layer: String, outputs: Int, classes: Int) -> Mistake {
    Mistake(
      "\(layer) ends the network with \(outputs) outputs, but the data has \(classes) classes; "
        + "write to: \(classes) in the last layer.")
  }
}
