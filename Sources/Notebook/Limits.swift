import Lessons

/// What a lesson program may use unless the lesson says otherwise.
public struct Limits: Sendable {
  /// Bytes of memory that it may ask for.
  public var memory: UInt64 = 4_000_000_000
  /// Bytes that it may print, and bytes of charts and tables that it may show.
  public var output: UInt64 = 32_000_000
  /// How much longer than asked a block may take: experiments of a tool that was built for
  /// debugging run many times slower.
  public var slowness: Double

  /// The limits of a session with these blocks: the largest that any of them asks for.
  func raised(for experiments: [Experiment]) -> Limits {
    var limits = self
    limits.memory = experiments.compactMap(\.options.memory).max().map(UInt64.init) ?? memory
    let asked = experiments.compactMap(\.options.outputLimit).max().map(UInt64.init) ?? 0
    limits.output = max(output, asked)
    return limits
  }

  /// The limits of a lesson that says nothing of them.
  public init() {
    #if DEBUG
      slowness = 30
    #else
      slowness = 1
    #endif
  }
}
