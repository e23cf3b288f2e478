import SVGCharts

/// Made-up measurements that look like those of lessons; no library function, so that every
/// machine draws the same.
enum Samples {
  /// Numbers between -1 and 1 from a counter.
  static func noise(_ index: Int) -> Double {
    var state = UInt64(bitPattern: Int64(index)) &+ 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((state ^ (state >> 31)) >> 11) / Double(1 << 52) - 1
  }

  /// A curve that falls from `start` to `floor` as 1 / (1 + step / pace), with noise.
  static func falling(
    from start: Double, to floor: Double, pace: Double, steps: Int, noise size: Double = 0,
    seed: Int = 0
  ) -> [Double] {
    (0...steps).map { step in
      let value = floor + (start - floor) / (1 + Double(step) / pace)
      return value * (1 + size * noise(step &+ seed &* 100_003))
    }
  }

  /// `first * ratio^(layer - 1)` for each layer, a little uneven.
  static func geometric(first: Double, ratio: Double, layers: Int) -> [(layer: Int, value: Double)]
  {
    var value = first
    return (1...layers).map { layer in
      defer { value *= ratio }
      return (layer, value * (1 + 0.15 * noise(layer)))
    }
  }
}
