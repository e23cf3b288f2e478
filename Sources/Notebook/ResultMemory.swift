import Lessons

/// The stored results that were read the last time, for a course that is built again and again while
/// it is written.
public final class ResultMemory: Sendable {
  private let results = Remembered<[String], ResultStore.Result>()
  private let programs = Remembered<String, WebProgramStore.Entry>()

  /// A memory of nothing.
  public init() {}

  /// The result of a session that is stored under the first of some keys that has any.
  func result(
    _ keys: [SessionKey], of session: String, in store: ResultStore
  ) -> ResultStore.Result? {
    let keys = keys.map(\.text)
    return results.found(session, for: keys) { keys.lazy.compactMap(store.result).first }
  }

  /// The program of a lesson's live blocks that is stored under a key.
  func program(
    _ key: String, of lesson: String, in store: WebProgramStore
  ) -> WebProgramStore.Entry? {
    programs.found(lesson, for: key) { store.entry(for: key) }
  }
}
