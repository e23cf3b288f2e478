internal import TrainingKernels

/// y = gamma · (x − mean)/√(variance + epsilon) + beta with the mean and (biased) variance of each
/// column over the rows at hand (Ioffe & Szegedy 2015).
///
/// dx = gamma/√(variance + epsilon) · (dy − mean(dy) − x̂ · mean(dy·x̂)), dgamma = Σ dy·x̂, dbeta = Σ dy.
final class BatchNormalization: Operation {
  private let epsilon: Double
  private let mean: Storage
  private let variance: Storage
  private let inverseDeviation: Storage
  private let normalized: Storage
  private let unusedScale: Storage
  private let unusedShift: Storage
  private let running: RunningStatistics?

  /// - Parameter running: Statistics to move toward those of each batch; nil leaves all as they are.
  init(
    of x: Tensor, scale: Tensor, shift: Tensor, epsilon: Double,
    updating running: RunningStatistics?
  ) {
    self.epsilon = epsilon
    self.running = running
    mean = Storage(count: x.columns, precision: x.precision)
    variance = Storage(count: x.columns, precision: x.precision)
    inverseDeviation = Storage(count: x.columns, precision: x.precision)
    unusedScale = Storage(count: x.columns, precision: x.precision)
    unusedShift = Storage(count: x.columns, precision: x.precision)
    normalized = Storage(count: x.count, precision: x.precision)
    super.init([x, scale, shift], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { "batchNorm" }

  override func forward() {
    tk_batch_norm_forward(
      precision.kernel, rows, columns, first.values, second.values, third.values, epsilon,
      mean.start, variance.start, inverseDeviation.start, normalized.start, output.values)
    running?.move(towardMean: mean, variance: variance, examples: rows)
  }

  override func backward() {
    // The sums over the batch are part of dx: they are computed even if nobody asks for them.
    tk_batch_norm_backward(
      precision.kernel, rows, columns, normalized.start, inverseDeviation.start, second.values,
      output.gradient, second.gradient ?? unusedScale.start, third.gradient ?? unusedShift.start,
      second.accumulates || third.accumulates, first.gradient, first.accumulates)
  }
}

/// y = gamma · (x − mean)/√(variance + epsilon) + beta with given statistics, as when a trained
/// network is used.
///
/// dx = dy · gamma/√(variance + epsilon), dgamma = Σ dy·x̂, dbeta = Σ dy.
final class Standardization: Operation {
  private let epsilon: Double
  private let running: RunningStatistics

  init(
    of x: Tensor, scale: Tensor, shift: Tensor, epsilon: Double, with running: RunningStatistics
  ) {
    self.epsilon = epsilon
    self.running = running
    super.init([x, scale, shift], rows: x.rows, columns: x.columns)
  }

  override var symbol: String { "batchNorm" }

  override func forward() {
    tk_batch_norm_apply(
      precision.kernel, rows, columns, first.values, running.mean.start, running.variance.start,
      second.values, third.values, epsilon, output.values)
  }

  // Only a gradient through a finished network comes here, so that plain loops will do.
  override func backward() {
    for column in 0..<columns {
      let inverse = 1 / (running.variance[column] + epsilon).squareRoot()
      let slope = inputs[1].storage[column] * inverse
      var dScale = 0.0, dShift = 0.0
      for row in 0..<rows {
        let index = row * columns + column
        let dy = read(output.gradient, index)
        dScale += dy * (inputs[0].storage[index] - running.mean[column]) * inverse
        dShift += dy
        write(dy * slope, to: first, index)
      }
      write(dScale, to: second, column)
      write(dShift, to: third, column)
    }
  }

  private func read(_ start: UnsafeMutableRawPointer?, _ index: Int) -> Double {
    guard let start else { return 0 }
    switch precision {
    case .float: return Double(start.assumingMemoryBound(to: Float.self)[index])
    case .double: return start.assumingMemoryBound(to: Double.self)[index]
    }
  }

  private func write(_ value: Double, to operand: Operand, _ index: Int) {
    guard let gradient = operand.gradient else { return }
    let sum = operand.accumulates ? read(gradient, index) + value : value
    switch precision {
    case .float: gradient.assumingMemoryBound(to: Float.self)[index] = Float(sum)
    case .double: gradient.assumingMemoryBound(to: Double.self)[index] = sum
    }
  }
}

/// The averages of mean and variance that a batch-norm layer has seen while training.
final class RunningStatistics {
  let mean: Storage
  let variance: Storage
  private let momentum: Double

  init(columns: Int, precision: Precision, momentum: Double) {
    mean = Storage(count: columns, precision: precision)
    variance = Storage(count: columns, precision: precision)
    variance.fill(1)
    self.momentum = momentum
  }

  /// running = (1 − momentum)·running + momentum·batch, with the unbiased variance of the batch.
  func move(towardMean mean: Storage, variance: Storage, examples: Int) {
    let unbiased = Double(examples) / Double(max(1, examples - 1))
    let kernel = mean.precision.kernel
    tk_axpby(
      kernel, mean.count, momentum, mean.start, 1 - momentum, self.mean.start, self.mean.start)
    tk_axpby(
      kernel, mean.count, momentum * unbiased, variance.start, 1 - momentum, self.variance.start,
      self.variance.start)
  }
}
