import Foundation

/// A course with every part that a page can hold, built once, and the course of this project where
/// `make site` has built it.
enum EveryPart {
  /// One page of each type.
  static let pages = [
    "everything.html", "next.html", "index.html", "glossary.html", "lecture.html", "course.html",
    "404.html", "api/index.html", "api/Network.html",
  ]

  /// What the tests leave to be looked at.
  static let folder = CourseStory.project.appending(path: ".build/screenshots")

  /// The built pages, which stay beside their pictures.
  static func site() throws -> URL { try built.get() }

  private static let built = Result {
    let story = try CourseStory()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "EveryPart")
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try story.write("lessons/\(name)", Data(contentsOf: source.appending(path: name)))
    }
    let site = folder.appending(path: "site")
    let run = try story.gradus("build", "--output", site.path)
    guard run.code == 0 else { throw BrowserFailure(run.errors) }
    return site
  }

  private static let ownSite = CourseStory.project.appending(path: "_site")

  /// Whether the project's own course is as new as the tool.
  static var hasCourse: Bool {
    let times = [ownSite, CourseStory.tool].compactMap {
      try? $0.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
    }
    return times.count == 2 && times[0] >= times[1]
  }

  /// The pages of the project's own course.
  static func course() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: ownSite, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  }
}
