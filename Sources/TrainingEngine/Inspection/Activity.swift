internal import TrainingKernels

/// How active the units of a layer are, on average over units and examples.
///
/// ```swift
/// let activity = Tensor([[0, 0, 1, 3]]).activity(saturatedBeyond: 2)
/// activity.mean  // == 1
/// activity.deviation  // == 1.4142135623730951
/// activity.zeroFraction  // == 0.5
/// activity.saturatedFraction  // == 0.25
/// ```
public struct Activity: Sendable, Equatable {
  /// The mean of all numbers.
  public let mean: Double
  /// Their standard deviation, √(Σ(x − mean)²/(n − 1)).
  public let deviation: Double
  /// The share of them that is exactly 0.
  public let zeroFraction: Double
  /// The share of them that is beyond the limit on either side.
  public let saturatedFraction: Double
}

extension Tensor {
  /// Mean, deviation, and the shares of zeros and of numbers with |x| > `limit`, in two passes over
  /// the numbers: for who looks at every layer at every step.
  ///
  /// ```swift
  /// Tensor([[0, 1]]).activity().zeroFraction  // == 0.5
  /// Tensor([[0, 1]]).activity().saturatedFraction  // == 0.5
  /// ```
  public func activity(saturatedBeyond limit: Double = 0.97) -> Activity {
    var zeros = 0, beyond = 0
    let sum = tk_activity(precision.kernel, count, storage.start, limit, &zeros, &beyond)
    let mean = sum.withPlainNaN / Double(count)
    return Activity(
      mean: mean, deviation: deviation(around: mean), zeroFraction: Double(zeros) / Double(count),
      saturatedFraction: Double(beyond) / Double(count))
  }
}
