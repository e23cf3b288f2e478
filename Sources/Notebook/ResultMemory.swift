import Lessons

/// The stored results that were read the last time, for a course that is built again and again while
/// it is written.
public final class ResultMemory: Sendable {
  private let results = Remembered<[String], ResultStore.Result>()
  private let programs = Remembered<[String], WebProgramStore.Entry>()
  private let blocks = Remembered<String, LiveBlock.Made>()
  private let mistakes = Remembered<[String], [Diagnostic]>()

  /// A memory of nothing.
  public init() {}

  /// The result of a session that is stored under the first of some keys that has any.
  func result(
    _ keys: [SessionKey], of session: String, in store: ResultStore
  ) -> ResultStore.Result? {
    let keys = keys.map(\.text)
    return results.found(session, for: keys) { keys.lazy.compactMap(store.result).first }
  }

  /// The program of a lesson's live blocks that is stored under the first of some keys that has any.
  func program(
    _ keys: [String], of lesson: String, in store: WebProgramStore
  ) -> WebProgramStore.Entry? {
    programs.found(lesson, for: keys) { keys.lazy.compactMap(store.entry).first }
  }

  /// What becomes of a live block; with nothing to tell against it, that is kept.
  func made(_ block: LiveBlock, with modules: WebModules) throws -> LiveBlock.Made {
    let name = "\(block.lesson.path) \(block.index)", key = "\(modules.identity)\n\(block.key)"
    if let known = blocks.found(name, for: key, { nil }) { return known }
    let made = try block.make(with: modules)
    return made.diagnostics.isEmpty ? blocks.value(name, for: key) { made } : made
  }

  /// Keeps what is told against the live blocks of a lesson where they stand.
  func note(_ problems: [Diagnostic], of blocks: [LiveBlock]) {
    _ = mistakes.value(blocks[0].lesson.path, for: blocks.map(\.placedKey)) { problems }
  }

  /// What was told against the live blocks of a lesson where they stand.
  func problems(of blocks: [LiveBlock]) -> [Diagnostic]? {
    mistakes.found(blocks[0].lesson.path, for: blocks.map(\.placedKey)) { nil }
  }
}
