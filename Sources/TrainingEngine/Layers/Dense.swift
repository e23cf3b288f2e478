/// A fully connected layer: y = x·W + b.
///
/// x is batch×`inputs`, W is `inputs`×`outputs`, b is one row, y is batch×`outputs`.
///
/// ```swift
/// let layer = Dense(from: 2, to: 1, weights: .values([3, 4]), biases: .constant(1))
/// let network = Network(seed: 1) { layer }
/// network([[1, 2]])  // == [[12]]
/// layer.weights.value.values  // == [3, 4]
/// layer.biases?.value.values  // == [1]
/// ```
public final class Dense: Layer {
  /// "Dense".
  public let kind = "Dense"
  /// Its output is a pre-activation.
  public let role = LayerRole.linear
  /// W, `inputs`×`outputs`.
  public let weights: Parameter
  /// b, or nil.
  public let biases: Parameter?

  /// A layer from rows of `inputs` numbers to rows of `outputs` numbers.
  ///
  /// - Parameters:
  ///   - bias: Whether there is a b at all.
  ///   - weights: Where W starts.
  ///   - biases: Where b starts.
  public init(
    from inputs: Int, to outputs: Int, bias: Bool = true, weights: Initializer = .lecun,
    biases: Initializer = .zero, file: StaticString = #filePath, line: UInt = #line
  ) {
    check(inputs > 0 && outputs > 0, .denseSize(from: inputs, to: outputs), file, line)
    self.weights = Parameter(
      "weights", rows: inputs, columns: outputs, initializer: weights, decays: true)
    self.biases =
      bias ? Parameter("biases", rows: 1, columns: outputs, initializer: biases) : nil
  }

  /// The source that makes it.
  public var description: String {
    var source = "Dense(from: \(weights.rows), to: \(weights.columns)"
    if biases == nil { source += ", bias: false" }
    let start = weights.initializer.description
    if start != ".lecun" { source += ", weights: \(start)" }
    if let start = biases?.initializer.description, start != ".zero" {
      source += ", biases: \(start)"
    }
    return source + ")"
  }

  /// W and b.
  public var parameters: [Parameter] { biases.map { [weights, $0] } ?? [weights] }
  /// The number of inputs.
  public var inputColumns: Int? { weights.rows }
  /// The number of outputs.
  public var outputColumns: Int? { weights.columns }

  /// x·W + b.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.multiplied(by: weights.value, adding: biases?.value)
  }
}

extension Mistake {
  package static func denseSize(from inputs: Int, to outputs: Int) -> Mistake {
    Mistake(
      "Dense(from: \(inputs), to: \(outputs)) cannot be: a layer needs at least one input and one output."
    )
  }
}
