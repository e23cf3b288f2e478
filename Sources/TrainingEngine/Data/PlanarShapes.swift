internal import TrainingKernels

extension Dataset {
  /// Points in the plane on two half circles that reach into each other, each the other's class's
  /// border.
  ///
  /// ```swift
  /// let moons = Dataset.moons(count: 100, seed: 1)
  /// moons.description  // == "100 examples of 2 numbers, in 2 classes"
  /// ```
  ///
  /// - Parameter noise: The standard deviation of each point from its half circle, whose radius is
  /// 1.
  public static func moons(count: Int, noise: Double = 0.1, seed: Int) -> Dataset {
    planar("moons", count: count, noise: noise, seed: seed) { label, share in
      let angle = .pi * share
      return label == 0
        ? (tk_cos(angle), tk_sin(angle)) : (1 - tk_cos(angle), 0.5 - tk_sin(angle))
    }
  }

  /// Points in the plane on two circles, one of half the radius within the other: no line tells
  /// them apart.
  ///
  /// ```swift
  /// let circles = Dataset.circles(count: 100, noise: 0, seed: 1)
  /// circles.inputs.map { ($0[0] * $0[0] + $0[1] * $0[1]).rounded() }.prefix(2)  // == [1, 0]
  /// ```
  ///
  /// - Parameter noise: The standard deviation of each point from its circle, whose radius is 1 or
  /// 0.5.
  public static func circles(count: Int, noise: Double = 0.1, seed: Int) -> Dataset {
    planar("circles", count: count, noise: noise, seed: seed) { label, share in
      let angle = 2 * .pi * share, radius = label == 0 ? 1 : 0.5
      return (radius * tk_cos(angle), radius * tk_sin(angle))
    }
  }

  /// Two classes in turn; `place` is asked for a class and a number in [0, 1).
  private static func planar(
    _ name: String, count: Int, noise: Double, seed: Int,
    place: (_ label: Int, _ share: Double) -> (x: Double, y: Double)
  ) -> Dataset {
    let shares = RandomStream(seed: seed, name: "\(name) places")
    let deviates = RandomStream(seed: seed, name: "\(name) noise")
    var flat: [Double] = []
    flat.reserveCapacity(2 * count)
    for example in 0..<count {
      let (x, y) = place(example % 2, shares.uniform(example))
      flat.append(x + noise * deviates.normal(2 * example))
      flat.append(y + noise * deviates.normal(2 * example + 1))
    }
    return Dataset(
      flat: flat, features: 2, labels: (0..<count).map { $0 % 2 }, classes: 2)
  }
}
