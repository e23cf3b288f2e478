import ArgumentParser
import Foundation
import LessonSandbox
import Lessons
import Notebook
import Site

/// The folder that becomes the site, replaced as a whole in one step.
///
/// The new site is built in a hidden folder beside it and exchanged with the old one, so that at
/// every moment, even if the machine stops, one complete site is there.
struct Publication {
  /// A file in every site, by which it is known that the folder may be replaced.
  private static let marker = ".gradus-site"

  let site: URL
  private var folder: URL { site.deletingLastPathComponent() }
  private var prefix: String { ".\(site.lastPathComponent).new-" }

  /// Refuses a folder that holds something else than a site.
  init(_ output: String) throws {
    site = URL(fileURLWithPath: output).standardizedFileURL
    let manager = FileManager.default
    guard manager.fileExists(atPath: site.path) else { return }
    guard let content = try? manager.contentsOfDirectory(atPath: site.path) else {
      throw Refused("\(output) is a file. Name a folder for the site with --output.")
    }
    guard content.isEmpty || content.contains(Self.marker) else {
      throw Refused(
        "\(output) holds files that Gradus did not make, such as \(content.sorted()[0]). "
          + "They would be lost. Name another folder with --output, or empty this one.")
    }
  }

  /// Puts the files in the place of the old site.
  func publish(_ files: [SiteFile]) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    removeLeftovers()
    let new = folder.appending(path: "\(prefix)\(getpid())")
    defer { try? manager.removeItem(at: new) }
    try manager.createDirectory(at: new, withIntermediateDirectories: true)
    let old = PublishedSite(site, marker: Self.marker)
    let folders = Set(
      files.map { new.appending(path: $0.path).deletingLastPathComponent().path })
    for folder in folders.sorted() {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    // Each file waits for the disk: one is made while another waits.
    let notes = try concurrentMap(files, jobs: 8) { file in
      let target = new.appending(path: file.path)
      if old.has(file), link(site.appending(path: file.path).path, target.path) == 0 {
        return old.note(of: file)
      }
      return try file.write(to: target)
    }
    try Data(PublishedSite.list(notes).utf8).write(to: new.appending(path: Self.marker))
    let error = lesson_exchange(new.path, site.path)
    guard error == 0 else {
      throw Refused(
        "The new site cannot take the place of \(site.path): \(String(cString: strerror(error))).")
    }
  }

  /// Removes the site, if there is one.
  func remove() throws {
    removeLeftovers()
    if FileManager.default.fileExists(atPath: site.path) {
      try FileManager.default.removeItem(at: site)
    }
  }

  /// Removes unfinished sites whose builds were killed.
  private func removeLeftovers() {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0 else {
        continue
      }
      try? manager.removeItem(at: folder.appending(path: name))
    }
  }

  /// What was asked for cannot be done without harm.
  struct Refused: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}

extension SiteFile {
  /// Writes the file; gives the note of a text that the next build need not make.
  fileprivate func write(to target: URL) throws -> PublishedSite.Note? {
    switch contents {
    case .text(let text): try Data(text.utf8).write(to: target)
    case .bytes(let bytes): try Data(bytes).write(to: target)
    case .copy(let source):
      try FileManager.default.copyItem(at: URL(fileURLWithPath: source), to: target)
    case .deferred(let text):
      let data = Data(text.text.utf8)
      try data.write(to: target)
      return PublishedSite.Note(path, text.digest, written: data)
    }
    return nil
  }
}
