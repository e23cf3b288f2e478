/// Whether a network learns from the batch at hand or is used as it is.
///
/// ```swift
/// let network = Network(seed: 1) { BatchNorm(1, epsilon: 0) }
/// network([[1], [3]], using: .batchStatistics)  // == [[-1], [1]]
/// network([[1], [3]], using: .runningStatistics)  // == [[1], [3]]
/// ```
public enum Mode: Sendable {
  /// Batch norm uses the statistics of the batch and moves its running statistics toward them;
  /// dropout drops.
  case training
  /// Batch norm uses the statistics of the batch; nothing changes.
  case batchStatistics
  /// Batch norm uses its running statistics; nothing changes.
  case runningStatistics
}

/// What probes look for in a layer.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 3)
///   Tanh()
/// }
/// network.layers.map { $0.role == .activation }  // == [false, true]
/// ```
public enum LayerRole: Sendable {
  /// A weighted sum of the inputs: its output is a pre-activation, whose gradient is δ.
  case linear
  /// A function applied to every pre-activation: its output is an activation.
  case activation
  /// A change of scale and center.
  case normalization
  /// Noise while training.
  case regularization
  /// Steps through time, with a hidden state.
  case recurrent
  /// Layers inside a layer.
  case block
}

#if hasFeature(Embedded)
  /// An object; Embedded Swift cannot make an existential of one that is `CustomStringConvertible`.
  public typealias DescribedObject = AnyObject
#else
  /// An object that prints as the source that makes it.
  public typealias DescribedObject = AnyObject & CustomStringConvertible
#endif

/// One step of a network, from a batch of rows to a batch of rows.
///
/// A layer is a list of parameters and a function made of tensor operations; its derivative follows
/// from theirs. It describes itself as the source that makes it.
///
/// ```swift
/// final class Doubled: Layer {
///   let kind = "Doubled", role = LayerRole.activation
///   var description: String { "Doubled()" }
///   func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { 2 * input }
/// }
/// let network = Network(seed: 1) { Doubled() }
/// network([[1, 2]])  // == [[2, 4]]
/// network.names  // == ["Doubled 1"]
/// network.layers[0].description  // == "Doubled()"
/// ```
///
/// What a layer says of itself, a network asks:
/// ```swift
/// let layer = Dense(from: 3, to: 2)
/// layer.kind  // == "Dense"
/// layer.parameters.map { $0.name }  // == ["weights", "biases"]
/// layer.parameterCount  // == 8
/// layer.inputColumns  // == 3
/// layer.outputColumns  // == 2
/// Tanh().outputColumns  // == nil
/// Residual { Tanh() }.layers.count  // == 1
/// ```
public protocol Layer: DescribedObject {
  /// The source that makes the layer.
  var description: String { get }
  /// The name of all layers of this kind: the third dense layer is called "Dense 3".
  var kind: String { get }
  /// What probes look for in this layer.
  var role: LayerRole { get }
  /// The numbers that training changes.
  var parameters: [Parameter] { get }
  /// What the layer remembers from batch to batch besides, and what is saved with the parameters.
  var buffers: [(name: String, value: Tensor)] { get }
  /// The layers inside; one that has some has no parameters but theirs.
  var layers: [any Layer] { get }
  /// The length of the rows that the layer expects; nil if any will do.
  var inputColumns: Int? { get }
  /// The length of the rows that the layer makes; nil if they are as long as those that come.
  var outputColumns: Int? { get }
  /// Gets ready for a network: makes numbers to remember from batch to batch, such as running
  /// statistics, or random streams, which are keyed by the network's seed and the layer's name.
  ///
  /// ```swift
  /// let norm = BatchNorm(1, epsilon: 0)
  /// norm.prepare(precision: .double, seed: 1, name: "BatchNorm 1")
  /// norm.buffers.map { $0.name }  // == ["running mean", "running variance"]
  /// norm.buffers[1].value.values  // == [1]
  /// ```
  func prepare(precision: Precision, seed: Int, name: String)
  /// What is wrong with a batch of so many examples; nil if nothing is.
  ///
  /// ```swift
  /// BatchNorm(4).mistake(examples: 2, mode: .training)  // == nil
  /// BatchNorm(4).mistake(examples: 1, mode: .training) == nil  // == false
  /// ```
  func mistake(examples: Int, mode: Mode) -> String?
  /// The output for a batch, one row an example.
  ///
  /// ```swift
  /// let rectifier = ReLU()
  /// rectifier(Tensor([[-1, 2]]), .training).values  // == [0, 2]
  /// ```
  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor
}

extension Layer {
  /// Those of the layers inside, if there are any.
  public var parameters: [Parameter] { layers.flatMap { $0.parameters } }
  /// None.
  public var buffers: [(name: String, value: Tensor)] { [] }
  /// None.
  public var layers: [any Layer] { [] }
  /// Any length.
  public var inputColumns: Int? { nil }
  /// As long as the input.
  public var outputColumns: Int? { nil }
  /// Nothing to remember, but for the layers inside.
  public func prepare(precision: Precision, seed: Int, name: String) {
    for (layer, inner) in zip(layers, Network.names(of: layers)) {
      layer.prepare(precision: precision, seed: seed, name: "\(name) \(inner)")
    }
  }
  /// What is wrong with the batch for a layer inside; any number of examples is fine without.
  public func mistake(examples: Int, mode: Mode) -> String? {
    for layer in layers {
      if let sentence = layer.mistake(examples: examples, mode: mode) { return sentence }
    }
    return nil
  }
  /// The number of numbers that training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }
}
