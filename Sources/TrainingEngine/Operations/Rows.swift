internal import TrainingKernels

/// The same numbers in the same order, as a matrix of another shape.
final class Reshaping: Operation {
  init(of x: Tensor, rows: Int, columns: Int) {
    super.init([x], rows: rows, columns: columns)
  }

  override var symbol: String { "reshape" }

  override func forward() {
    tk_copy(precision.kernel, count, first.values, output.values)
  }

  override func backward() {
    guard let dx = first.gradient else { return }
    if first.accumulates {
      tk_axpy(precision.kernel, count, 1, output.gradient, dx)
    } else {
      tk_copy(precision.kernel, count, output.gradient, dx)
    }
  }
}

/// The rows `offset`, `offset` + `stride`, `offset` + 2·`stride`, … of a matrix.
///
/// dx has dy in these rows and 0 in the others.
final class StridedRows: Operation {
  private let offset: Int
  private let stride: Int

  init(of x: Tensor, from offset: Int, by stride: Int) {
    self.offset = offset
    self.stride = stride
    super.init([x], rows: x.rows / stride, columns: x.columns)
  }

  override var symbol: String { "rows" }

  override func forward() {
    for row in 0..<rows {
      tk_copy(
        precision.kernel, columns, first.values + source(of: row), output.values + target(of: row))
    }
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if !first.accumulates { tk_fill(precision.kernel, count * stride, 0, dx) }
    for row in 0..<rows {
      tk_axpy(precision.kernel, columns, 1, dy + target(of: row), dx + source(of: row))
    }
  }

  private func source(of row: Int) -> Int {
    (offset + row * stride) * columns * precision.byteCount
  }

  private func target(of row: Int) -> Int { row * columns * precision.byteCount }
}
