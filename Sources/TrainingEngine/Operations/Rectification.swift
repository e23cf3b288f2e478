internal import TrainingKernels

/// y = positive·x where x > 0, else negative·part(x), with x or eˣ − 1 as the negative part.
///
/// dx = dy·positive where x > 0, else dy·negative or dy·negative·eˣ.
final class Rectification: Operation {
  private let function: String
  private let part: TKNegativePart
  private let positive: Double
  private let negative: Double

  init(
    _ function: String, of x: Tensor, _ part: TKNegativePart, positive: Double, negative: Double
  ) {
    self.function = function
    self.part = part
    self.positive = positive
    self.negative = negative
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { function }

  override func forward() {
    tk_rectify(
      precision.kernel, part, count, positive, negative, first.values, output.values)
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    tk_rectify_backward(
      precision.kernel, part, count, positive, negative, first.values, output.gradient, dx,
      first.accumulates)
  }
}

extension Tensor {
  /// Each number where it is positive, else `slope` times it.
  ///
  /// ```swift
  /// Tensor([[-2, 3]]).leakyReLU(slope: 0.5).values  // == [-1, 3]
  /// ```
  public func leakyReLU(slope: Double = 0.01) -> Tensor {
    Tensor(Rectification("leakyReLU", of: self, .linear, positive: 1, negative: slope))
  }

  /// Each number without its sign; the slope is 1 or −1 (and −1 at 0).
  ///
  /// ```swift
  /// Tensor([[-2, 3]]).abs().values  // == [2, 3]
  /// ```
  public func abs() -> Tensor {
    Tensor(Rectification("abs", of: self, .linear, positive: 1, negative: -1))
  }

  /// Each number where it is negative, else 0; the slope is 1 or 0 (and 1 at 0).
  func negativePart() -> Tensor {
    Tensor(Rectification("min(x, 0)", of: self, .linear, positive: 0, negative: 1))
  }

  /// Each number where it is positive, else α·(eˣ − 1), which tends to −α.
  ///
  /// ```swift
  /// Tensor([[-1000, 3]]).elu(alpha: 2).values  // == [-2, 3]
  /// ```
  public func elu(alpha: Double = 1) -> Tensor {
    Tensor(Rectification("elu", of: self, .exponential, positive: 1, negative: alpha))
  }

  /// λ·x where x is positive, else λ·α·(eˣ − 1), with λ = 1.0507 and α = 1.6733: the constants for
  /// which numbers of mean 0 and variance 1 come out with mean 0 and variance 1.
  ///
  /// ```swift
  /// Tensor(1).selu().value  // == 1.0507009873554805
  /// ```
  public func selu() -> Tensor {
    let alpha = 1.673_263_242_354_377_3, lambda = 1.050_700_987_355_480_5
    return Tensor(
      Rectification(
        "selu", of: self, .exponential, positive: lambda, negative: lambda * alpha))
  }
}
