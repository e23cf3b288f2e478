import Foundation
import Lessons
import TranscriptFormat

extension Notebook {
  /// What the compiler says against the code of a course's drafts, which is not run: warnings, since
  /// the site is whole without them.
  ///
  /// What compiles is noted, and not compiled again.
  public func mistakesInDrafts(of course: Course) throws -> [Diagnostic] {
    let sessions = course.drafts.flatMap { Session.all(of: $0, at: 0) }
    guard !sessions.isEmpty, case .success(let toolchain) = toolchain else { return [] }
    let store = ResultStore(in: cache)
    let scratch = cache.appending(path: "scratch/\(getpid())-drafts")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let found = try concurrentMap(Array(sessions.enumerated()), jobs: jobs) { index, session in
      let key = SessionKey(
        session, compiler: toolchain.version, engine: engineIdentity, data: [])
      let text = "a draft\n\(key.text)"
      if store.result(for: text) != nil { return [Diagnostic]() }
      let work = SessionWork(
        session: session, key: key, notebook: self, toolchain: toolchain,
        scratch: scratch.appending(path: String(index)), readable: [])
      let mistakes = try work.check()
      if mistakes.isEmpty {
        try store.store(
          .init(records: [.ended(printedBytes: 0)], printed: []), for: text,
          session: "\(session.title), a draft")
      }
      return mistakes
    }
    return found.joined().map { mistake in
      var warning = mistake
      warning.severity = .warning
      warning.notes.append("the lesson is a draft: the site is built without it")
      return warning
    }
  }
}
