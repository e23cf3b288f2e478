internal import TrainingKernels

/// Some neighboring rows and columns of a matrix; dx is dy there, and 0 elsewhere.
final class Part: Operation {
  private let range: String
  private let wholeCount: Int
  /// The number of numbers from one row of the whole to the next, and before the first of the part.
  private let stride: Int
  private let start: Int

  init(of x: Tensor, rows: Range<Int>, columns: Range<Int>) {
    range =
      columns.count == x.columns
      ? "rows: \(rows.lowerBound)..<\(rows.upperBound)"
      : "columns: \(columns.lowerBound)..<\(columns.upperBound)"
    wholeCount = x.count
    stride = x.columns
    start = rows.lowerBound * x.columns + columns.lowerBound
    super.init([x], rows: rows.count, columns: columns.count)
  }

  override var symbol: String { "part" }

  override func formula(_ arguments: [String]) -> String { "\(arguments[0])[\(range)]" }

  override func forward() {
    for row in 0..<rows {
      tk_copy(
        precision.kernel, columns, first.values + place(row), output.values + offset(row))
    }
  }

  override func backward() {
    guard let dx = first.gradient, let dy = output.gradient else { return }
    if !first.accumulates { tk_fill(precision.kernel, wholeCount, 0, dx) }
    for row in 0..<rows {
      tk_axpy(precision.kernel, columns, 1, dy + offset(row), dx + place(row))
    }
  }

  private func offset(_ row: Int) -> Int { row * columns * precision.byteCount }
  private func place(_ row: Int) -> Int { (start + row * stride) * precision.byteCount }
}

extension Tensor {
  /// Some neighboring rows, whose derivative can be asked for.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4], [5, 6]])[rows: 1...].values  // == [3, 4, 5, 6]
  /// ```
  public subscript(
    rows range: some RangeExpression<Int>, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    let part = range.relative(to: 0..<rows)
    check(!part.isEmpty && 0..<rows ~= part, .part("rows", part, of: shape), file, line)
    return Tensor(Part(of: self, rows: part, columns: 0..<columns))
  }

  /// Some neighboring columns, whose derivative can be asked for: the numbers of one time step, one
  /// head.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]])[columns: 1..<3].values  // == [2, 3, 5, 6]
  /// ```
  public subscript(
    columns range: some RangeExpression<Int>, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    let part = range.relative(to: 0..<columns)
    check(!part.isEmpty && 0..<columns ~= part, .part("columns", part, of: shape), file, line)
    return Tensor(Part(of: self, rows: 0..<rows, columns: part))
  }
}

private func ~= (whole: Range<Int>, part: Range<Int>) -> Bool {
  whole.lowerBound <= part.lowerBound && part.upperBound <= whole.upperBound
}

extension Mistake {
  package static func part(_ what: String, _ range: Range<Int>, of shape: Shape) -> Mistake {
    let count = what == "rows" ? shape.rows : shape.columns
    let asked = "[\(what): \(range.lowerBound)..<\(range.upperBound)]"
    return Mistake(
      range.isEmpty
        ? "\(asked) is empty; a tensor needs at least one row and one column."
        : "\(asked) is not within the \(shape.text) tensor: its \(what) are 0..<\(count).")
  }
}
