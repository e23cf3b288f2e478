internal import TrainingKernels

/// y = x · mask, where each number of the mask is 0 with the probability `rate`, else 1/(1 − rate).
///
/// dx = dy · mask. Every forward pass draws the next mask: that of step s holds the numbers
/// s·count …< (s + 1)·count of the random stream.
final class RandomMask: Operation {
  private let rate: Double
  private let key: UInt64
  private let mask: Storage
  private var step = 0

  init(of x: Tensor, rate: Double, stream: RandomStream) {
    self.rate = rate
    key = stream.key
    mask = Storage(count: x.count, precision: x.precision)
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { "dropout" }

  override func forward() {
    tk_random_fill_mask(
      precision.kernel, count, key, UInt64(step * count), rate, 1 / (1 - rate), mask.start)
    tk_combine(
      precision.kernel, .multiply, count, first.values, mask.start, output.values, false)
    step += 1
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    tk_combine(
      precision.kernel, .multiply, count, output.gradient, mask.start, dx, first.accumulates)
  }
}
