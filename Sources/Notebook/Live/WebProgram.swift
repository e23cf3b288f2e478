import Foundation

/// A lesson's live blocks as a program for the reader's browser.
public struct WebProgram: Equatable, Sendable {
  /// The lesson's index in the course.
  public var lesson: Int
  /// The indices in the lesson of the experiments that it runs, in their order.
  public var experiments: [Int]
  /// The program, packed as `unpack` in live.js unpacks it, in Base64.
  public var text: String
}

/// Programs that were made before, one file each: the seconds that each block took at its initial
/// position, a line, and the program.
struct WebProgramStore {
  let folder: URL

  init(in cache: URL) { folder = cache.appending(path: "live") }

  struct Entry: Equatable {
    var seconds: [Double]
    var text: String
  }

  func entry(for key: String) -> Entry? {
    guard let file = try? String(contentsOf: file(of: key), encoding: .utf8) else { return nil }
    let parts = file.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == contentHash(parts[2].utf8) else { return nil }
    return Entry(
      seconds: parts[1].split(separator: " ").compactMap { Double($0) }, text: String(parts[2]))
  }

  func store(_ entry: Entry, for key: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let seconds = entry.seconds.map { String($0) }.joined(separator: " ")
    let text = "\(contentHash(entry.text.utf8))\n\(seconds)\n\(entry.text)"
    try Data(text.utf8).write(to: file(of: key), options: .atomic)
  }

  private func file(of key: String) -> URL { folder.appending(path: contentHash(key.utf8)) }
}
