/// The live blocks of a lesson as one program that runs in a reader's browser.
///
/// A page without it is complete; with it, `live.js` lets the controls of these blocks go between
/// their listed values.
public struct LiveProgram: Equatable, Sendable {
  /// The index of its lesson in the course.
  public var lesson: Int
  /// The index in the lesson of the experiment that each of its blocks runs.
  public var experiments: [Int]
  /// The WebAssembly module, packed by LZMA, in Base64; nil while it is still being compiled.
  public var module: String?

  /// Creates a program.
  public init(lesson: Int, experiments: [Int], module: String?) {
    self.lesson = lesson
    self.experiments = experiments
    self.module = module
  }

  /// The script by which a page gets it, which works from a disk as well.
  func file(slug: String) -> SiteFile? {
    module.map { module in
      SiteFile(
        path: Self.path(slug: slug),
        contents: .text("gradus.live.receive(\"\(slug)\", \"\(module)\")\n"))
    }
  }

  /// Where a lesson's page looks for it.
  public static func path(slug: String) -> String { "live/\(slug).js" }
}
