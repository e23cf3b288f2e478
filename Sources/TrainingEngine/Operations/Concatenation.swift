internal import TrainingKernels

/// One matrix below or beside another; each gets its part of dy.
final class Concatenation: Operation {
  /// How many numbers of each follow one another: all of a matrix, or one row.
  private let lengths: (first: Int, second: Int)
  private let pieces: Int

  init(_ a: Tensor, _ b: Tensor, axis: Int) {
    lengths = axis == 0 ? (a.count, b.count) : (a.columns, b.columns)
    pieces = axis == 0 ? 1 : a.rows
    super.init(
      [a, b], rows: axis == 0 ? a.rows + b.rows : a.rows,
      columns: axis == 0 ? a.columns : a.columns + b.columns)
  }

  override var symbol: String { "concatenated" }

  override func forward() {
    for piece in 0..<pieces {
      let (place, split) = places(piece)
      tk_copy(
        precision.kernel, lengths.first, first.values + bytes(piece * lengths.first),
        output.values + place)
      tk_copy(
        precision.kernel, lengths.second, second.values + bytes(piece * lengths.second),
        output.values + split)
    }
  }

  override func backward() {
    guard let dy = output.gradient else { return }
    for piece in 0..<pieces {
      let (place, split) = places(piece)
      pass(dy + place, lengths.first, to: first, piece)
      pass(dy + split, lengths.second, to: second, piece)
    }
  }

  private func pass(
    _ dy: UnsafeMutableRawPointer, _ length: Int, to operand: Operand, _ piece: Int
  ) {
    guard let dx = operand.gradient.map({ $0 + bytes(piece * length) }) else { return }
    if operand.accumulates {
      tk_axpy(precision.kernel, length, 1, dy, dx)
    } else {
      tk_copy(precision.kernel, length, dy, dx)
    }
  }

  private func places(_ piece: Int) -> (first: Int, second: Int) {
    let start = piece * (lengths.first + lengths.second)
    return (bytes(start), bytes(start + lengths.first))
  }

  private func bytes(_ count: Int) -> Int { count * precision.byteCount }
}

extension Tensor {
  /// Tensors below each other (`axis: 0`) or beside each other (`axis: 1`), as one.
  ///
  /// ```swift
  /// let row = Tensor([[1, 2]])
  /// Tensor(concatenating: [row, 2 * row], axis: 0).values  // == [1, 2, 2, 4]
  /// Tensor(concatenating: [row, 2 * row], axis: 1).columns  // == 4
  /// ```
  public convenience init(
    concatenating tensors: [Tensor], axis: Int, file: StaticString = #filePath, line: UInt = #line
  ) {
    check(axis == 0 || axis == 1, .axis(axis), file, line)
    check(!tensors.isEmpty, .emptyTensor, file, line)
    for tensor in tensors {
      let fits = axis == 0 ? tensor.columns == tensors[0].columns : tensor.rows == tensors[0].rows
      check(
        fits && tensor.precision == tensors[0].precision,
        .concatenation(tensors[0].shape, tensor.shape, axis: axis), file, line)
    }
    guard let last = tensors.last, tensors.count > 1 else {
      self.init(Scaling(tensors[0], by: 1, adding: 0))
      return
    }
    let before = tensors[1..<tensors.count - 1].reduce(tensors[0]) {
      Tensor(Concatenation($0, $1, axis: axis))
    }
    self.init(Concatenation(before, last, axis: axis))
  }
}

extension Mistake {
  package static func axis(_ axis: Int) -> Mistake {
    Mistake(
      "A tensor has the axes 0, from row to row, and 1, from column to column, but not \(axis).")
  }

  package static func concatenation(_ one: Shape, _ other: Shape, axis: Int) -> Mistake {
    if one.precision != other.precision {
      return .shapes(
        "Concatenating", one,
        Shape(rows: one.rows, columns: one.columns, precision: other.precision))
    }
    return Mistake(
      "Tensors \(axis == 0 ? "below each other need as many columns" : "beside each other need as many rows")"
        + ", but got \(one.text) and \(other.text).")
  }
}
