internal import TrainingKernels

/// A plain recurrent network (Elman 1990): h_t = f(x_t·W + h_(t−1)·U + b), from h_0 = 0 to the last h,
/// which is its output.
///
/// A row holds the whole sequence, x_1 to x_T one after the other: T·`inputs` numbers. The backward
/// pass goes through all steps (backpropagation through time); ``LayerStep/hiddenStates`` and
/// ``Probe/hiddenGradientNorm`` show what reaches each of them.
///
/// ```swift
/// let sum = Recurrent(
///   from: 1, to: 1, steps: 3, activation: .none, weights: .constant(1),
///   recurrentWeights: .identity())
/// let network = Network(seed: 1) { sum }
/// network([[1, 2, 3]])  // == [[6]]
/// ```
public final class Recurrent: Layer {
  /// The function f.
  ///
  /// ```swift
  /// let layer = Recurrent(from: 2, to: 3, steps: 4, activation: .relu)
  /// layer.activation == .relu  // == true
  /// layer.parameters.map { $0.name }  // == ["weights", "recurrent weights", "biases"]
  /// layer.biases?.columns  // == 3
  /// ```
  public enum Activation: Sendable {
    /// The hyperbolic tangent.
    case tanh
    /// max(x, 0), which goes with `recurrentWeights: .identity()` (Le, Jaitly & Hinton 2015).
    case relu
    /// Nothing: h_t is a linear function of what came before.
    case none

    fileprivate var function: TKFunction? {
      switch self {
      case .tanh: .tanh
      case .relu: .relu
      case .none: nil
      }
    }
  }

  /// "Recurrent".
  public let kind = "Recurrent"
  /// It steps through time.
  public let role = LayerRole.recurrent
  /// The number of steps, T.
  public let steps: Int
  /// f.
  public let activation: Activation
  /// W, `inputs`×`units`.
  public let weights: Parameter
  /// U, `units`×`units`.
  public let recurrentWeights: Parameter
  /// b, or nil.
  ///
  /// ```swift
  /// Recurrent(from: 2, to: 3, steps: 4).biases?.columns  // == 3
  /// Recurrent(from: 2, to: 3, steps: 4, bias: false).biases == nil  // == true
  /// ```
  public let biases: Parameter?

  /// A layer from rows of `steps`·`inputs` numbers to rows of `units` numbers.
  ///
  /// - Parameters:
  ///   - weights: Where W starts.
  ///   - recurrentWeights: Where U starts.
  ///   - biases: Where b starts.
  public init(
    from inputs: Int, to units: Int, steps: Int, activation: Activation = .tanh,
    bias: Bool = true, weights: Initializer = .lecun,
    recurrentWeights: Initializer = .orthogonal(), biases: Initializer = .zero,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    check(
      inputs > 0 && units > 0 && steps > 0,
      .recurrentSize(from: inputs, to: units, steps: steps), file, line)
    self.steps = steps
    self.activation = activation
    self.weights = Parameter(
      "weights", rows: inputs, columns: units, initializer: weights, decays: true)
    self.recurrentWeights = Parameter(
      "recurrent weights", rows: units, columns: units, initializer: recurrentWeights,
      decays: true)
    self.biases = bias ? Parameter("biases", rows: 1, columns: units, initializer: biases) : nil
  }

  /// The source that makes it.
  public var description: String {
    var source = "Recurrent(from: \(weights.rows), to: \(weights.columns), steps: \(steps)"
    switch activation {
    case .tanh: break
    case .relu: source += ", activation: .relu"
    case .none: source += ", activation: .none"
    }
    if biases == nil { source += ", bias: false" }
    let start = weights.initializer.description
    if start != ".lecun" { source += ", weights: \(start)" }
    let recurrent = recurrentWeights.initializer.description
    if recurrent != ".orthogonal(gain: 1)" { source += ", recurrentWeights: \(recurrent)" }
    if let start = biases?.initializer.description, start != ".zero" {
      source += ", biases: \(start)"
    }
    return source + ")"
  }

  /// W, U and b.
  public var parameters: [Parameter] {
    [weights, recurrentWeights] + (biases.map { [$0] } ?? [])
  }
  /// The number of inputs of all steps together.
  public var inputColumns: Int? { steps * weights.rows }
  /// The number of units.
  public var outputColumns: Int? { weights.columns }

  /// The last hidden state.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let recurrence = Recurrence(
      of: input, steps: steps, weights: weights.value, recurrentWeights: recurrentWeights.value,
      adding: biases?.value, applying: activation.function)
    let last = Tensor(recurrence)
    last.inner = recurrence.earlierStates
    return last
  }
}

extension Mistake {
  package static func recurrentSize(from inputs: Int, to units: Int, steps: Int) -> Mistake {
    Mistake(
      "Recurrent(from: \(inputs), to: \(units), steps: \(steps)) cannot be: "
        + "a layer needs at least one input, one output and one step.")
  }
}
