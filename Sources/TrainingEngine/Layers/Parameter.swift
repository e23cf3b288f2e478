/// A matrix or row of numbers of a layer that training changes.
///
/// A layer declares its parameters; the network that it is put into makes their numbers, from its
/// seed and the full name of each.
///
/// ```swift
/// let layer = Dense(from: 2, to: 3, weights: .constant(0.5))
/// let weights = layer.weights
/// weights.fullName  // == "weights"
/// _ = Network(seed: 1) { layer }
/// weights.fullName  // == "Dense 1 weights"
/// [weights.rows, weights.columns, weights.count]  // == [2, 3, 6]
/// weights.decays  // == true
/// weights.value.row(1)  // == [0.5, 0.5, 0.5]
/// Parameter("gain", rows: 1, columns: 4, initializer: .constant(1)).name  // == "gain"
/// ```
public final class Parameter {
  /// What the layer calls it: "weights".
  public let name: String
  /// The number of rows; for weights, the number of inputs.
  public let rows: Int
  /// The number of columns; for weights, the number of outputs.
  public let columns: Int
  /// Whether weight decay applies: to weights, not to biases, scales and shifts.
  public let decays: Bool
  /// The name within the network: "Dense 3 weights".
  public private(set) var fullName: String
  let initializer: Initializer
  private var stored: Tensor?

  /// Declares a parameter of `rows`×`columns` numbers.
  public init(
    _ name: String, rows: Int, columns: Int, initializer: Initializer, decays: Bool = false
  ) {
    self.name = name
    self.rows = rows
    self.columns = columns
    self.initializer = initializer
    self.decays = decays
    fullName = name
  }

  /// The number of numbers.
  public var count: Int { rows * columns }

  /// The numbers, once the layer belongs to a network; `value.gradient` has their derivative.
  public var value: Tensor {
    guard let stored else { stop(.layerWithoutNetwork(name), #filePath, #line) }
    return stored
  }

  var hasValue: Bool { stored != nil }

  func adopt(_ tensor: Tensor, fullName: String) {
    stored = tensor
    self.fullName = fullName
  }
}

extension Mistake {
  package static func layerWithoutNetwork(_ parameter: String) -> Mistake {
    Mistake(
      "A layer has no \(parameter) before it is put into a network: Network(seed: 1) { … }. "
        + "A layer of your own lists those inside it: var layers: [any Layer] { [gate] }.")
  }
}
