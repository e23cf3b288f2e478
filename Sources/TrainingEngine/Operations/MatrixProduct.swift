internal import TrainingKernels

/// Y = X·W, or Y = X·W + b with the row b added to every row.
///
/// dX = dY·Wᵀ, dW = Xᵀ·dY, db = the column sums of dY.
final class MatrixProduct: Operation {
  private let hasRow: Bool
  private let inner: Int

  init(_ x: Tensor, _ weights: Tensor, adding row: Tensor? = nil) {
    hasRow = row != nil
    inner = x.columns
    super.init(
      [x, weights] + (row.map { [$0] } ?? []), rows: x.rows, columns: weights.columns)
  }

  override var symbol: String { "·" }

  override func formula(_ arguments: [String]) -> String {
    "\(arguments[0]) · \(arguments[1])" + (hasRow ? " + \(arguments[2])" : "")
  }

  override func forward() {
    withScratch { scratch in
      tk_gemm(
        precision.kernel, false, false, rows, columns, inner, first.values, second.values,
        hasRow ? .row : .zero, third.values, output.values, scratch)
    }
  }

  override func backward() {
    withScratch { scratch in
      if let dW = second.gradient {
        tk_gemm(
          precision.kernel, true, false, inner, columns, rows, first.values, output.gradient,
          second.accumulates ? .output : .zero, nil, dW, scratch)
      }
      if hasRow, let db = third.gradient {
        tk_column_sums(
          precision.kernel, rows, columns, output.gradient, db, third.accumulates)
      }
      if let dX = first.gradient {
        tk_gemm(
          precision.kernel, false, true, rows, inner, columns, output.gradient, second.values,
          first.accumulates ? .output : .zero, nil, dX, scratch)
      }
    }
  }

  override var scratchByteCount: Int {
    let kernel = precision.kernel
    return max(
      tk_gemm_scratch_bytes(kernel, false, false, rows, columns, inner),
      tk_gemm_scratch_bytes(kernel, true, false, inner, columns, rows),
      tk_gemm_scratch_bytes(kernel, false, true, rows, inner, columns))
  }
}

extension Tensor {
  /// The matrix product of this n×k tensor with a k×m tensor, plus a 1×m row if given.
  ///
  /// ```swift
  /// Tensor([[1, 2]]).multiplied(by: Tensor([[3], [4]])).value  // == 11
  /// ```
  public func multiplied(
    by other: Tensor, adding row: Tensor? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) -> Tensor {
    check(
      columns == other.rows && precision == other.precision, .product(shape, other.shape), file,
      line)
    if let row {
      check(
        row.rows == 1 && row.columns == other.columns && row.precision == precision,
        .shapes(
          "Adding a row", Shape(rows: 1, columns: other.columns, precision: precision), row.shape),
        file, line)
    }
    return Tensor(MatrixProduct(self, other, adding: row))
  }
}
