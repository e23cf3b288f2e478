/// σ(x) = 1/(1 + e⁻ˣ), between 0 and 1.
///
/// Its slope σ·(1 − σ) is at most 1/4.
///
/// ```swift
/// let network = Network(seed: 1) { Sigmoid() }
/// network([[0]])  // == [[0.5]]
/// network.jacobian(at: [0]).value  // == 0.25
/// ```
public final class Sigmoid: Layer {
  /// "Sigmoid".
  public let kind = "Sigmoid"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "Sigmoid()"

  /// A sigmoid applied to every number.
  public init() {}

  /// σ of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.sigmoid() }
}

/// tanh x, between −1 and 1.
///
/// Its slope 1 − tanh² is at most 1.
///
/// ```swift
/// let network = Network(seed: 1) { Tanh() }
/// network([[0]])  // == [[0]]
/// network.jacobian(at: [0]).value  // == 1
/// ```
public final class Tanh: Layer {
  /// "Tanh".
  public let kind = "Tanh"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "Tanh()"

  /// A hyperbolic tangent applied to every number.
  public init() {}

  /// tanh of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.tanh() }
}

/// max(x, 0), which passes positive numbers and stops the others.
///
/// Its slope is 1 where x > 0 and 0 elsewhere.
///
/// ```swift
/// let network = Network(seed: 1) { ReLU() }
/// network([[-2, 3]])  // == [[0, 3]]
/// network.jacobian(at: [3]).value  // == 1
/// ```
public final class ReLU: Layer {
  /// "ReLU".
  public let kind = "ReLU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "ReLU()"

  /// A rectified linear unit applied to every number.
  public init() {}

  /// max(x, 0) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu() }
}
