/// How an axis maps values to places.
public enum ScaleType: Sendable {
  /// Equal differences are equal distances.
  case linear
  /// Equal ratios are equal distances; values that are not positive have no place.
  case log

  /// The value on the straight axis; not finite for a value that has no place.
  func straightened(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log:
      value > 0 && value < .infinity ? decimalLogarithm(value) : (value > 0 ? .infinity : .nan)
    }
  }

  /// The value whose ``straightened(_:)`` is `position`.
  func restored(_ position: Double) -> Double {
    switch self {
    case .linear: position
    case .log: power10(position)
    }
  }
}
