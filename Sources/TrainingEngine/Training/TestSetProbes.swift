// Of data that the network does not learn from
extension Probe {
  /// The loss over all of `data`, such as a test set, before the update: measured by a forward pass
  /// of its own, with the running statistics of batch norm and without dropout, so measure every so
  /// many steps.
  ///
  /// ```swift
  /// let (train, test) = Dataset.spirals(count: 100, seed: 1).split(train: 0.5)
  /// let network = Network(seed: 1) { Dense(from: 2, to: 2) }
  /// let history = network.train(
  ///   on: train, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 21,
  ///   recording: .loss(on: test), .accuracy(on: test), every: 10)
  /// history[.loss(on: test)].map { $0.step }  // == [0, 10, 20]
  /// history[.accuracy(on: test)][0].name  // == "test accuracy"
  /// ```
  ///
  /// - Parameter name: What tells it from the loss on other data in one history; two of one name are
  ///   refused: `recording: .loss(on: test), .loss(on: train, named: "training loss")`.
  public static func loss(on data: Dataset, named name: String = "test loss") -> Probe {
    Probe(name, on: data) { step in
      [(name, step.network.evaluate(on: data, minimizing: step.pass.loss).loss)]
    }
  }

  /// The share of `data`, such as a test set, that is classified correctly, before the update; see
  /// ``loss(on:named:)``.
  public static func accuracy(on data: Dataset, named name: String = "test accuracy") -> Probe {
    Probe(name, on: data) { step in
      [(name, step.network.evaluate(on: data, minimizing: step.pass.loss).accuracy)]
    }
  }
}

extension Probe {
  init(
    _ name: String, on data: Dataset,
    measure: @escaping @Sendable (_ step: Step) -> [(name: String, value: Double)]
  ) {
    self.init(name, measure: measure)
    self.data = data
  }

  /// Whether the two have one name, but measure on different data.
  func isNamesake(of other: Probe) -> Bool {
    name == other.name && data != nil && other.data != nil && !measures(like: other)
  }

  /// Whether the two measure on the same data, as far as can be told.
  func measures(like other: Probe) -> Bool {
    guard let data, let others = other.data else { return true }
    return data.flat == others.flat && data.labels == others.labels
      && data.flatTargets == others.flatTargets
  }
}
