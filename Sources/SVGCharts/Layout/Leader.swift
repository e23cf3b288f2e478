/// How far from its point a text may stand that a line leads to.
struct Leader {
  /// What the line costs, in points of data covered, four each.
  let cost: Double
  /// From the point to the corner of the text, or to its middle straight above or below.
  let places: [Point]

  /// On any side of a point.
  static func around(cost: Double) -> Leader {
    var places: [Point] = []
    for away in [26.0, 44, 66] {
      for (across, down) in [(0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0, -1), (0, 1)] {
        places.append(Point(x: across * away, y: down * away))
      }
    }
    return Leader(cost: cost, places: places)
  }

  /// In rows beyond the end of a bar, above it or below.
  static func rows(_ down: Double) -> Leader {
    Leader(
      cost: 24,
      places: (0..<12).map { Point(x: [0, -6, 6][$0 % 3], y: down * Double(26 + $0 / 3 * 15)) })
  }
}
