import Foundation

/// A lesson's live blocks as a program for the reader's browser.
public struct WebProgram: Equatable, Sendable {
  /// The lesson's index in the course.
  public var lesson: Int
  /// The indices in the lesson of the experiments that it runs, in their order.
  public var experiments: [Int]
  /// The same for programs of the same code.
  public var identity: String
  /// The program, packed by LZMA, in Base64.
  public var text: String
}

/// Programs that were made before, one file each.
package struct WebProgramStore {
  let folder: URL

  package init(in cache: URL) { folder = cache.appending(path: "live") }

  package struct Entry: Equatable, Sendable {
    /// How long each block took at its initial position.
    package var seconds: [Double]
    package var text: String

    package init(seconds: [Double], text: String) {
      self.seconds = seconds
      self.text = text
    }
  }

  /// What is stored under `key`, if it is whole.
  package func entry(for key: String) -> Entry? {
    guard let bytes = try? [UInt8](Data(contentsOf: file(of: key))) else { return nil }
    let sections = StoredSections(of: bytes).sections
    guard sections.count == 3, sections[0].elementsEqual(key.utf8) else { return nil }
    let seconds = String(decoding: sections[1], as: UTF8.self).split(separator: " ")
    return Entry(
      seconds: seconds.compactMap { Double($0) }, text: String(decoding: sections[2], as: UTF8.self)
    )
  }

  package func store(_ entry: Entry, for key: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let seconds = entry.seconds.map { String($0) }.joined(separator: " ")
    let sections = StoredSections([Array(key.utf8), Array(seconds.utf8), Array(entry.text.utf8)])
    try Data(sections.bytes).write(to: file(of: key), options: .atomic)
  }

  /// Where what is stored under `key` is.
  package func file(of key: String) -> URL { folder.appending(path: contentHash(key.utf8)) }
}
