import Foundation
import Site

extension Site {
  /// Writes what is text, which is all that a test's page needs.
  func write(into folder: URL) throws {
    for file in files {
      guard let text = file.contents.text else { continue }
      let target = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: target)
    }
  }
}
