import Foundation
import TranscriptFormat

/// Results of sessions that were run before, one file each.
///
/// A file holds the whole key beside the result, so that two keys with one hash cannot be taken for
/// each other, and a checksum, so that a damaged file is rebuilt and not believed.
package struct ResultStore {
  let folder: URL

  package struct Result: Equatable, Sendable {
    package var records: [Record]
    package var printed: [UInt8]

    package init(records: [Record], printed: [UInt8]) {
      self.records = records
      self.printed = printed
    }
  }

  package init(in cache: URL) { folder = cache.appending(path: "results") }

  /// The result under `key`, if there is one and it is whole.
  package func result(for key: SessionKey) -> Result? { result(for: key.text) }

  func result(for key: String) -> Result? {
    guard let bytes = try? [UInt8](Data(contentsOf: file(of: key))) else { return nil }
    let sections = StoredSections(of: bytes).sections
    guard sections.count == 3, Array(key.utf8) == sections[0] else { return nil }
    let records = Record.decode(sections[1])
    guard case .ended = records.last else { return nil }
    return Result(records: records, printed: sections[2])
  }

  /// Stores a result in one step; a reader sees the old file or the new one, whole.
  package func store(_ result: Result, for key: SessionKey, session: String) throws {
    try store(result, for: key.text, session: session)
  }

  func store(_ result: Result, for key: String, session: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sections = StoredSections([
      Array(key.utf8), result.records.flatMap(\.encoded), result.printed,
    ])
    try Data(sections.bytes).write(to: file(of: key), options: .atomic)
    try Data(key.utf8).write(to: lastKeyFile(session), options: .atomic)
  }

  /// The key under which the session's last result was stored, to explain why it no longer fits.
  package func lastKey(of session: String) -> String? {
    try? String(contentsOf: lastKeyFile(session), encoding: .utf8)
  }

  /// The compilers that stored results were made with.
  package var compilers: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let keys = files.filter { $0.hasSuffix(".key") }.compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    return Set(keys.compactMap(SessionKey.compiler)).sorted()
  }

  private func file(of key: String) -> URL {
    folder.appending(path: contentHash(key.utf8) + ".result")
  }

  private func lastKeyFile(_ session: String) -> URL {
    folder.appending(path: contentHash(session.utf8) + ".key")
  }
}
