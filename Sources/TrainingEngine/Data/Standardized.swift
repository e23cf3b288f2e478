internal import TrainingKernels

extension Dataset {
  /// The data with each feature shifted and scaled to mean 0 and standard deviation 1.
  ///
  /// x ← (x − mean) / √(Σ(x − mean)²/n). A feature that is the same everywhere becomes 0.
  ///
  /// ```swift
  /// Dataset(inputs: [[1], [3]], labels: [0, 1]).standardized().inputs  // == [[-1.0], [1.0]]
  /// ```
  ///
  /// - Parameter other: Whose means and deviations to use. A test set must be scaled by those of
  ///   the training set, before that one was scaled itself: `test.standardized(like: train)`.
  public func standardized(
    like other: Dataset? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> Dataset {
    let other = other ?? self
    check(
      other.features == features && other.count > 0,
      .standardizing(features, like: other.features, examples: other.count), file, line)
    var scaled = flat
    for feature in 0..<features {
      let column = (0..<other.count).map { other.flat[$0 * features + feature] }
      let mean = tk_sum(.float64, column.count, column) / Double(column.count)
      let squares = tk_sum_of_squared_differences(.float64, column.count, column, mean)
      let deviation = (squares / Double(column.count)).squareRoot()
      for example in 0..<count {
        let index = example * features + feature
        scaled[index] = (flat[index] - mean) / (deviation > 0 ? deviation : 1)
      }
    }
    return Dataset(
      flat: scaled, features: features, labels: labels, classes: classes, classNames: classNames,
      targets: flatTargets)
  }
}

extension Mistake {
  package static func standardizing(_ features: Int, like others: Int, examples: Int) -> Mistake {
    if examples == 0 {
      return Mistake("standardized() needs at least one example to take means and deviations from.")
    }
    return Mistake(
      "standardized(like:) needs data with as many features: \(features) here, \(others) there.")
  }
}
