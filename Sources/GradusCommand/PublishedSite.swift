import Foundation
import Site

/// The site that an earlier build has left, whose files are taken over where they are to stay the
/// same: that spares making them, and the disk, which must have all that is written.
struct PublishedSite {
  private let folder: URL
  /// What each text follows from that is not made without need, by path.
  private let digests: [Substring: Substring]

  /// - Parameter marker: The file that lists the digests.
  init(_ folder: URL, marker: String) {
    self.folder = folder
    let list = (try? String(contentsOf: folder.appending(path: marker), encoding: .utf8)) ?? ""
    var lines = list.split(separator: "\n")[...]
    guard lines.popFirst() == Site.version[...] else {
      digests = [:]
      return
    }
    digests = Dictionary(
      lines.compactMap { line in
        line.firstIndex(of: " ").map { (line[$0...].dropFirst(), line[..<$0]) }
      }
    ) { first, _ in first }
  }

  /// Whether a file is there as it is to be.
  func has(_ file: SiteFile) -> Bool {
    switch file.contents {
    case .text(let text): holds(Data(text.utf8), at: file.path)
    case .bytes(let bytes): holds(Data(bytes), at: file.path)
    case .deferred(let text): digests[file.path[...]] == text.digest[...]
    case .copy: false
    }
  }

  private func holds(_ data: Data, at path: String) -> Bool {
    (try? Data(contentsOf: folder.appending(path: path))) == data
  }

  /// The list that the next build reads.
  static func digests(of files: [SiteFile]) -> String {
    files.reduce("\(Site.version)\n") { list, file in
      guard case .deferred(let text) = file.contents else { return list }
      return list + "\(text.digest) \(file.path)\n"
    }
  }
}
