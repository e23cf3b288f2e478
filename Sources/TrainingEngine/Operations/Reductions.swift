internal import TrainingKernels

/// y = factor · Σ x; dx = factor · dy for each x.
final class Sum: Operation {
  private let factor: Double
  private let terms: Int

  init(of x: Tensor, times factor: Double = 1) {
    self.factor = factor
    terms = x.count
    super.init([x], rows: 1, columns: 1)
  }

  override var symbol: String { factor == 1 ? "sum" : "average" }

  override func forward() {
    result[0] = factor * tk_sum(precision.kernel, terms, first.values)
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    if first.accumulates {
      tk_affine(precision.kernel, terms, 1, dx, factor * outputSlope, dx)
    } else {
      tk_fill(precision.kernel, terms, factor * outputSlope, dx)
    }
  }
}

extension Tensor {
  /// The sum of all numbers, as a 1×1 tensor.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).sum().value  // == 10
  /// ```
  public func sum() -> Tensor { Tensor(Sum(of: self)) }

  /// The mean of all numbers, as a 1×1 tensor whose derivative can be asked for.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2], [3, 6]])
  /// let mean = x.average()
  /// mean.value  // == 3
  /// mean.backward()
  /// x.gradient.values  // == [0.25, 0.25, 0.25, 0.25]
  /// ```
  public func average() -> Tensor { Tensor(Sum(of: self, times: 1 / Double(count))) }
}
