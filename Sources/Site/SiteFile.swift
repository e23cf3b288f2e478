/// One file of a site.
public struct SiteFile: Equatable, Sendable {
  /// Where it goes, relative to the site's folder: `fonts/KaTeX_Main-Regular.woff2`.
  public var path: String
  /// What it holds.
  public var contents: Contents

  /// A text, bytes, or another file.
  public enum Contents: Equatable, Sendable {
    case text(String)
    case deferred(DeferredText)
    /// Bytes that are no text.
    case bytes([UInt8])
    /// The bytes of another file: a font of this machine, an image of the course.
    case copy(of: String)

    /// The text, if it is one.
    public var text: String? {
      switch self {
      case .text(let text): text
      case .deferred(let deferred): deferred.text
      case .bytes, .copy: nil
      }
    }
  }

  /// Creates a file.
  public init(path: String, contents: Contents) {
    self.path = path
    self.contents = contents
  }
}
