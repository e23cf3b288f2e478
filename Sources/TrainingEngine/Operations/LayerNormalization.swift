internal import TrainingKernels

/// y = gamma · (x − mean)/√(variance + epsilon) + beta with the mean and (biased) variance of each row
/// (Ba, Kiros & Hinton 2016).
///
/// With g = dy·gamma: dx = (g − mean(g) − x̂ · mean(g·x̂))/√(variance + epsilon) in each row;
/// dgamma = Σ dy·x̂ and dbeta = Σ dy over the rows.
final class LayerNormalization: Operation {
  private let epsilon: Double
  private let normalized: Storage
  private let inverseDeviations: Storage
  private let work: Storage

  init(of x: Tensor, scale: Tensor, shift: Tensor, epsilon: Double) {
    self.epsilon = epsilon
    normalized = Storage(count: x.count, precision: x.precision)
    inverseDeviations = Storage(count: x.rows, precision: .double)
    work = Storage(count: x.count, precision: x.precision)
    super.init([x, scale, shift], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { "layerNorm" }

  override func forward() {
    let kernel = precision.kernel
    for row in 0..<rows {
      let x = first.values + offset(row), normal = normalized.start + offset(row)
      let y = output.values + offset(row)
      let mean = tk_sum(kernel, columns, x) / Double(columns)
      let squares = tk_sum_of_squared_differences(kernel, columns, x, mean)
      let inverse = 1 / (squares / Double(columns) + epsilon).squareRoot()
      inverseDeviations[row] = inverse
      tk_affine(kernel, columns, 1, x, -mean, normal)
      tk_affine(kernel, columns, inverse, normal, 0, normal)
      tk_combine(kernel, .multiply, columns, normal, second.values, y, false)
      tk_combine(kernel, .add, columns, y, third.values, y, false)
    }
  }

  override func backward() {
    guard let dy = output.gradient else { return }
    let kernel = precision.kernel
    if let dScale = second.gradient {
      tk_combine(kernel, .multiply, count, dy, normalized.start, work.start, false)
      tk_column_sums(kernel, rows, columns, work.start, dScale, second.accumulates)
    }
    if let dShift = third.gradient {
      tk_column_sums(kernel, rows, columns, dy, dShift, third.accumulates)
    }
    guard let dx = first.gradient else { return }
    for row in 0..<rows {
      let g = work.start + offset(row), normal = normalized.start + offset(row)
      tk_combine(kernel, .multiply, columns, dy + offset(row), second.values, g, false)
      let mean = tk_sum(kernel, columns, g) / Double(columns)
      let along = tk_dot(kernel, columns, g, normal) / Double(columns)
      tk_affine(kernel, columns, 1, g, -mean, g)
      tk_axpy(kernel, columns, -along, normal, g)
      let target = dx + offset(row)
      if first.accumulates {
        tk_axpy(kernel, columns, inverseDeviations[row], g, target)
      } else {
        tk_affine(kernel, columns, inverseDeviations[row], g, 0, target)
      }
    }
  }

  private func offset(_ row: Int) -> Int { row * columns * precision.byteCount }
}
