/// A block with a way around it: y = x + scale·F(x), where F is the layers between the braces.
///
/// See He, Zhang, Ren & Sun 2016.
/// With branches of the variance of their input, L blocks multiply |x| by 2^(L/2); scaled by 1/√L they
/// multiply it by about √e, however many there are.
///
/// ```swift
/// let network = Network(seed: 1) { Residual(scale: 0.5) { ReLU() } }
/// network([[-2, 4]])  // == [[-2, 6]]
/// ```
public final class Residual: Layer {
  /// "Residual".
  public let kind = "Residual"
  /// It is made of layers.
  public let role = LayerRole.block
  /// What the branch is multiplied by.
  public let scale: Double
  /// The layers of the branch, from input to output.
  ///
  /// ```swift
  /// let block = Residual(scale: 0.5) { Tanh() }
  /// block.layers.map { $0.kind }  // == ["Tanh"]
  /// block.scale  // == 0.5
  /// ```
  public let layers: [any Layer]
  private let file: StaticString
  private let line: UInt

  /// A block of the layers between the braces, whose outputs are as long as their inputs.
  public init(
    scale: Double = 1, file: StaticString = #filePath, line: UInt = #line,
    @NetworkBuilder _ layers: () -> [any Layer]
  ) {
    self.scale = scale
    self.file = file
    self.line = line
    self.layers = layers()
    if let mistake = Residual.mistake(in: self.layers) { stop(mistake, file, line) }
  }

  /// The source that makes it.
  public var description: String {
    let argument = scale == 1 ? "" : "(scale: \(source(scale)))"
    return "Residual\(argument) { \(layers.map { $0.description }.joined(separator: "; ")) }"
  }

  /// The length of the rows that the branch expects.
  public var inputColumns: Int? { Residual.firstColumns(of: layers) }

  /// x + scale·F(x).
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    var branch = input
    var inner: [Tensor] = []
    for layer in layers {
      branch = layer.recorded(branch, mode, file, line)
      inner.append(branch)
    }
    let output = input + (scale == 1 ? branch : scale * branch)
    output.inner = inner
    return output
  }

  /// What is wrong with the layers of a branch.
  package static func mistake(in layers: [any Layer]) -> Mistake? {
    if layers.isEmpty { return .emptyResidual }
    if let mistake = Network.mistake(in: layers) { return mistake }
    let last = layers.last { $0.outputColumns != nil }
    if let columns = firstColumns(of: layers), let last, let made = last.outputColumns,
      made != columns
    {
      return .residualShape(columns, made: made, by: last.description)
    }
    return nil
  }

  private static func firstColumns(of layers: [any Layer]) -> Int? {
    layers.first { $0.inputColumns != nil }?.inputColumns
  }
}

extension Mistake {
  package static let emptyResidual = Mistake(
    "Residual needs at least one layer between its braces: Residual { Dense(from: 64, to: 64) }.")

  package static func residualShape(_ columns: Int, made: Int, by layer: String) -> Mistake {
    Mistake(
      "Residual adds its branch to its input, but the branch gets rows of \(columns) numbers "
        + "and \(layer) makes rows of \(made); write to: \(columns) there.")
  }
}
