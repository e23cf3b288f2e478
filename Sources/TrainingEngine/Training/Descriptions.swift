// What a student reads who prints the first thing at hand: what it is and how far it came, not
// every number in it.

extension Dataset: CustomStringConvertible {
  /// How many examples there are of what.
  ///
  /// ```swift
  /// Dataset.spirals(count: 30, seed: 1).description  // == "30 examples of 2 numbers, in 2 classes"
  /// let line = Dataset(inputs: [[1], [2]], targets: [[3], [4]])
  /// line.description  // == "2 examples of 1 number, with 1 number to predict"
  /// ```
  public var description: String {
    var text = "\(Self.count(count, "example")) of \(Self.count(features, "number"))"
    if classes > 0 { text += ", in \(classes == 1 ? "1 class" : "\(classes) classes")" }
    if targetColumns > 0 { text += ", with \(Self.count(targetColumns, "number")) to predict" }
    var separator = ": "
    for name in classNames {
      text += separator + name
      separator = ", "
    }
    return text
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension History: CustomStringConvertible {
  /// How long the run was and where its loss ended.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .zero) }
  /// let data = Dataset(inputs: [[1]], targets: [[2]])
  /// let history = network.train(
  ///   on: data, minimizing: .squaredError, using: .sgd(rate: 0.125), steps: 2)
  /// history.description  // == "2 steps, last loss 1.0"
  /// ```
  public var description: String {
    var text = "\(stepCount) step\(stepCount == 1 ? "" : "s"), last loss \(lastLoss.withPlainNaN)"
    if let divergedAt { text += ", stopped at step \(divergedAt), which was not finite" }
    if !skippedSteps.isEmpty { text += ", \(skippedSteps.count) without an update" }
    return text
  }
}

extension Sample: CustomStringConvertible {
  /// Where it was measured, and what.
  ///
  /// ```swift
  /// Sample(step: 3, name: "Dense 2", value: 0.5).description  // == "step 3, Dense 2: 0.5"
  /// ```
  public var description: String {
    "step \(step), \(name.isEmpty ? "layer \(layer)" : name): \(value)"
  }
}

extension Probe: CustomStringConvertible {
  /// Its name as in source.
  ///
  /// ```swift
  /// Probe.delta.description  // == "Probe(\"delta\")"
  /// ```
  public var description: String { "Probe(\"\(name)\")" }
}

extension Step: CustomStringConvertible {
  /// Which step it is, and its loss.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .zero) }
  /// let data = Dataset(inputs: [[1]], targets: [[2]])
  /// network.inspect(data, minimizing: .squaredError).description  // == "step 0, loss 4.0"
  /// ```
  public var description: String { "step \(index), loss \(loss.withPlainNaN)" }
}

extension Classifier.Report: CustomStringConvertible {
  /// Loss, accuracy, and a row for each class: what its examples were taken for.
  ///
  /// ```swift
  /// let classifier = Classifier(features: 2, hidden: [4], classes: 2)
  /// let report = classifier.evaluate(on: Dataset(inputs: [[1, 1], [0, 1]], labels: [0, 1]))
  /// report.description.hasPrefix("loss ")  // == true
  /// ```
  public var description: String {
    var text = "loss \(loss.withPlainNaN), accuracy \(accuracy.withPlainNaN)"
    let widest = confusionMatrix.joined().map { "\($0)".utf8.count }.max() ?? 1
    for (label, row) in confusionMatrix.enumerated() {
      text += "\nclass \(label):"
      for count in row {
        let digits = "\(count)"
        text += String(repeating: " ", count: widest - digits.utf8.count + 1) + digits
      }
    }
    return text
  }
}
