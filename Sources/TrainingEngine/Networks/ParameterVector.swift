extension Network {
  /// All parameters as one list, from the first layer to the last, each row after row: a point in
  /// the space of weights. Another of the same length can be put in its place.
  ///
  /// ```swift
  /// // Halfway between two networks:
  /// func make(_ weight: Double) -> Network {
  ///   Network(seed: 1) { Dense(from: 1, to: 2, weights: .constant(weight)) }
  /// }
  /// let a = make(1), b = make(3), middle = make(0)
  /// middle.parameterVector = zip(a.parameterVector, b.parameterVector).map { ($0 + $1) / 2 }
  /// middle.parameterVector  // == [2, 2, 0, 0]
  /// ```
  public var parameterVector: [Double] {
    get { parameters.flatMap { $0.value.values } }
    set {
      check(
        newValue.count == parameterCount, .parameterVector(newValue.count, of: parameterCount),
        #filePath, #line)
      var start = 0
      for parameter in parameters {
        parameter.value.values = Array(newValue[start..<start + parameter.count])
        start += parameter.count
      }
    }
  }

  /// The gradient of the last backward pass, in the order of ``parameterVector``.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(2)) }
  /// let data = Dataset(inputs: [[3]], targets: [[5]])
  /// _ = network.inspect(data, minimizing: .squaredError)
  /// network.gradientVector  // == [6, 2]
  /// ```
  public var gradientVector: [Double] { parameters.flatMap { $0.value.gradient.values } }
}

extension Mistake {
  package static func parameterVector(_ count: Int, of expected: Int) -> Mistake {
    Mistake("This network has \(expected) parameters, not \(count).")
  }
}
