/// An activation of your own: a function of tensors, whose derivative the engine finds.
///
/// ```swift
/// let square = Activation("square") { $0.squared() }
/// let network = Network(seed: 1) { square }
/// network([[3]])  // == [[9]]
/// network.jacobian(at: [3]).value  // == 6
/// square.description  // == "Activation(\"square\") { … }"
/// ```
/// The function must be made of operations on the tensor it gets: it is called once, and the
/// operations are repeated for every batch. A number read out with `.mean` or `.values` would stay
/// that of the first, so that training refuses it with a sentence.
public final class Activation: Layer {
  /// The name it was given.
  public let kind: String
  /// Its output is an activation.
  public let role = LayerRole.activation
  private let function: (Tensor) -> Tensor
  private let file: StaticString
  private let line: UInt

  /// The activation called `name`, which computes `function` of its input.
  public init(
    _ name: String, file: StaticString = #filePath, line: UInt = #line,
    _ function: @escaping (Tensor) -> Tensor
  ) {
    kind = name
    self.function = function
    self.file = file
    self.line = line
  }

  /// The source that makes it.
  public var description: String { "Activation(\"\(kind)\") { … }" }

  /// The function of each number.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let output = function(input)
    check(
      output.rows == input.rows && output.columns == input.columns
        && output.precision == input.precision,
      .activationShape(description, input.shape, output.shape), file, line)
    return output
  }
}

extension Mistake {
  package static func activationShape(
    _ activation: String, _ input: Shape, _ output: Shape
  ) -> Mistake {
    Mistake(
      "\(activation) must give a tensor of the shape that it gets: it got \(input.text) and gave \(output.text)."
    )
  }
}
