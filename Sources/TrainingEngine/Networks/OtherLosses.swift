extension Loss {
  /// Cross-entropy with targets that are less sure (Szegedy et al. 2016): 1 − `labelSmoothing` for
  /// the label, and `labelSmoothing` spread evenly over all classes.
  ///
  /// Data with targets instead of classes compares with those, as probabilities: what another
  /// network said (distillation).
  ///
  /// ```swift
  /// let network = Network(seed: 1, precision: .double) { Dense(from: 1, to: 2, weights: .zero) }
  /// let data = Dataset(inputs: [[1]], labels: [1])
  /// network.evaluate(on: data, minimizing: .crossEntropy(labelSmoothing: 0.1)).loss == log(2)  // == true
  /// ```
  public static func crossEntropy(
    labelSmoothing share: Double, file: StaticString = #filePath, line: UInt = #line
  ) -> Loss {
    check((0..<1).contains(share), .labelSmoothing(share), file, line)
    return Loss(
      "crossEntropy(labelSmoothing: \(source(share)))", needsLabels: true, takesTargets: true
    ) {
      outputs, labels in
      let targets = (1 - share) * labels.targets(like: outputs) + share / Double(outputs.columns)
      return -(targets * outputs.logSoftmax()).sum() / Double(outputs.rows)
    }
  }

  /// The mean of |output − target| over examples and outputs, which far-off examples pull no harder
  /// than near ones.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(2)) }
  /// let data = Dataset(inputs: [[1], [2]], targets: [[2], [1]])
  /// network.evaluate(on: data, minimizing: .absoluteError).loss  // == 1.5
  /// ```
  public static let absoluteError = Loss("absoluteError", needsLabels: true, takesTargets: true) {
    outputs, labels in
    (outputs - labels.targets(like: outputs)).abs().average()
  }

  /// Huber's loss (1964): half the squared error up to the distance `delta`, from there a straight
  /// line.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(1)) }
  /// let data = Dataset(inputs: [[4]], targets: [[0]])
  /// network.evaluate(on: data, minimizing: .huber(delta: 1)).loss  // == 3.5
  /// ```
  public static func huber(
    delta: Double = 1, file: StaticString = #filePath, line: UInt = #line
  ) -> Loss {
    check(delta > 0 && delta.isFinite, .huberDelta(delta), file, line)
    return Loss("huber(delta: \(source(delta)))", needsLabels: true, takesTargets: true) {
      outputs, labels in
      let distance = (outputs - labels.targets(like: outputs)).abs()
      // r²/2 − (r − delta)²/2 beyond delta is delta·r − delta²/2.
      let beyond = (distance - delta).relu()
      return (distance.squared() - beyond.squared()).average() / 2
    }
  }
}

extension Mistake {
  package static func labelSmoothing(_ share: Double) -> Mistake {
    Mistake(
      "labelSmoothing: is the share that the label gives away, at least 0 and less than 1, not "
        + "\(source(share)).")
  }

  package static func huberDelta(_ delta: Double) -> Mistake {
    Mistake("huber(delta:) needs a positive distance, not \(source(delta)).")
  }
}
