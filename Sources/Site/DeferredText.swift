/// A text that is made where it is asked for, since a site that was built before may have it.
public struct DeferredText: Equatable, Sendable {
  /// What the text follows from, in short: texts of one digest that one version of Gradus makes, as
  /// ``Site/version`` tells, are equal.
  public let digest: String
  private let make: @Sendable () -> String

  /// The text.
  public var text: String { make() }

  /// - Parameters:
  ///   - parts: Everything that the text follows from, besides the version of Gradus.
  ///   - make: Makes the text.
  init(from parts: [String], _ make: @escaping @Sendable () -> String) {
    digest = ContentDigest.text(of: parts)
    self.make = make
  }

  /// Compares what they follow from.
  public static func == (one: DeferredText, other: DeferredText) -> Bool {
    one.digest == other.digest
  }
}
