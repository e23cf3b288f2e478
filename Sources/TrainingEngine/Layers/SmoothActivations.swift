/// x·Φ(x), with the share Φ of the normal distribution below x (Hendrycks & Gimpel 2016).
///
/// Its slope Φ + x·φ is between −0.13 and 1.13.
///
/// ```swift
/// let network = Network(seed: 1, precision: .double) { GELU() }
/// network([[-1]])  // == [[-0.15865525393145705]]
/// ```
public final class GELU: Layer {
  /// How Φ is computed.
  ///
  /// ```swift
  /// let exact = Tensor(1).gelu(.exact).value, tanh = Tensor(1).gelu(.tanh).value
  /// exact - tanh  // == 0.00015275546026616293
  /// ```
  public enum Form: Sendable {
    /// By the error function.
    case exact
    /// As (1 + tanh(√(2/π)·(x + 0.044715·x³)))/2, within 5e-4 of the exact activation.
    case tanh
  }

  /// "GELU".
  public let kind = "GELU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// How Φ is computed.
  ///
  /// ```swift
  /// GELU(.tanh).form == .tanh  // == true
  /// ```
  public let form: Form

  /// A Gaussian error linear unit applied to every number.
  public init(_ form: Form = .exact) { self.form = form }

  /// The source that makes it.
  public var description: String { form == .exact ? "GELU()" : "GELU(.tanh)" }

  /// x·Φ(x) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.gelu(form) }
}

/// x·σ(x), also called swish (Elfwing, Uchibe & Doya 2017).
///
/// Its slope σ + x·σ·(1 − σ) is between −0.1 and 1.1.
///
/// ```swift
/// let network = Network(seed: 1, precision: .double) { SiLU() }
/// network([[1]])  // == [[0.7310585786300049]]
/// ```
public final class SiLU: Layer {
  /// "SiLU".
  public let kind = "SiLU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "SiLU()"

  /// A sigmoid-weighted linear unit applied to every number.
  public init() {}

  /// x·σ(x) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.silu() }
}

/// log(1 + eˣ), a ReLU without its corner.
///
/// See Dugas, Bengio, Bélisle, Nadeau & Garcia 2001. Its slope is σ(x).
///
/// ```swift
/// let network = Network(seed: 1, precision: .double) { Softplus() }
/// network([[0]])  // == [[0.6931471805599453]]
/// ```
public final class Softplus: Layer {
  /// "Softplus".
  public let kind = "Softplus"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "Softplus()"

  /// A softplus applied to every number.
  public init() {}

  /// log(1 + eˣ) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.softplus() }
}
