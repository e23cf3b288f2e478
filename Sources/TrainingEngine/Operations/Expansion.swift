internal import TrainingKernels

/// One row, one column or one number, repeated to a whole matrix.
///
/// dx is the sum of dy over what each number was repeated to.
final class Expansion: Operation {
  private let isRow: Bool
  private let isColumn: Bool

  init(of x: Tensor, rows: Int, columns: Int) {
    isRow = x.rows == 1 && x.columns > 1
    isColumn = x.columns == 1 && x.rows > 1
    super.init([x], rows: rows, columns: columns)
  }

  override var symbol: String { "repeat" }

  override func forward() {
    let x = inputs[0].storage
    if isRow {
      for row in 0..<rows {
        tk_copy(precision.kernel, columns, first.values, result.start + row * stride)
      }
    } else if isColumn {
      for row in 0..<rows {
        tk_fill(precision.kernel, columns, x[row], result.start + row * stride)
      }
    } else {
      tk_fill(precision.kernel, count, x[0], result.start)
    }
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if isRow {
      tk_column_sums(precision.kernel, rows, columns, dy, dx, first.accumulates)
    } else {
      let groups = isColumn ? rows : 1
      for group in 0..<groups {
        let length = count / groups
        let sum = tk_sum(precision.kernel, length, dy + group * length * precision.byteCount)
        let target = dx + group * precision.byteCount
        if first.accumulates {
          tk_affine(precision.kernel, 1, 1, target, sum, target)
        } else {
          tk_fill(precision.kernel, 1, sum, target)
        }
      }
    }
  }

  private var stride: Int { columns * precision.byteCount }
}

extension Tensor {
  /// This tensor, or its one row, column or number repeated to `rows`×`columns`.
  func expanded(rows: Int, columns: Int) -> Tensor {
    if rows == self.rows, columns == self.columns { return self }
    return Tensor(Expansion(of: self, rows: rows, columns: columns))
  }
}
