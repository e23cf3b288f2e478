extension Tensor {
  /// Computes the derivative of this single number with respect to every tensor behind it.
  ///
  /// Each call starts afresh: gradients of an earlier call are replaced, not added to.
  ///
  /// ```swift
  /// let x = Tensor(3)
  /// x.squared().backward()
  /// x.gradient.value  // == 6
  /// ```
  public func backward(file: StaticString = #filePath, line: UInt = #line) {
    check(count == 1, .backwardOfMany(rows: rows, columns: columns), file, line)
    Plan(computing: self).backward()
  }

  /// The derivative that the last backward pass found, in the shape of this tensor.
  ///
  /// It shares the buffer of the pass: the next backward pass changes it.
  public var gradient: Tensor { gradient() }

  func gradient(file: StaticString = #filePath, line: UInt = #line) -> Tensor {
    guard let gradients else { stop(.noGradient, file, line) }
    if let gradientView { return gradientView }
    let view = Tensor(storage: gradients, rows: rows, columns: columns, tracksGradient: false)
    gradientView = view
    return view
  }
}
