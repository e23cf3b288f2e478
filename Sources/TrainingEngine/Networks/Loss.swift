internal import TrainingKernels

/// What training makes small: a number computed from the outputs of a network and the labels.
///
/// A loss is an expression of tensors; its derivative follows from theirs.
///
/// ```swift
/// let network = Network(seed: 1, precision: .double) {
///   Dense(from: 1, to: 2, weights: .values([1, 3]))
/// }
/// let data = Dataset(inputs: [[1]], labels: [1])
/// let meanOutput = Loss("meanOutput") { outputs, _ in outputs.average() }
/// network.evaluate(on: data, minimizing: meanOutput).loss  // == 2
/// network.evaluate(on: data, minimizing: .squaredError).loss  // == 2.5
/// network.evaluate(on: data, minimizing: .crossEntropy).loss  // == 0.1269280110429726
/// network.evaluate(on: data, minimizing: .binaryCrossEntropy).loss  // == 0.6809245195459824
/// meanOutput.description  // == ".meanOutput"
/// ```
public struct Loss: Sendable, CustomStringConvertible {
  /// The source that makes it.
  public let description: String
  package let needsLabels: Bool
  /// Whether targets will do in the place of labels.
  package let takesTargets: Bool
  /// Whether a single output will do for two classes.
  package let takesOneOutput: Bool
  /// Whether it is not one of the engine's own.
  private(set) var isOfALesson = false
  package let compute: @Sendable (_ outputs: Tensor, _ labels: Labels) -> Tensor

  /// A loss of your own: a 1×1 tensor from the outputs, one row an example, and what they should
  /// be, which ``Labels/targets(like:file:line:)`` tells.
  ///
  /// - Parameter needsLabels: Whether data with neither classes nor targets is to be refused.
  public init(
    _ name: String, needsLabels: Bool = false,
    compute: @escaping @Sendable (_ outputs: Tensor, _ labels: Labels) -> Tensor
  ) {
    self.init(name, needsLabels: needsLabels, takesTargets: true, compute: compute)
    isOfALesson = true
  }

  init(
    _ name: String, needsLabels: Bool, takesTargets: Bool, takesOneOutput: Bool = false,
    compute: @escaping @Sendable (_ outputs: Tensor, _ labels: Labels) -> Tensor
  ) {
    description = ".\(name)"
    self.needsLabels = needsLabels
    self.takesTargets = takesTargets
    self.takesOneOutput = takesOneOutput
    self.compute = compute
  }

  /// The mean over the examples of −log softmax(outputs)[label].
  ///
  /// Guessing among c classes costs ln c.
  public static let crossEntropy = Loss("crossEntropy", needsLabels: true, takesTargets: false) {
    outputs, labels in
    Tensor(SoftmaxCrossEntropy(of: outputs, labels))
  }

  /// The mean of (output − target)² over examples and outputs.
  ///
  /// The targets are those of the data; of data with classes, the target is 1 in the column of the
  /// label and 0 elsewhere.
  public static let squaredError = Loss("squaredError", needsLabels: true, takesTargets: true) {
    outputs, labels in
    Tensor(SquaredError(of: outputs, labels))
  }

  /// The mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)) over examples and outputs z, each a yes or no
  /// of its own, computed from z itself, so that nothing overflows or cancels.
  ///
  /// The targets t, between 0 and 1, are those of the data. Of data with classes, t is 1 in the
  /// column of the label and 0 elsewhere; a single output stands for two classes: t is the label, 0
  /// or 1, and z > 0 means class 1.
  ///
  /// ```swift
  /// Network(seed: 1) { Dense(from: 2, to: 1) }
  ///   .train(on: .spirals(count: 100, seed: 1), minimizing: .binaryCrossEntropy, …)
  /// ```
  public static let binaryCrossEntropy = Loss(
    "binaryCrossEntropy", needsLabels: true, takesTargets: true, takesOneOutput: true
  ) { outputs, labels in
    Tensor(BinaryCrossEntropy(of: outputs, labels))
  }

  /// Σ output · direction, for normally distributed directions that the seed fixes.
  ///
  /// Not to be minimized but to look at a backward pass without a loss function's own quirks: the
  /// gradient that enters the last layer is the same whatever the network does.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 3, to: 2, weights: .zero) }
  /// let inputs = Dataset.gaussian(count: 1, features: 3, seed: 1)
  /// let one = network.inspect(inputs, minimizing: .linearProbe(seed: 7))
  /// let other = Network(seed: 2) { Dense(from: 3, to: 2) }
  ///   .inspect(inputs, minimizing: .linearProbe(seed: 7))
  /// one.layers[0].outputGradient.values == other.layers[0].outputGradient.values  // == true
  /// ```
  public static func linearProbe(seed: Int) -> Loss {
    let key = RandomStream(seed: seed, name: "linear probe").key
    return Loss("linearProbe(seed: \(seed))") { outputs, _ in
      Tensor(LinearFunctional(of: outputs, key: key))
    }
  }
}
