extension Dataset {
  /// Inputs of normally distributed numbers, without classes, to send through a network as a probe.
  ///
  /// ```swift
  /// let inputs = Dataset.gaussian(count: 2, features: 100, normalized: true, seed: 1).inputs
  /// inputs.map { row in row.reduce(0) { $0 + $1 * $1 }.rounded() }  // == [100, 100]
  /// ```
  ///
  /// - Parameter normalized: Whether to scale each row so that |x|² = `features`, which is what the
  ///   theory of wide networks starts from.
  public static func gaussian(
    count: Int, features: Int, normalized: Bool = false, seed: Int
  ) -> Dataset {
    let deviates = RandomStream(seed: seed, name: "gaussian inputs")
    var flat: [Double] = []
    flat.reserveCapacity(count * features)
    for example in 0..<count {
      let row = (0..<features).map { deviates.normal(example * features + $0) }
      let square = row.reduce(0) { $0 + $1 * $1 }
      let scale = normalized ? (Double(features) / square).squareRoot() : 1
      for value in row { flat.append(value * scale) }
    }
    return Dataset(flat: flat, features: features, labels: [], classes: 0)
  }
}
