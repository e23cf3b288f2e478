internal import TrainingKernels

/// Y = Xᵀ; dX = dYᵀ.
final class Transposition: Operation {
  init(of x: Tensor) { super.init([x], rows: x.columns, columns: x.rows) }

  override var symbol: String { "transposed" }

  override func forward() {
    tk_transpose(precision.kernel, columns, rows, first.values, output.values)
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if first.accumulates {
      withScratch { turned in
        tk_transpose(precision.kernel, rows, columns, dy, turned)
        tk_axpy(precision.kernel, count, 1, turned, dx)
      }
    } else {
      tk_transpose(precision.kernel, rows, columns, dy, dx)
    }
  }

  override var scratchByteCount: Int { count * precision.byteCount }
}

/// The same numbers, row after row, in rows of another length; dx = dy.
final class Reshaping: Operation {
  override var symbol: String { "reshaped" }

  override func forward() {
    tk_copy(precision.kernel, count, first.values, output.values)
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if first.accumulates {
      tk_axpy(precision.kernel, count, 1, dy, dx)
    } else {
      tk_copy(precision.kernel, count, dy, dx)
    }
  }
}

extension Tensor {
  /// Rows become columns.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).transposed().values  // == [1, 3, 2, 4]
  /// ```
  public func transposed() -> Tensor { Tensor(Transposition(of: self)) }

  /// The same numbers, row after row, as a matrix of another shape.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3, 4]]).reshaped(rows: 2, columns: 2).row(1)  // == [3, 4]
  /// ```
  public func reshaped(
    rows: Int, columns: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    check(
      rows > 0 && columns > 0 && rows * columns == count,
      .reshaping(shape, Shape(rows: rows, columns: columns)), file, line)
    return Tensor(Reshaping([self], rows: rows, columns: columns))
  }
}

extension Mistake {
  package static func reshaping(_ from: Shape, _ to: Shape) -> Mistake {
    Mistake(
      "The \(from.rows * from.columns) numbers of a \(from.text) tensor do not fill \(to.text).")
  }
}
