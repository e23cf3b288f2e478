internal import TrainingKernels

extension Dataset {
  /// A linear regression whose condition number you choose: how much longer the valley of the
  /// squared error is than it is wide.
  ///
  /// The matrix XᵀX/n of the inputs X (n examples, one a row) has the largest eigenvalue 1, the
  /// smallest 1/`conditionNumber`, and the others spaced evenly in the logarithm, in directions that
  /// the seed turns. The targets are X·w for weights w with |w|² = `features`, plus noise. Under
  /// `.squaredError`, whose curvature is 2·XᵀX/n, gradient descent converges at every rate below 1
  /// and needs a number of steps proportional to the condition number. Every feature has mean 0, so
  /// that a bias changes nothing.
  ///
  /// ```swift
  /// let data = Dataset.linearRegression(count: 50, features: 2, conditionNumber: 100, seed: 1)
  /// data.targetColumns  // == 1
  /// ```
  ///
  /// - Parameters:
  ///   - count: The number of examples, more than there are features.
  ///   - noise: The standard deviation of the targets from the line.
  public static func linearRegression(
    count: Int, features: Int, conditionNumber: Double, noise: Double = 0, seed: Int,
    file: StaticString = #filePath, line: UInt = #line
  ) -> Dataset {
    if let mistake = Mistake.linearRegression(count, features, conditionNumber) {
      stop(mistake, file, line)
    }
    let ones = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
    let left = orthonormal(
      count: features, length: count, beside: [ones],
      stream: RandomStream(seed: seed, name: "regression examples"))
    let right = orthonormal(
      count: features, length: features, beside: [],
      stream: RandomStream(seed: seed, name: "regression directions"))
    let sizes = (0..<features).map { index in
      let share = features == 1 ? 0 : Double(index) / Double(features - 1)
      return (Double(count) * tk_exp(-share * tk_log(conditionNumber))).squareRoot()
    }
    let deviates = RandomStream(seed: seed, name: "regression weights")
    let raw = (0..<features).map { deviates.normal($0) }
    let length = tk_sum_of_squares(.float64, features, raw).squareRoot()
    let weights = raw.map { $0 * Double(features).squareRoot() / length }
    let errors = RandomStream(seed: seed, name: "regression noise")
    var flat: [Double] = []
    var targets: [Double] = []
    for example in 0..<count {
      let row = (0..<features).map { feature in
        (0..<features).reduce(0) { $0 + left[$1][example] * sizes[$1] * right[$1][feature] }
      }
      flat += row
      targets.append(tk_dot(.float64, features, row, weights) + noise * errors.normal(example))
    }
    return Dataset(flat: flat, features: features, targets: targets)
  }
}

extension Mistake {
  package static func linearRegression(
    _ count: Int, _ features: Int, _ conditionNumber: Double
  ) -> Mistake? {
    if features < 1 || count <= features {
      return Mistake(
        "linearRegression needs more examples than features, and at least one feature; "
          + "got count: \(count), features: \(features).")
    }
    if !(conditionNumber >= 1) || conditionNumber == .infinity {
      return Mistake(
        "A condition number is the largest eigenvalue divided by the smallest, so at least 1, "
          + "not \(source(conditionNumber)).")
    }
    if features == 1, conditionNumber != 1 {
      return Mistake("With one feature there is one eigenvalue: the condition number is 1.")
    }
    return nil
  }
}
