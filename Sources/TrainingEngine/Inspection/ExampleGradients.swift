internal import TrainingKernels

// The gradient of a dense layer is a sum over the examples, dL/dW = Σ xᵢᵀ·δᵢ: one backward pass holds
// all its terms. A loss that is a mean has the factor 1/n in every δᵢ, which is taken out here.
extension LayerStep {
  /// The gradient of the weights of a dense layer for one example alone, n·xᵢᵀ·δᵢ of n examples.
  ///
  /// The mean over all examples is ``weightGradient``, if the loss is a mean over the examples and no
  /// batch norm ties them together.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1, bias: false, weights: .zero) }
  /// let data = Dataset(inputs: [[1, 2], [3, 4]], targets: [[1], [1]])
  /// let step = network.inspect(data, minimizing: .squaredError)
  /// step.linearLayers[0].exampleGradient(1).values  // == [-6, -8]
  /// step.linearLayers[0].weightGradient.values  // == [-4, -6]
  /// ```
  public func exampleGradient(
    _ example: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    check(layer.role == .linear, .noExampleGradient(name), file, line)
    check(
      (0..<output.rows).contains(example), .example(example, count: output.rows), file, line)
    let weights = weights
    let result = Tensor(
      rows: weights.rows, columns: weights.columns, precision: weights.precision,
      tracksGradient: false)
    for row in 0..<weights.rows {
      tk_affine(
        weights.precision.kernel, weights.columns, Double(output.rows) * input[example, row],
        start(of: outputGradient, example), 0,
        result.storage.start + row * weights.columns * weights.precision.byteCount)
    }
    return result
  }

  /// The squared length of the gradient of the weights and biases of a dense layer for each example
  /// alone: n²·(|xᵢ|² + 1)·|δᵢ|², without the 1 where there are no biases.
  var squaredExampleGradientNorms: [Double] {
    let kernel = output.precision.kernel
    let hasBiases = layer.parameters.count > 1
    let examples = Double(output.rows)
    return (0..<output.rows).map { example in
      let inputs = tk_sum_of_squares(kernel, input.columns, start(of: input, example))
      let delta = tk_sum_of_squares(kernel, output.columns, start(of: outputGradient, example))
      return examples * examples * (inputs + (hasBiases ? 1 : 0)) * delta
    }
  }

  private func start(of tensor: Tensor, _ row: Int) -> UnsafeMutableRawPointer {
    tensor.storage.start + row * tensor.columns * tensor.precision.byteCount
  }
}

extension Step {
  /// The length of the gradient of all parameters for each example of the batch alone.
  ///
  /// Of the squares of these lengths and of ``totalGradientNorm`` follows what a smaller batch of B
  /// out of the n examples would bring: E|g_B|² = |g|² + (mean |gᵢ|² − |g|²)/B · (n − B)/(n − 1).
  /// It needs a network of dense layers and activations, and a loss that is a mean over the examples.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1, bias: false, weights: .zero) }
  /// let data = Dataset(inputs: [[3, 4], [0, 1]], targets: [[1], [-1]])
  /// network.inspect(data, minimizing: .squaredError).exampleGradientNorms  // == [10, 2]
  /// ```
  public var exampleGradientNorms: [Double] {
    for layer in layers where !layer.layer.parameters.isEmpty && layer.layer.role != .linear {
      stop(.noExampleGradient(layer.name), #filePath, #line)
    }
    var squares = [Double](repeating: 0, count: input.rows)
    for layer in linearLayers {
      for (example, square) in layer.squaredExampleGradientNorms.enumerated() {
        squares[example] += square
      }
    }
    return squares.map { $0.squareRoot() }
  }
}

extension Mistake {
  package static func noExampleGradient(_ layer: String) -> Mistake {
    Mistake("\(layer) is not a dense layer: only of those the gradient falls apart by example.")
  }

  package static func example(_ example: Int, count: Int) -> Mistake {
    Mistake("There is no example \(example) in a batch of \(count); ask for 0 to \(count - 1).")
  }
}
