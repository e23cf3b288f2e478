/// Collects the layers written between the braces of a ``Network``; `for` and `if` work as usual.
///
/// ```swift
/// let isNormalized = true
/// let network = Network(seed: 1) {
///   for width in [4, 8] {
///     Dense(from: width, to: 2 * width)
///     if isNormalized { BatchNorm(2 * width) }
///   }
/// }
/// network.names  // == ["Dense 1", "BatchNorm 1", "Dense 2", "BatchNorm 2"]
/// ```
@resultBuilder
public enum NetworkBuilder {
  /// A layer written on a line of its own.
  public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
  /// A list of layers made elsewhere.
  public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
  /// The lines of a block.
  public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
  /// The rounds of a loop.
  public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
  /// The first branch.
  public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
  /// The second branch.
  public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
}
