/// Batch normalization (Ioffe & Szegedy 2015): y = γ·(x − mean)/√(variance + ε) + β, feature by
/// feature.
///
/// While training, mean and (biased) variance are those of the batch, and the running statistics
/// move toward the batch's mean and unbiased variance by the factor `momentum`. When the network is
/// used, the running statistics stand in.
///
/// ```swift
/// let norm = BatchNorm(1, epsilon: 0, momentum: 0.5)
/// let network = Network(seed: 1) {
///   Dense(from: 1, to: 1, bias: false, weights: .constant(1))  // a bias would be subtracted again
///   norm
/// }
/// network([[1], [5]], using: .batchStatistics)  // == [[-1], [1]]
/// _ = network.train(
///   on: Dataset(inputs: [[1], [5]], targets: [[0], [0]]), minimizing: .squaredError,
///   using: .sgd(rate: 0.25), steps: 1)
/// norm.runningMean  // == [1.5]
/// norm.runningVariance  // == [4.5]
/// norm.scale.value.values  // == [0.5]
/// norm.shift.value.values  // == [0]
/// ```
public final class BatchNorm: Layer {
  /// "BatchNorm".
  public let kind = "BatchNorm"
  /// It changes scale and center.
  public let role = LayerRole.normalization
  /// γ, 1 at first.
  public let scale: Parameter
  /// β, 0 at first.
  public let shift: Parameter
  /// ε, which keeps a constant feature from dividing by zero.
  public let epsilon: Double
  /// How far the running statistics move toward those of each batch.
  public let momentum: Double
  private let features: Int
  private var running: RunningStatistics?

  /// Normalizes rows of `features` numbers.
  public init(
    _ features: Int, epsilon: Double = 1e-5, momentum: Double = 0.1,
    scale: Initializer = .constant(1),
    shift: Initializer = .zero, file: StaticString = #filePath, line: UInt = #line
  ) {
    check(features > 0, .batchNormSize(features), file, line)
    self.features = features
    self.epsilon = epsilon
    self.momentum = momentum
    self.scale = Parameter("scale", rows: 1, columns: features, initializer: scale)
    self.shift = Parameter("shift", rows: 1, columns: features, initializer: shift)
  }

  /// The source that makes it.
  public var description: String {
    var source = "BatchNorm(\(features)"
    if epsilon != 1e-5 { source += ", epsilon: \(TrainingEngine.source(epsilon))" }
    if momentum != 0.1 { source += ", momentum: \(TrainingEngine.source(momentum))" }
    let start = scale.initializer.description
    if start != ".constant(1)" { source += ", scale: \(start)" }
    let center = shift.initializer.description
    if center != ".zero" { source += ", shift: \(center)" }
    return source + ")"
  }

  /// γ and β.
  public var parameters: [Parameter] { [scale, shift] }
  /// The running statistics.
  public var buffers: [(name: String, value: Tensor)] {
    [("running mean", statistics.mean), ("running variance", statistics.variance)].map {
      ($0, Tensor(storage: $1, rows: 1, columns: features, tracksGradient: false))
    }
  }
  /// The number of features.
  public var inputColumns: Int? { features }

  /// The mean of each feature, averaged over the batches of training; 0 before any.
  public var runningMean: [Double] { statistics.mean.values }
  /// The variance of each feature, averaged over the batches of training; 1 before any.
  public var runningVariance: [Double] { statistics.variance.values }

  /// Forgets the running statistics.
  public func prepare(precision: Precision, seed: Int, name: String) {
    running = RunningStatistics(columns: features, precision: precision, momentum: momentum)
  }

  /// A batch of one has no variance.
  public func mistake(examples: Int, mode: Mode) -> String? {
    guard examples < 2, mode != .runningStatistics else { return nil }
    return "\(description) needs at least 2 examples to train on: "
      + "the variance of a single example is undefined."
  }

  /// The normalized batch.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    if mode == .runningStatistics {
      return Tensor(
        Standardization(
          of: input, scale: scale.value, shift: shift.value, epsilon: epsilon, with: statistics))
    }
    return Tensor(
      BatchNormalization(
        of: input, scale: scale.value, shift: shift.value, epsilon: epsilon,
        updating: mode == .training ? statistics : nil))
  }

  private var statistics: RunningStatistics {
    guard let running else { stop(.layerWithoutNetwork("statistics"), #filePath, #line) }
    return running
  }
}

extension Mistake {
  package static func batchNormSize(_ features: Int) -> Mistake {
    Mistake("BatchNorm(\(features)) cannot be: there must be at least one feature.")
  }
}
