/// What a lesson program may use unless the lesson says otherwise.
public struct Limits: Sendable {
  /// Bytes of memory that it may ask for.
  public var memory: UInt64 = 4 << 30
  /// Bytes that it may print, and bytes of charts and tables that it may show.
  public var output: UInt64 = 32 << 20
  /// How much longer than asked a block may take: experiments of a tool that was built for
  /// debugging run many times slower.
  public var slowness: Double

  public init() {
    #if DEBUG
      slowness = 30
    #else
      slowness = 1
    #endif
  }
}
