/// A map from the values of one axis to pixels.
package struct Scale: Sendable {
  package let type: ScaleType
  package let domain: ClosedRange<Double>
  /// The pixels of the domain's two ends; on a y axis `start` is greater than `end`.
  package let start: Double, end: Double
  private let low: Double, perPixel: Double

  package init(_ type: ScaleType, domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.type = type
    self.domain = domain
    self.start = start
    self.end = end
    low = type.straightened(domain.lowerBound)
    let high = type.straightened(domain.upperBound)
    // Divided first, so that the widest domain does not overflow.
    perPixel = high / (end - start) - low / (end - start)
  }

  /// The pixel of a value; not finite for a value that has no place.
  package func position(_ value: Double) -> Double {
    let straight = type.straightened(value)
    guard straight - straight == 0 else { return straight }
    // Far beyond the plot one place is like another, and short to write.
    let far = 20_000.0
    return min(max(start + straight / perPixel - low / perPixel, -far), far)
  }

  /// The pixels of many values.
  func positions(_ values: [Double]) -> [Double] {
    guard type == .linear else { return values.map(position) }
    // The same sums in a loop that the processor does for several values at once.
    let first = low / perPixel, far = 20_000.0
    return values.map { value in
      let place = start + value / perPixel - first
      let held = place < -far ? -far : place > far ? far : place
      return value - value == 0 ? held : value
    }
  }

  /// The value at a pixel.
  package func invert(_ position: Double) -> Double {
    type.restored(low + (position - start) * perPixel)
  }

  /// The pixels between two values that are `difference` apart on a linear axis.
  package func length(_ difference: Double) -> Double { abs(difference / perPixel) }
}
