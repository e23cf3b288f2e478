/// Layer normalization (Ba, Kiros & Hinton 2016): y = γ·(x − mean)/√(variance + ε) + β, with the mean
/// and (biased) variance of each row.
///
/// Unlike batch norm it looks at one example at a time, so that it does the same while training and
/// in use, and takes batches of one.
///
/// ```swift
/// let network = Network(seed: 1) { LayerNorm(2, epsilon: 0) }
/// network([[1, 3]])  // == [[-1, 1]]
/// ```
public final class LayerNorm: Layer {
  /// "LayerNorm".
  public let kind = "LayerNorm"
  /// It changes scale and center.
  public let role = LayerRole.normalization
  /// γ, 1 at first.
  ///
  /// ```swift
  /// let norm = LayerNorm(2, scale: .constant(3))
  /// _ = Network(seed: 1) { norm }
  /// norm.scale.value.values  // == [3, 3]
  /// norm.shift.value.values  // == [0, 0]
  /// ```
  public let scale: Parameter
  /// β, 0 at first.
  public let shift: Parameter
  /// ε, which keeps a constant row from dividing by zero.
  public let epsilon: Double
  private let features: Int

  /// Normalizes rows of `features` numbers.
  public init(
    _ features: Int, epsilon: Double = 1e-5, scale: Initializer = .constant(1),
    shift: Initializer = .zero, file: StaticString = #filePath, line: UInt = #line
  ) {
    check(features > 1, .layerNormSize(features), file, line)
    self.features = features
    self.epsilon = epsilon
    self.scale = Parameter("scale", rows: 1, columns: features, initializer: scale)
    self.shift = Parameter("shift", rows: 1, columns: features, initializer: shift)
  }

  /// The source that makes it.
  public var description: String {
    var source = "LayerNorm(\(features)"
    if epsilon != 1e-5 { source += ", epsilon: \(TrainingEngine.source(epsilon))" }
    let start = scale.initializer.description
    if start != ".constant(1)" { source += ", scale: \(start)" }
    let center = shift.initializer.description
    if center != ".zero" { source += ", shift: \(center)" }
    return source + ")"
  }

  /// γ and β.
  public var parameters: [Parameter] { [scale, shift] }
  /// The number of features.
  public var inputColumns: Int? { features }

  /// Each row, normalized.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    Tensor(
      LayerNormalization(of: input, scale: scale.value, shift: shift.value, epsilon: epsilon))
  }
}

extension Mistake {
  package static func layerNormSize(_ features: Int) -> Mistake {
    Mistake(
      "LayerNorm(\(features)) cannot be: a single number minus its mean is always 0, so there must be at least two."
    )
  }
}
