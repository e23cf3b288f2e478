import Foundation
import Lessons
import Testing

/// Courses on disk.
@Suite struct CourseFolderTests {
  /// Runs `body` with a fresh folder that holds the files.
  private func withFolder(
    _ files: KeyValuePairs<String, String>, _ body: (URL) throws -> Void
  ) throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appending(path: "lessons-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    for (path, text) in files {
      let file = root.appending(path: path)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(root)
  }

  @Test func readsAFolder() throws {
    try withFolder([
      "course/course.yml": "title: T", "course/01-a.md": "# A\n![p](images/p.png)",
      "course/images/p.png": "png", "course/.hidden/x.md": "", "course/.02-b.md.swp": "",
    ]) { root in
      let folder = root.appending(path: "course").path
      let (course, diagnostics) = Course.read(folder: folder + "/")
      #expect(diagnostics.map { $0.rendered() } == [])
      #expect(course.folder == folder)
      #expect(course.lessons.map(\.path) == ["\(folder)/01-a.md"])
      #expect(course.assets == ["images/p.png"])
      #expect(CourseFolder(folder).paths == ["01-a.md", "course.yml", "images/p.png"])
    }
  }

  @Test func followsNoLinkOutOfTheFolder() throws {
    try withFolder([
      "secret.md": "# Secret", "course/course.yml": "title: T",
      "course/01-a.md": "# A\n![p](q.png) ![s](secret.png)", "course/p.png": "png",
    ]) { root in
      let manager = FileManager.default
      let course = root.appending(path: "course").path
      func link(_ name: String, to target: String) throws {
        try manager.createSymbolicLink(atPath: "\(course)/\(name)", withDestinationPath: target)
      }
      try link("02-secret.md", to: "../secret.md")
      try link("secret.png", to: "/etc/passwd")
      try link("q.png", to: "p.png")
      try link("loop", to: ".")
      let (read, diagnostics) = Course.read(folder: course)
      #expect(read.lessons.map(\.slug) == ["a"])
      #expect(read.assets == ["q.png"])
      #expect(
        diagnostics.map(\.dump) == [
          "error 2:18 There is no image 'secret.png'.",
          "error This is a link to a file outside the course. Try: a copy of the file",
        ])
    }
  }
}
