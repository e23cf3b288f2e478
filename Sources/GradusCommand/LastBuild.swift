import Foundation
import Lessons
import Notebook
import Site

/// The last build of a site: all that it followed from, and what it left. While neither has changed,
/// there is nothing to build.
///
/// What is read of the course counts by its bytes; programs, the site's files and what builds store
/// by their sizes and times. A build that had to tell something is not noted, so that it is told
/// again.
struct LastBuild {
  private let file: URL
  private let inputs: String
  private let site: URL

  /// - Parameter site: the folder that becomes the site.
  init(of options: CourseOptions, to site: URL) {
    self.site = site
    let course = CourseFolder(options.courseFolder)
    var parts = ["gradus 1", Site.version, engineIdentity, options.courseFolder, site.path]
    parts += ["/proc/self/exe", Toolchain.compiler ?? ""].map(Self.look)
    parts += Formulas.software.map(Self.look)
    parts += course.paths.map { path in
      let bytes = FileManager.default.contents(atPath: "\(course.name)/\(path)")
      return "\(path) \(bytes.map { $0.withUnsafeBytes { ContentDigest.text(of: $0) } } ?? "")"
    }
    inputs = parts.joined(separator: "\n")
    let name = Array("\(options.courseFolder)\n\(site.path)".utf8)
    // Its folder is hidden, and so no part of what it notes.
    file = cacheFolder.appending(
      path: ".built/\(name.withUnsafeBytes { ContentDigest.text(of: $0) })")
  }

  /// How many lessons the site has that is there, if it is the one that would be built.
  var lessons: Int? {
    guard let note = try? String(contentsOf: file, encoding: .utf8),
      let end = note.firstIndex(of: "\n"), let count = Int(note[..<end]),
      note == self.note(count)
    else { return nil }
    return count
  }

  /// Notes that the site is built.
  func note(lessons: Int) {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(note(lessons).utf8).write(to: file, options: .atomic)
  }

  private func note(_ lessons: Int) -> String {
    "\(lessons)\n\(inputs)\n\(FolderState(of: site).text)\(FolderState(of: cacheFolder).text)"
  }

  /// What tells a file from others that were or will be in its place.
  private static func look(at path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "no \(path)" }
    return "\(path) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) "
      + "\(status.st_mtim.tv_nsec)"
  }
}
