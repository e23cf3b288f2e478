internal import TrainingKernels

/// y = f(x), number by number; dx = dy · f′(x).
final class Map: Operation {
  private let function: TKFunction
  private let name: String

  init(_ function: TKFunction, _ name: String, of x: Tensor) {
    self.function = function
    self.name = name
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { name }

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
  ///
  /// ```swift
  /// Tensor(0).sigmoid().value  // == 0.5
  /// ```
  public func sigmoid() -> Tensor { Tensor(Map(.sigmoid, "σ", of: self)) }

  /// The hyperbolic tangent of each number; its slope 1 − y² is at most 1.
  ///
  /// ```swift
  /// Tensor(0).tanh().value  // == 0
  /// ```
  public func tanh() -> Tensor { Tensor(Map(.tanh, "tanh", of: self)) }

  /// Each number where it is positive, else 0; the slope is 1 or 0 (and 0 at 0).
  ///
  /// ```swift
  /// Tensor([[-2, 3]]).relu().values  // == [0, 3]
  /// ```
  public func relu() -> Tensor { Tensor(Map(.relu, "relu", of: self)) }

  /// eˣ of each number.
  ///
  /// ```swift
  /// Tensor(0).exp().value  // == 1
  /// ```
  public func exp() -> Tensor { Tensor(Map(.exp, "exp", of: self)) }

  /// The natural logarithm of each number.
  ///
  /// ```swift
  /// Tensor(1).log().value  // == 0
  /// ```
  public func log() -> Tensor { Tensor(Map(.log, "log", of: self)) }

  /// The square of each number.
  public func squared() -> Tensor { Tensor(Map(.square, "squared", of: self)) }

  /// The square root of each number.
  ///
  /// ```swift
  /// Tensor(9).squareRoot().value  // == 3
  /// ```
  public func squareRoot() -> Tensor { Tensor(Map(.squareRoot, "√", of: self)) }

  /// The error function of each number, 2/√π ∫₀ˣ e^(−t²) dt, within 2 units of the last place.
  ///
  /// ```swift
  /// Tensor(0.5).erf().value  // == 0.5204998778130465
  /// ```
  public func erf() -> Tensor { Tensor(Map(.erf, "erf", of: self)) }

  /// x·Φ(x) of each number, with the share Φ of the normal distribution below x.
  ///
  /// The exact form is within 4.5 units of the last place; the other form is within 5e-4 of it.
  ///
  /// ```swift
  /// Tensor(-1).gelu().value  // == -0.15865525393145705
  /// ```
  public func gelu(_ form: GELU.Form = .exact) -> Tensor {
    Tensor(Map(form == .exact ? .gelu : .geluByTanh, "gelu", of: self))
  }

  /// x·σ(x) of each number.
  ///
  /// ```swift
  /// Tensor(1).silu().value  // == 0.7310585786300049
  /// ```
  public func silu() -> Tensor { Tensor(Map(.silu, "silu", of: self)) }

  /// log(1 + eˣ) of each number, a ReLU without its corner; its slope is σ(x).
  ///
  /// ```swift
  /// Tensor(0).softplus().value  // == 0.6931471805599453
  /// ```
  public func softplus() -> Tensor { Tensor(Map(.softplus, "softplus", of: self)) }

  /// Each number with its sign reversed.
  public static prefix func - (x: Tensor) -> Tensor { Tensor(Map(.negate, "-", of: x)) }
}
