/// How a noisy series is smoothed.
public struct Smoothing: Equatable, Sendable {
  /// What the label of a smoothed line says.
  public let name: String
  private let window: Int?
  private let weight: Double

  /// The mean of the last `count` values, fewer at the beginning.
  public static func movingAverage(_ count: Int) -> Smoothing {
    Smoothing(name: "mean of " + String(count), window: max(count, 1), weight: 0)
  }

  /// The exponential mean in which each value weighs `weight` times what the next one does, without
  /// the bias toward zero at the beginning.
  public static func exponential(weight: Double) -> Smoothing {
    Smoothing(
      name: "exponential mean, " + ReaderNumber.text(weight), window: nil,
      weight: min(max(weight, 0), 1))
  }

  /// The values smoothed; one that is not finite stays as it is and counts for no other.
  ///
  ///     Smoothing.movingAverage(2).applied(to: [1, 3, 5])   // == [1, 2, 4]
  public func applied(to values: [Double]) -> [Double] {
    guard let window else {
      var (sum, weights) = (0.0, 0.0)
      return values.map { value in
        guard value.isFinite else { return value }
        sum = weight * sum + (1 - weight) * value
        weights = weight * weights + (1 - weight)
        return weights > 0 ? sum / weights : value
      }
    }
    return values.indices.map { index in
      guard values[index].isFinite else { return values[index] }
      let last = values[max(index - window + 1, 0)...index].filter { $0.isFinite }
      return last.reduce(0, +) / Double(last.count)
    }
  }
}
