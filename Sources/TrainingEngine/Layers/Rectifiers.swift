/// x where x > 0, else `slope`·x: a ReLU that still passes a little where it is off (Maas, Hannun &
/// Ng 2013).
///
/// ```swift
/// let network = Network(seed: 1) { LeakyReLU(slope: 0.5) }
/// network([[-2, 3]])  // == [[-1, 3]]
/// ```
public final class LeakyReLU: Layer {
  /// "LeakyReLU".
  public let kind = "LeakyReLU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The slope for negative numbers.
  public let slope: Double

  /// A leaky rectifier applied to every number.
  public init(slope: Double = 0.01) { self.slope = slope }

  /// The source that makes it.
  public var description: String {
    slope == 0.01 ? "LeakyReLU()" : "LeakyReLU(slope: \(source(slope)))"
  }

  /// x or `slope`·x of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.leakyReLU(slope: slope)
  }
}

/// x where x > 0, else a·x with a slope a that is learned.
///
/// See He, Zhang, Ren & Sun 2015.
///
/// ```swift
/// PReLU(units: 64)  // one slope for each of 64 columns
/// let network = Network(seed: 1) { PReLU() }  // one for all, 0.25 at first
/// network([[-2, 3]])  // == [[-0.5, 3]]
/// ```
public final class PReLU: Layer {
  /// "PReLU".
  public let kind = "PReLU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// a: one number, or one a unit.
  ///
  /// ```swift
  /// let rectifier = PReLU(units: 2, slope: 0.5)
  /// _ = Network(seed: 1) { rectifier }
  /// rectifier.slopes.value.values  // == [0.5, 0.5]
  /// ```
  public let slopes: Parameter
  private let units: Int?
  private let start: Double

  /// A rectifier whose slope for negative numbers is learned.
  ///
  /// - Parameters:
  ///   - units: The number of columns, to learn a slope for each; nil to learn one for all.
  ///   - slope: Where the slopes start.
  public init(units: Int? = nil, slope: Double = 0.25) {
    self.units = units
    start = slope
    slopes = Parameter("slopes", rows: 1, columns: units ?? 1, initializer: .constant(slope))
  }

  /// The source that makes it.
  public var description: String {
    var arguments: [String] = []
    if let units { arguments.append("units: \(units)") }
    if start != 0.25 { arguments.append("slope: \(source(start))") }
    return "PReLU(\(arguments.joined(separator: ", ")))"
  }

  /// a.
  public var parameters: [Parameter] { [slopes] }
  /// The number of units, if each has its own slope.
  public var inputColumns: Int? { units }

  /// x or a·x of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.relu() + input.negativePart() * slopes.value
  }
}

/// x where x > 0, else α·(eˣ − 1) (Clevert, Unterthiner & Hochreiter 2016).
///
/// It tends to −α on the left, with the slope y + α.
///
/// ```swift
/// let network = Network(seed: 1) { ELU(alpha: 2) }
/// network([[-1000, 3]])  // == [[-2, 3]]
/// ```
public final class ELU: Layer {
  /// "ELU".
  public let kind = "ELU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// α.
  public let alpha: Double

  /// An exponential linear unit applied to every number.
  public init(alpha: Double = 1) { self.alpha = alpha }

  /// The source that makes it.
  public var description: String { alpha == 1 ? "ELU()" : "ELU(alpha: \(source(alpha)))" }

  /// x or α·(eˣ − 1) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.elu(alpha: alpha) }
}

/// λ·x where x > 0, else λ·α·(eˣ − 1), with λ = 1.0507 and α = 1.6733.
///
/// With weights N(0, 1/in), activations tend to mean 0 and variance 1 from layer to layer. Gradients
/// do not: their square grows by 1.07 a layer. See Klambauer, Unterthiner, Mayr & Hochreiter 2017.
///
/// ```swift
/// let network = Network(seed: 1, precision: .double) { SELU() }
/// network([[1]])  // == [[1.0507009873554805]]
/// ```
public final class SELU: Layer {
  /// "SELU".
  public let kind = "SELU"
  /// Its output is an activation.
  public let role = LayerRole.activation
  /// The source that makes it.
  public let description = "SELU()"

  /// A scaled exponential linear unit applied to every number.
  public init() {}

  /// λ·x or λ·α·(eˣ − 1) of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.selu() }
}
