internal import TrainingKernels

/// A number computed from the outputs of a network, whose slopes fall out of the forward pass.
///
/// `slopes` holds the derivative of the number with respect to each output; dx = dy · slopes.
class LossOperation: Operation {
  final let slopes: Storage
  final let examples: Int
  final let width: Int

  init(of outputs: Tensor) {
    slopes = Storage(count: outputs.count, precision: outputs.precision)
    examples = outputs.rows
    width = outputs.columns
    super.init([outputs], rows: 1, columns: 1)
  }

  override final var symbol: String { "loss" }

  override final func backward() {
    guard let dx = first.gradient else { return }
    if first.accumulates {
      tk_axpy(precision.kernel, slopes.count, outputSlope, slopes.start, dx)
    } else {
      tk_affine(precision.kernel, slopes.count, outputSlope, slopes.start, 0, dx)
    }
  }
}

/// The mean over the examples of −log softmax(outputs)[label].
///
/// Slope: (softmax(outputs) − [label]) / examples.
final class SoftmaxCrossEntropy: LossOperation {
  private let labels: Labels

  init(of outputs: Tensor, _ labels: Labels) {
    self.labels = labels
    super.init(of: outputs)
  }

  override func forward() {
    result[0] = tk_softmax_cross_entropy(
      precision.kernel, examples, width, first.values, labels.start, 1, nil, nil, slopes.start)
  }
}

/// The mean of (output − target)², where the target, if the data has none, is 1 in the column of the
/// label and 0 elsewhere.
///
/// Slope: 2 (output − target) / (examples · columns).
final class SquaredError: LossOperation {
  private let labels: Labels
  private let targets: Storage

  init(of outputs: Tensor, _ labels: Labels) {
    self.labels = labels
    targets =
      labels.targets ?? Storage(count: outputs.count, precision: outputs.precision)
    super.init(of: outputs)
  }

  override func forward() {
    if labels.targets == nil {
      targets.fill(0)
      for example in 0..<examples { targets[example * width + labels[example]] = 1 }
    }
    result[0] = tk_squared_error(
      precision.kernel, slopes.count, first.values, targets.start, 1 / Double(slopes.count), 1,
      slopes.start)
  }
}

/// Σ output · direction, for fixed directions: its slopes are the directions.
final class LinearFunctional: LossOperation {
  init(of outputs: Tensor, key: UInt64) {
    super.init(of: outputs)
    tk_random_fill_normal(precision.kernel, slopes.count, key, 0, 0, 1, slopes.start)
  }

  override func forward() {
    result[0] = tk_dot(precision.kernel, slopes.count, first.values, slopes.start)
  }
}
