import Foundation
import Site

/// The site that an earlier build has left, whose files are taken over where they are to stay the
/// same: that spares making them, and the disk, which must have all that is written.
struct PublishedSite {
  private let folder: URL
  /// The notes of the texts that are not made without need, by path.
  private var notes: [String: Note] = [:]

  /// What a text follows from, and what was written of it, by which a file is known that somebody
  /// else has written.
  struct Note: Equatable {
    let path: String
    let digest: String
    let written: String

    init(_ path: String, _ digest: String, written: Data) {
      (self.path, self.digest) = (path, digest)
      self.written = written.withUnsafeBytes { ContentDigest.text(of: $0) }
    }

    fileprivate init?(line: Substring) {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { return nil }
      (digest, written, path) = (parts[0], parts[1], parts[2])
    }

    fileprivate var line: String { "\(digest) \(written) \(path)\n" }
  }

  /// - Parameter marker: The file that lists the notes.
  init(_ folder: URL, marker: String) {
    self.folder = folder
    let list = (try? String(contentsOf: folder.appending(path: marker), encoding: .utf8)) ?? ""
    var lines = list.split(separator: "\n")[...]
    guard lines.popFirst() == Site.version[...] else { return }
    for note in lines.compactMap({ Note(line: $0) }) { notes[note.path] = note }
  }

  /// Whether a file is there as it is to be.
  func has(_ file: SiteFile) -> Bool {
    switch file.contents {
    case .text(let text): return data(at: file.path) == Data(text.utf8)
    case .bytes(let bytes): return data(at: file.path) == Data(bytes)
    case .deferred(let text):
      guard let note = notes[file.path], note.digest == text.digest else { return false }
      return data(at: file.path).map { Note(file.path, text.digest, written: $0) } == note
    case .copy: return false
    }
  }

  /// The note of a file that is there, if it has one.
  func note(of file: SiteFile) -> Note? {
    if case .deferred = file.contents { notes[file.path] } else { nil }
  }

  private func data(at path: String) -> Data? {
    try? Data(contentsOf: folder.appending(path: path))
  }

  /// The list that the next build reads.
  static func list(_ notes: [Note?]) -> String {
    notes.reduce("\(Site.version)\n") { list, note in list + (note?.line ?? "") }
  }
}
