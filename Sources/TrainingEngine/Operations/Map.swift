internal import TrainingKernels

/// y = f(x), number by number; dx = dy · f′(x).
final class Map: Operation {
  private let function: TKFunction

  init(_ function: TKFunction, of x: Tensor) {
    self.function = function
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override func forward() {
    tk_map(precision.kernel, function, count, first.values, output.values)
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    tk_map_backward(
      precision.kernel, function, count, first.values, output.values, output.gradient, dx,
      first.accumulates)
  }
}

extension Tensor {
  /// 1/(1 + e⁻ˣ) of each number; its slope y·(1 − y) is at most 1/4.
  public func sigmoid() -> Tensor { Tensor(Map(.sigmoid, of: self)) }

  /// The hyperbolic tangent of each number; its slope 1 − y² is at most 1.
  public func tanh() -> Tensor { Tensor(Map(.tanh, of: self)) }

  /// Each number where it is positive, else 0; the slope is 1 or 0 (and 0 at 0).
  public func relu() -> Tensor { Tensor(Map(.relu, of: self)) }

  /// eˣ of each number.
  public func exp() -> Tensor { Tensor(Map(.exp, of: self)) }

  /// The natural logarithm of each number.
  public func log() -> Tensor { Tensor(Map(.log, of: self)) }

  /// The square of each number.
  public func squared() -> Tensor { Tensor(Map(.square, of: self)) }

  /// The square root of each number.
  public func squareRoot() -> Tensor { Tensor(Map(.squareRoot, of: self)) }

  /// Each number with its sign reversed.
  public static prefix func - (x: Tensor) -> Tensor { Tensor(Map(.negate, of: x)) }
}
