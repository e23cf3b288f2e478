extension Dataset {
  /// Sequences of numbers whose class is the sign of the first: 0 for −1, 1 for +1. What follows is
  /// normal noise, so that a network must remember the first number to the end.
  ///
  /// Each row is one sequence of `length` numbers, one a time step. Guessing gives the loss
  /// ln 2 = 0.6931. Example i is the same whatever the count. See Hochreiter & Schmidhuber 1997.
  ///
  /// ```swift
  /// let data = Dataset.recall(count: 100, length: 20, seed: 1)
  /// data.features  // == 20
  /// ```
  ///
  /// - Parameter noise: The standard deviation of the numbers after the first.
  public static func recall(
    count: Int, length: Int, noise: Double = 0.3, seed: Int, file: StaticString = #filePath,
    line: UInt = #line
  ) -> Dataset {
    check(length > 0, .sequenceLength(length), file, line)
    let classes = RandomStream(seed: seed, name: "recall classes")
    let deviates = RandomStream(seed: seed, name: "recall noise")
    var flat: [Double] = []
    flat.reserveCapacity(count * length)
    let labels = (0..<count).map { classes.integer($0, below: 2) }
    for (example, label) in labels.enumerated() {
      flat.append(label == 0 ? -1 : 1)
      for step in 1..<max(1, length) {
        flat.append(noise * deviates.normal(example * length + step))
      }
    }
    return Dataset(flat: flat, features: length, labels: labels, classes: 2)
  }
}

extension Mistake {
  package static func sequenceLength(_ length: Int) -> Mistake {
    Mistake("A sequence needs at least one step, so length: \(length) cannot be.")
  }
}
