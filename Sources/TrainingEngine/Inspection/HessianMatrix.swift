internal import TrainingKernels

extension Network {
  /// The Hessian of the loss over all of `data`: how the derivative with respect to each parameter
  /// changes with each other, in the order of ``parameterVector``.
  ///
  /// Column by column by differences of gradients, so two passes a parameter; for networks of some
  /// hundred parameters, best with `precision: .double`. Its ``Tensor/eigenvalues`` are the
  /// curvatures.
  ///
  /// ```swift
  /// // The loss is (v·w − 1)², which has a saddle at v = w = 0.
  /// let network = Network(seed: 1, precision: .double) {
  ///   Dense(from: 1, to: 1, bias: false, weights: .zero)
  ///   Dense(from: 1, to: 1, bias: false, weights: .zero)
  /// }
  /// let data = Dataset(inputs: [[1]], targets: [[1]])
  /// let hessian = network.hessian(on: data, minimizing: .squaredError)
  /// hessian.values.map { $0.rounded() }  // == [0, -2, -2, 0]
  /// hessian.eigenvalues.map { $0.rounded() }  // == [2, -2]
  /// ```
  public func hessian(
    on data: Dataset, minimizing loss: Loss, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    checkFit(of: data, examples: data.count, to: loss, mode: .batchStatistics, file, line)
    check(
      (1...1000).contains(parameterCount), .hessian(parameters: parameterCount), file, line)
    let pass = Pass(
      self, minimizing: loss, mode: .batchStatistics, examples: data.count,
      features: data.features)
    pass.load(data)
    let product = HessianProduct(pass)
    let places = parameters.flatMap { parameter in
      let offset = (parameter.value.storage.start - store.values.start) / precision.byteCount
      return (0..<parameter.count).map { offset + $0 }
    }
    let direction = Storage(count: store.values.count, precision: precision)
    let image = Storage(count: direction.count, precision: precision)
    let hessian = Tensor(
      rows: places.count, columns: places.count, precision: .double, tracksGradient: false)
    for (column, place) in places.enumerated() {
      direction[place] = 1
      product.apply(to: direction, result: image)
      direction[place] = 0
      for (row, place) in places.enumerated() { hessian[row, column] = image[place] }
    }
    // Differences have errors, and a Hessian has none across its diagonal.
    for row in 0..<places.count {
      for column in 0..<row {
        let mean = (hessian[row, column] + hessian[column, row]) / 2
        (hessian[row, column], hessian[column, row]) = (mean, mean)
      }
    }
    return hessian
  }
}

extension Tensor {
  /// The eigenvalues of a symmetric matrix, the largest first; negative ones come last.
  ///
  /// ```swift
  /// Tensor([[2, 1], [1, 2]]).eigenvalues.map { $0.rounded() }  // == [3, 1]
  /// ```
  public var eigenvalues: [Double] {
    check(rows == columns, .eigenvalues(shape), #filePath, #line)
    guard isFinite else { return [Double](repeating: .nan, count: rows) }
    let length = norm
    // Shifted by its length the matrix has no negative eigenvalue, so that they are its singular
    // values.
    let shifted = Tensor(rows: rows, columns: columns, precision: .double, tracksGradient: false)
    for row in 0..<rows {
      for column in 0..<columns {
        check(
          (self[row, column] - self[column, row]).magnitude <= 1e-5 * length,
          .notSymmetric(row, column),
          #filePath, #line)
        shifted[row, column] = self[row, column] + (row == column ? length : 0)
      }
    }
    return shifted.singularValues.map { $0 - length }
  }
}

extension Mistake {
  package static func hessian(parameters: Int) -> Mistake {
    Mistake(
      "hessian(on:minimizing:) is for networks of 1 to 1000 parameters, but this one has \(parameters); "
        + "largestHessianEigenvalue(on:minimizing:) takes any number.")
  }

  package static func eigenvalues(_ shape: Shape) -> Mistake {
    Mistake(
      "Only a square matrix has eigenvalues, but this tensor is \(shape.text); try singularValues.")
  }

  package static func notSymmetric(_ row: Int, _ column: Int) -> Mistake {
    Mistake(
      "eigenvalues are those of a symmetric matrix, but [\(row), \(column)] is not [\(column), \(row)]; "
        + "try singularValues.")
  }
}
