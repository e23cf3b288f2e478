/// Sets each number to 0 with the probability `rate` while training, and multiplies the others by
/// 1/(1 − rate), so that the mean stays.
///
/// When the network is used or probed it passes everything on as it is. What is dropped depends on
/// the network's seed, the layer's name and the step of the run, so that a run can be repeated.
/// See Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov 2014.
///
/// ```swift
/// let network = Network(seed: 1) { Dropout(0.5) }
/// network([[1, 3]])  // == [[1, 3]]
/// ```
public final class Dropout: Layer {
  /// "Dropout".
  public let kind = "Dropout"
  /// It adds noise.
  public let role = LayerRole.regularization
  /// The probability of being dropped.
  ///
  /// ```swift
  /// Dropout(0.5).rate  // == 0.5
  /// ```
  public let rate: Double
  private var stream: RandomStream?

  /// A layer that drops numbers with the probability `rate`.
  public init(_ rate: Double, file: StaticString = #filePath, line: UInt = #line) {
    check(rate >= 0 && rate < 1, .dropoutRate(rate), file, line)
    self.rate = rate
  }

  /// The source that makes it.
  public var description: String { "Dropout(\(source(rate)))" }

  /// Gets a random stream of its own.
  public func prepare(precision: Precision, seed: Int, name: String) {
    stream = RandomStream(seed: seed, name: "\(name) mask")
  }

  /// What is kept.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard mode == .training else { return input }
    guard let stream else { stop(.layerWithoutNetwork("random stream"), #filePath, #line) }
    return Tensor(RandomMask(of: input, rate: rate, stream: stream))
  }
}

extension Mistake {
  package static func dropoutRate(_ rate: Double) -> Mistake {
    Mistake(
      "Dropout(\(source(rate))) cannot be: the rate is the share that is dropped, at least 0 and less than 1."
    )
  }
}
