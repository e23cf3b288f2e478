internal import TrainingKernels

/// y = a ∘ b, number by number.
///
/// a + b: da = dy, db = dy. a − b: da = dy, db = −dy. a·b: da = dy·b, db = dy·a.
/// a/b: da = dy/b, db = −dy·y/b.
final class Combination: Operation {
  private let operation: TKOperation
  private let quotient: Storage?

  init(_ operation: TKOperation, _ a: Tensor, _ b: Tensor) {
    self.operation = operation
    quotient =
      operation == .divide ? Storage(count: a.count, precision: a.precision) : nil
    super.init([a, b], rows: a.rows, columns: a.columns)
  }

  override var symbol: String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    }
  }

  override func formula(_ arguments: [String]) -> String {
    "\(arguments[0]) \(symbol) \(arguments[1])"
  }

  override func forward() {
    tk_combine(
      precision.kernel, operation, count, first.values, second.values, output.values, false)
  }

  override func backward() {
    let dy = output.gradient
    if let da = first.gradient {
      switch operation {
      case .add, .subtract: pass(1, to: da, accumulates: first.accumulates)
      case .multiply, .divide:
        tk_combine(
          precision.kernel, operation, count, dy, second.values, da, first.accumulates)
      }
    }
    if let db = second.gradient {
      switch operation {
      case .add: pass(1, to: db, accumulates: second.accumulates)
      case .subtract: pass(-1, to: db, accumulates: second.accumulates)
      case .multiply:
        tk_combine(precision.kernel, .multiply, count, dy, first.values, db, second.accumulates)
      case .divide:
        guard let quotient = quotient?.start else { return }
        tk_combine(precision.kernel, .multiply, count, dy, output.values, quotient, false)
        tk_combine(precision.kernel, .divide, count, quotient, second.values, quotient, false)
        tk_axpby(
          precision.kernel, count, -1, quotient, second.accumulates ? 1 : 0,
          second.accumulates ? db : quotient, db)
      }
    }
  }
}

/// y = factor·x + term; dx = factor·dy.
final class Scaling: Operation {
  private let factor: Double
  private let term: Double

  init(_ x: Tensor, by factor: Double, adding term: Double) {
    self.factor = factor
    self.term = term
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { term == 0 ? "*" : "+" }

  override func formula(_ arguments: [String]) -> String {
    let x = arguments[0]
    let product = factor == 1 ? x : factor == -1 ? "-\(x)" : "\(source(factor)) * \(x)"
    if term == 0 { return product }
    if factor == -1 { return "\(source(term)) - \(x)" }
    return term < 0 ? "\(product) - \(source(-term))" : "\(product) + \(source(term))"
  }

  override func forward() {
    tk_affine(precision.kernel, count, factor, first.values, term, output.values)
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    pass(factor, to: dx, accumulates: first.accumulates)
  }
}

extension Operation {
  /// Writes or adds `factor` · dy.
  fileprivate final func pass(
    _ factor: Double, to gradient: UnsafeMutableRawPointer, accumulates: Bool
  ) {
    if accumulates {
      tk_axpy(precision.kernel, count, factor, output.gradient, gradient)
    } else {
      tk_affine(precision.kernel, count, factor, output.gradient, 0, gradient)
    }
  }
}

// Tensor with tensor. A mistake stops the program at the operator's own line in the engine, since
// an operator cannot take the caller's: the sentence names both shapes.
extension Tensor {
  /// The sum, number by number; one row, one column or one number is added everywhere.
  ///
  /// ```swift
  /// (Tensor([[1, 2], [3, 4]]) + Tensor([[10, 20]])).values  // == [11, 22, 13, 24]
  /// ```
  public static func + (a: Tensor, b: Tensor) -> Tensor { combine(.add, "+", a, b) }
  /// The difference, number by number.
  public static func - (a: Tensor, b: Tensor) -> Tensor { combine(.subtract, "-", a, b) }
  /// The product, number by number; for the matrix product see ``multiplied(by:adding:file:line:)``.
  public static func * (a: Tensor, b: Tensor) -> Tensor { combine(.multiply, "*", a, b) }
  /// The quotient, number by number.
  public static func / (a: Tensor, b: Tensor) -> Tensor { combine(.divide, "/", a, b) }

  private static func combine(
    _ operation: TKOperation, _ sign: String, _ a: Tensor, _ b: Tensor
  ) -> Tensor {
    let (rows, columns) = (max(a.rows, b.rows), max(a.columns, b.columns))
    check(
      [a, b].allSatisfy {
        ($0.rows == rows || $0.rows == 1) && ($0.columns == columns || $0.columns == 1)
      } && a.precision == b.precision,
      .broadcast(sign, a.shape, b.shape), #filePath, #line)
    return Tensor(
      Combination(
        operation, a.expanded(rows: rows, columns: columns),
        b.expanded(rows: rows, columns: columns)))
  }
}

// Tensor with number
extension Tensor {
  /// Adds `term` to each number.
  public static func + (x: Tensor, term: Double) -> Tensor {
    Tensor(Scaling(x, by: 1, adding: term))
  }
  /// Adds `term` to each number.
  public static func + (term: Double, x: Tensor) -> Tensor { x + term }
  /// Subtracts `term` from each number.
  public static func - (x: Tensor, term: Double) -> Tensor { x + -term }
  /// Subtracts each number from `term`.
  public static func - (term: Double, x: Tensor) -> Tensor {
    Tensor(Scaling(x, by: -1, adding: term))
  }
  /// Multiplies each number by `factor`.
  public static func * (x: Tensor, factor: Double) -> Tensor {
    Tensor(Scaling(x, by: factor, adding: 0))
  }
  /// Multiplies each number by `factor`.
  public static func * (factor: Double, x: Tensor) -> Tensor { x * factor }
  /// Divides each number by `divisor`.
  public static func / (x: Tensor, divisor: Double) -> Tensor { x * (1 / divisor) }
}

extension Mistake {
  package static func broadcast(_ operation: String, _ left: Shape, _ right: Shape) -> Mistake {
    if left.precision != right.precision {
      return Mistake(
        "\(operation) needs tensors of one precision, but got a \(left.precision.name) and a \(right.precision.name) one."
      )
    }
    return Mistake(
      "\(operation) needs tensors of one shape, or one row, one column or one number beside a matrix, "
        + "but got \(left.text) and \(right.text).")
  }
}
