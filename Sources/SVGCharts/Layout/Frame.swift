/// A rectangle of a drawing.
package struct Frame: Equatable, Sendable {
  package var left: Double, top: Double, right: Double, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// Whether a point is inside or, to a rounding, on the edge.
  package func contains(_ point: Point) -> Bool {
    point.x >= left - 0.05 && point.x <= right + 0.05 && point.y >= top - 0.05
      && point.y <= bottom + 0.05
  }

  func overlaps(_ other: Frame) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
