internal import TrainingKernels

extension Network {
  /// The derivative of each output with respect to each input at one point: outputs×inputs.
  ///
  /// One forward and one backward pass: the point is sent through once for each output. Batch norm
  /// uses its running statistics.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 2, weights: .values([0, 3, 4, 0])) }
  /// network.jacobian(at: [0.1, 0.2]).values  // == [0, 4, 3, 0]
  /// network.jacobian(at: [0.1, 0.2]).singularValues  // == [4, 3]
  /// ```
  public func jacobian(
    at input: [Double], file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    let outputs = layers.reduce(input.count) { columns, layer in layer.outputColumns ?? columns }
    let data = Dataset(
      inputs: [[Double]](repeating: input, count: outputs), labels: [], file: file, line: line)
    let precision = precision
    let diagonal = Loss("diagonal") { outputs, _ in
      let ones = Tensor(
        rows: outputs.rows, columns: outputs.columns, precision: precision, tracksGradient: false)
      for index in 0..<outputs.columns { ones[index, index] = 1 }
      return (outputs * ones).sum()
    }
    checkFit(of: data, examples: outputs, to: diagonal, mode: .runningStatistics, file, line)
    let pass = Pass(
      self, minimizing: diagonal, mode: .runningStatistics, examples: outputs,
      features: input.count, tracksInput: true)
    pass.load(data)
    _ = pass.forward()
    pass.backward()
    return pass.input.gradient
  }
}

extension Tensor {
  /// The singular values, the largest first: the factors by which the matrix stretches.
  ///
  /// One-sided Jacobi rotations (Hestenes 1958) in 64 bits: columns are turned until all are
  /// perpendicular; their lengths are the singular values.
  ///
  /// ```swift
  /// Tensor([[3, 0], [0, -4]]).singularValues  // == [4, 3]
  /// ```
  public var singularValues: [Double] {
    var vectors = rows < columns ? (0..<rows).map(row) : (0..<columns).map(column)
    guard isFinite else { return vectors.map { _ in .nan } }
    let length = max(rows, columns)
    for _ in 0..<60 {
      var isDone = true
      for i in vectors.indices {
        for j in vectors.indices.dropFirst(i + 1) {
          if turn(&vectors, i, j, length) { isDone = false }
        }
      }
      if isDone { break }
    }
    return vectors.map { tk_sum_of_squares(.float64, length, $0).squareRoot() }
      .sorted { $0 > $1 }
  }

  /// Makes two vectors perpendicular by a rotation; false if they are.
  private func turn(_ vectors: inout [[Double]], _ i: Int, _ j: Int, _ length: Int) -> Bool {
    let product = tk_dot(.float64, length, vectors[i], vectors[j])
    let a = tk_sum_of_squares(.float64, length, vectors[i])
    let b = tk_sum_of_squares(.float64, length, vectors[j])
    guard product.magnitude > 1e-15 * (a * b).squareRoot() else { return false }
    let ratio = (b - a) / (2 * product)
    let tangent = (ratio < 0 ? -1 : 1) / (ratio.magnitude + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot(), sine = cosine * tangent
    let first = vectors[i]
    let second = vectors[j]
    tk_axpby(.float64, length, -sine, second, cosine, first, &vectors[i])
    tk_axpby(.float64, length, sine, first, cosine, second, &vectors[j])
    return true
  }
}
