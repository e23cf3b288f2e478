import Site

/// A course's site as a preview shows it: programs of live blocks may still be missing.
struct PreviewedSite {
  /// What is at each path.
  private(set) var files: [String: SiteFile.Contents] = [:]
  /// Which code the program of a page runs, by the page's path.
  private(set) var programs: [String: String] = [:]
  /// The paths of the programs that are being made.
  private(set) var awaited: Set<String> = []

  init() {}

  init(_ rendered: CourseRun.Rendered) {
    files = Dictionary(rendered.files.map { ($0.path, $0.contents) }) { first, _ in first }
    let live = rendered.live
    for (lesson, identity) in live.programs.map({ ($0.lesson, $0.identity) })
      + live.unfinished.map({ ($0.lesson, $0.identity) })
    {
      programs["\(rendered.course.lessons[lesson].slug).html"] = identity
    }
    awaited = Set(
      live.unfinished.map { LiveProgram.path(slug: rendered.course.lessons[$0.lesson].slug) })
  }
}
