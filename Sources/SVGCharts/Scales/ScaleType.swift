/// How an axis maps values to places.
public struct ScaleType: Equatable, Sendable {
  let kind: Kind
  /// The slope of a symmetric logarithm at zero.
  private var slope = 1.0

  enum Kind: Sendable {
    case linear, log, symmetricLog, squareRoot
  }

  /// Equal differences are equal distances.
  public static let linear = ScaleType(kind: .linear)
  /// Equal ratios are equal distances; values that are not positive have no place.
  public static let log = ScaleType(kind: .log)
  /// The place is the square root, that of a negative value on the other side of zero: areas and
  /// counts of which the small ones matter too.
  public static let squareRoot = ScaleType(kind: .squareRoot)
  /// A logarithm on both sides of zero, for signed values of many sizes; linear within ∓1.
  public static let symmetricLog = ScaleType(kind: .symmetricLog)

  /// A logarithm on both sides of zero: sign(x) log(1 + slope · |x|), so about linear within
  /// ∓1 / `slope`.
  ///
  ///     .chartYScale(type: .symmetricLog(slopeAtZero: 1e6))   // gradients down to a millionth
  public static func symmetricLog(slopeAtZero slope: Double) -> ScaleType {
    ScaleType(kind: .symmetricLog, slope: slope > 0 && slope.isFinite ? slope : 1)
  }

  /// The size within which a symmetric logarithm is about linear.
  var threshold: Double { 1 / slope }

  /// The value on the straight axis; not finite for a value that has no place.
  func straightened(_ value: Double) -> Double {
    switch kind {
    case .linear: value
    case .log:
      value > 0 && value < .infinity ? decimalLogarithm(value) : (value > 0 ? .infinity : .nan)
    case .squareRoot: value < 0 ? -(-value).squareRoot() : value.squareRoot()
    case .symmetricLog:
      value.isFinite
        ? (value < 0 ? -1 : 1)
          * decimalLogarithm(min(1 + abs(value) * slope, .greatestFiniteMagnitude))
        : value
    }
  }

  /// The value whose ``straightened(_:)`` is `position`.
  func restored(_ position: Double) -> Double {
    switch kind {
    case .linear: position
    case .log: power10(position)
    case .squareRoot: position < 0 ? -position * position : position * position
    case .symmetricLog: (position < 0 ? -1 : 1) * (power10(abs(position)) - 1) / slope
    }
  }

  /// The type within a sentence; empty for a linear scale.
  var inWords: String {
    switch kind {
    case .linear: ""
    case .log: " on a logarithmic scale"
    case .symmetricLog: " on a symmetric logarithmic scale"
    case .squareRoot: " on a square root scale"
    }
  }
}
