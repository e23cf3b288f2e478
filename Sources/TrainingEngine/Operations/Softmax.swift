internal import TrainingKernels

/// Of each row, y = eˣ/Σeˣ, or its logarithm y = x − log Σeˣ.
///
/// dx = y·(dy − Σ dy·y) in each row, or dx = dy − softmax(x)·Σ dy.
final class Softmax: Operation {
  private let isLogarithm: Bool
  /// softmax(x) of the forward pass.
  private let shares: Storage
  private let work: Storage

  init(of x: Tensor, logarithm isLogarithm: Bool) {
    self.isLogarithm = isLogarithm
    shares = Storage(count: x.count, precision: x.precision)
    work = Storage(count: x.columns, precision: x.precision)
    super.init([x], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { isLogarithm ? "logSoftmax" : "softmax" }

  override func forward() {
    let kernel = precision.kernel
    for row in 0..<rows {
      let share = shares.start + offset(row), y = output.values + offset(row)
      let x = first.values + offset(row)
      tk_affine(kernel, columns, 1, x, -tk_max(kernel, columns, x), y)
      tk_map(kernel, .exp, columns, y, share)
      let sum = tk_sum(kernel, columns, share)
      tk_affine(kernel, columns, 1 / sum, share, 0, share)
      if isLogarithm {
        tk_affine(kernel, columns, 1, y, -tk_log(sum), y)
      } else {
        tk_copy(kernel, columns, share, y)
      }
    }
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    let kernel = precision.kernel
    for row in 0..<rows {
      let share = shares.start + offset(row), dy = dy + offset(row), dx = dx + offset(row)
      if isLogarithm {
        tk_axpby(
          kernel, columns, -tk_sum(kernel, columns, dy), share, 1, dy, work.start)
      } else {
        let along = tk_dot(kernel, columns, dy, share)
        tk_affine(kernel, columns, 1, dy, -along, work.start)
        tk_combine(kernel, .multiply, columns, work.start, share, work.start, false)
      }
      if first.accumulates {
        tk_axpy(kernel, columns, 1, work.start, dx)
      } else {
        tk_copy(kernel, columns, work.start, dx)
      }
    }
  }

  private func offset(_ row: Int) -> Int { row * columns * precision.byteCount }
}

extension Tensor {
  /// eˣ of each number, divided by the sum of its row: each row becomes probabilities.
  ///
  /// ```swift
  /// Tensor([[0, 0], [1000, 0]]).softmax().values  // == [0.5, 0.5, 1, 0]
  /// ```
  public func softmax() -> Tensor { Tensor(Softmax(of: self, logarithm: false)) }

  /// The logarithm of ``softmax()``, which stays finite where a probability does not: x − log Σeˣ.
  ///
  /// ```swift
  /// Tensor([[1000, 0]]).logSoftmax().values  // == [0, -1000]
  /// ```
  public func logSoftmax() -> Tensor { Tensor(Softmax(of: self, logarithm: true)) }
}
