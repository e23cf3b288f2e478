internal import TrainingKernels

extension Dataset {
  /// Points in the plane on two spiral arms of one and three quarter turns, scaled to deviation 1.
  ///
  /// ```swift
  /// let arms = Dataset.spirals(count: 100, seed: 1)
  /// arms.features  // == 2
  /// arms.labels.filter { $0 == 1 }.count  // == 50
  /// ```
  ///
  /// - Parameter noise: The standard deviation of each point from its arm, before scaling.
  public static func spirals(count: Int, noise: Double = 0.03, seed: Int) -> Dataset {
    let radii = RandomStream(seed: seed, name: "spirals radii")
    let deviates = RandomStream(seed: seed, name: "spirals noise")
    var flat: [Double] = []
    flat.reserveCapacity(2 * count)
    for example in 0..<count {
      let radius = (0.02 + 0.98 * radii.uniform(example)).squareRoot()
      let angle = 1.75 * 2 * .pi * radius + .pi * Double(example % 2)
      flat.append(radius * tk_cos(angle) + noise * deviates.normal(2 * example))
      flat.append(radius * tk_sin(angle) + noise * deviates.normal(2 * example + 1))
    }
    let mean = tk_sum(.float64, flat.count, flat) / Double(flat.count)
    let squares = tk_sum_of_squared_differences(.float64, flat.count, flat, mean)
    let deviation = (squares / Double(flat.count)).squareRoot()
    return Dataset(
      flat: flat.map { $0 / deviation }, features: 2, labels: (0..<count).map { $0 % 2 }, classes: 2
    )
  }
}
