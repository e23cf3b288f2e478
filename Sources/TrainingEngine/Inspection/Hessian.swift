internal import TrainingKernels

extension Network {
  /// The eigenvalue of the largest size of the Hessian of the loss over all of `data`: the sharpest
  /// curvature in any direction of the parameters.
  ///
  /// Power iteration, v ← H·v/|H·v|, on differences of gradients, H·v ≈ (g(w + h·v) − g(w − h·v))/2h,
  /// so that each iteration costs two passes. Plain gradient descent diverges beyond the rate 2/λ.
  /// Batch norm uses the statistics of `data`; the parameters are as before when it is done.
  ///
  /// ```swift
  /// // The loss (w·3 − 1)² has the second derivative 18 everywhere.
  /// let network = Network(seed: 1) { Dense(from: 1, to: 1, bias: false) }
  /// let data = Dataset(inputs: [[3]], targets: [[1]])
  /// network.largestHessianEigenvalue(on: data, minimizing: .squaredError).rounded()  // == 18
  /// ```
  /// - Parameters:
  ///   - iterations: Each takes the estimate nearer, the faster the larger the gap to the next one.
  ///   - seed: Where the search starts.
  public func largestHessianEigenvalue(
    on data: Dataset, minimizing loss: Loss, iterations: Int = 50, seed: Int = 0,
    file: StaticString = #filePath, line: UInt = #line
  ) -> Double {
    checkFit(of: data, examples: data.count, to: loss, mode: .batchStatistics, file, line)
    check(iterations > 0, .iterations(iterations), file, line)
    let pass = Pass(
      self, minimizing: loss, mode: .batchStatistics, examples: data.count,
      features: data.features)
    pass.load(data)
    let product = HessianProduct(pass)
    let direction = Storage(count: store.values.count, precision: precision)
    let stream = RandomStream(seed: seed, name: "Hessian")
    for parameter in parameters {
      let offset =
        (parameter.value.storage.start - store.values.start) / precision.byteCount
      for index in 0..<parameter.count {
        direction[offset + index] = stream.normal(offset + index)
      }
    }
    var eigenvalue = 0.0
    let image = Storage(count: direction.count, precision: precision)
    let kernel = precision.kernel
    for _ in 0..<iterations {
      let norm = tk_sum_of_squares(kernel, direction.count, direction.start).squareRoot()
      guard norm > 0 else { return 0 }
      tk_affine(kernel, direction.count, 1 / norm, direction.start, 0, direction.start)
      product.apply(to: direction, result: image)
      eigenvalue = tk_dot(kernel, direction.count, direction.start, image.start).withPlainNaN
      tk_copy(kernel, direction.count, image.start, direction.start)
    }
    return eigenvalue
  }
}

/// H·v at the parameters as they are.
final class HessianProduct {
  private let pass: Pass
  private let start: Storage
  private let distance: Double

  init(_ pass: Pass) {
    self.pass = pass
    let values = pass.network.store.values
    start = Storage(count: values.count, precision: values.precision)
    tk_copy(values.precision.kernel, values.count, values.start, start.start)
    let length = tk_sum_of_squares(values.precision.kernel, values.count, values.start).squareRoot()
    // Near the cube root of the rounding error, where it and the curvature's own change balance.
    distance = max(1, length) * (values.precision == .float ? 0x1p-8 : 0x1p-17)
  }

  func apply(to direction: Storage, result: Storage) {
    let store = pass.network.store
    let kernel = direction.precision.kernel
    let count = direction.count
    tk_axpby(kernel, count, distance, direction.start, 1, start.start, store.values.start)
    computeGradients()
    tk_copy(kernel, count, store.gradients.start, result.start)
    tk_axpby(kernel, count, -distance, direction.start, 1, start.start, store.values.start)
    computeGradients()
    let factor = 1 / (2 * distance)
    tk_axpby(kernel, count, -factor, store.gradients.start, factor, result.start, result.start)
    tk_copy(kernel, count, start.start, store.values.start)
  }

  private func computeGradients() {
    _ = pass.forward()
    pass.backward()
  }
}

extension Mistake {
  package static func iterations(_ iterations: Int) -> Mistake {
    Mistake("largestHessianEigenvalue needs at least one iteration, not \(iterations).")
  }
}
