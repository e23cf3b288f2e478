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

/// The targets of the batch as a tensor that nothing is derived from; of data with classes, one-hot rows.
final class OneHot: Operation {
  private let labels: Labels
  private let file: StaticString
  private let line: UInt

  init(_ labels: Labels, like outputs: Tensor, _ file: StaticString, _ line: UInt) {
    (self.labels, self.file, self.line) = (labels, file, line)
    // An operation has an input; this one is of the right precision and wants no derivative.
    let none = Tensor(rows: 1, columns: 1, precision: outputs.precision, tracksGradient: false)
    super.init([none], rows: outputs.rows, columns: outputs.columns)
  }

  override var symbol: String { "targets" }

  override func forward() {
    if let targets = labels.targets {
      tk_copy(precision.kernel, count, targets.start, output.values)
    } else {
      result.fill(0)
      for example in 0..<rows {
        let label = labels[example]
        check(label < columns, .labelWithoutOutput(label, columns), file, line)
        result[example * columns + label] = 1
      }
    }
  }
}

/// The mean of t·softplus(−z) + (1 − t)·softplus(z) over the outputs z.
///
/// Slope: ((1 − t)·σ(z) − t·σ(−z)) / (examples · columns).
final class BinaryCrossEntropy: LossOperation {
  private let labels: Labels
  private let targets: Storage
  private let rests: Storage
  private let negated: Storage
  private let costs: Storage

  init(of outputs: Tensor, _ labels: Labels) {
    self.labels = labels
    func buffer() -> Storage { Storage(count: outputs.count, precision: outputs.precision) }
    targets = labels.targets ?? buffer()
    (rests, negated, costs) = (buffer(), buffer(), buffer())
    super.init(of: outputs)
  }

  override func forward() {
    let kernel = precision.kernel, count = slopes.count
    if labels.targets == nil { fillTargets() }
    tk_affine(kernel, count, -1, targets.start, 1, rests.start)
    tk_map(kernel, .negate, count, first.values, negated.start)
    tk_map(kernel, .softplus, count, first.values, costs.start)
    var total = tk_dot(kernel, count, rests.start, costs.start)
    tk_map(kernel, .softplus, count, negated.start, costs.start)
    total += tk_dot(kernel, count, targets.start, costs.start)
    result[0] = total / Double(count)

    tk_map(kernel, .sigmoid, count, first.values, slopes.start)
    tk_combine(kernel, .multiply, count, rests.start, slopes.start, slopes.start, false)
    tk_map(kernel, .sigmoid, count, negated.start, costs.start)
    tk_combine(kernel, .multiply, count, targets.start, costs.start, costs.start, false)
    tk_combine(kernel, .subtract, count, slopes.start, costs.start, slopes.start, false)
    tk_affine(kernel, count, 1 / Double(count), slopes.start, 0, slopes.start)
  }

  private func fillTargets() {
    targets.fill(0)
    for example in 0..<examples {
      if width == 1 {
        targets[example] = labels[example] == 0 ? 0 : 1
      } else {
        targets[example * width + labels[example]] = 1
      }
    }
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
