internal import TrainingKernels

/// factor times the sum of each column (axis 0) or of each row (axis 1); dx = factor · dy
/// everywhere there.
final class AxisSum: Operation {
  private let axis: Int
  private let factor: Double
  private let inner: (rows: Int, columns: Int)

  init(of x: Tensor, axis: Int, times factor: Double) {
    self.axis = axis
    self.factor = factor
    inner = (x.rows, x.columns)
    super.init([x], rows: axis == 0 ? 1 : x.rows, columns: axis == 0 ? x.columns : 1)
  }

  override var symbol: String { factor == 1 ? "sum" : "average" }

  override func formula(_ arguments: [String]) -> String {
    "\(symbol)(\(arguments[0]), axis: \(axis))"
  }

  override func forward() {
    if axis == 0 {
      tk_column_sums(
        precision.kernel, inner.rows, inner.columns, first.values, output.values, false)
      if factor != 1 {
        tk_affine(precision.kernel, columns, factor, output.values, 0, output.values)
      }
    } else {
      for row in 0..<rows {
        result[row] = factor * tk_sum(precision.kernel, inner.columns, first.values + offset(row))
      }
    }
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if !first.accumulates { tk_fill(precision.kernel, inner.rows * inner.columns, 0, dx) }
    for row in 0..<inner.rows {
      let target = dx + offset(row)
      if axis == 0 {
        tk_axpy(precision.kernel, columns, factor, dy, target)
      } else {
        tk_affine(precision.kernel, inner.columns, 1, target, factor * slope(row, dy), target)
      }
    }
  }

  private func slope(_ row: Int, _ dy: UnsafeMutableRawPointer) -> Double {
    switch precision {
    case .float: Double(dy.assumingMemoryBound(to: Float.self)[row])
    case .double: dy.assumingMemoryBound(to: Double.self)[row]
    }
  }

  private func offset(_ row: Int) -> Int { row * inner.columns * precision.byteCount }
}

extension Tensor {
  /// The sum of each column, as one row (`axis: 0`), or of each row, as one column (`axis: 1`).
  ///
  /// ```swift
  /// let x = Tensor([[1, 2], [3, 4]])
  /// x.sum(axis: 0).values  // == [4, 6]
  /// x.sum(axis: 1).values  // == [3, 7]
  /// ```
  public func sum(axis: Int, file: StaticString = #filePath, line: UInt = #line) -> Tensor {
    check(axis == 0 || axis == 1, .axis(axis), file, line)
    return Tensor(AxisSum(of: self, axis: axis, times: 1))
  }

  /// The mean of each column, as one row (`axis: 0`), or of each row, as one column (`axis: 1`).
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).average(axis: 1).values  // == [1.5, 3.5]
  /// ```
  public func average(axis: Int, file: StaticString = #filePath, line: UInt = #line) -> Tensor {
    check(axis == 0 || axis == 1, .axis(axis), file, line)
    return Tensor(AxisSum(of: self, axis: axis, times: 1 / Double(axis == 0 ? rows : columns)))
  }
}
