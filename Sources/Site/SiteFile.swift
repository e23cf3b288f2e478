/// One file of a site.
public struct SiteFile: Equatable, Sendable {
  /// Where it goes, relative to the site's folder: `fonts/KaTeX_Main-Regular.woff2`.
  public var path: String
  /// What it holds.
  public var contents: Contents

  /// A text, or another file.
  public enum Contents: Equatable, Sendable {
    case text(String)
    /// The bytes of another file: a font of this machine, an image of the course.
    case copy(of: String)
  }

  /// Creates a file.
  public init(path: String, contents: Contents) {
    self.path = path
    self.contents = contents
  }
}
