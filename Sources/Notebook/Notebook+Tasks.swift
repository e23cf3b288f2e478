import Lessons
import Synchronization

extension Notebook {
  /// Compiles sessions.
  func compile(
    _ stale: [SessionWork], report: @escaping @Sendable (Event) -> Void
  ) throws -> [SessionWork.Compiled] {
    try concurrentMap(stale, jobs: jobs) { work in
      report(.compiling(lesson: work.session.lesson.path, of: stale.count))
      return try work.compile()
    }
  }

  /// One of the things that are done side by side once every session is compiled.
  private enum Task: Sendable {
    case run(SessionWork, SessionWork.Compiled)
    case make(LiveBlock, WebModules)

    enum Result: Sendable {
      case ran(SessionWork.Result)
      case made(LiveBlock.Made)
    }
  }

  /// Runs the sessions and, beside them, makes what is new for pages, lesson by lesson.
  func run(
    _ stale: [SessionWork], _ programs: [SessionWork.Compiled], beside live: [LiveWork],
    report: @escaping @Sendable (Event) -> Void
  ) throws -> ([SessionWork.Result], made: [[LiveBlock.Made]]) {
    let tasks =
      zip(stale, programs).map { Task.run($0, $1) }
      + live.flatMap { work in work.newBlocks.map { Task.make($0, work.modules) } }
    let done = Atomic(0)
    let results = try concurrentMap(tasks, jobs: jobs) { task -> Task.Result in
      switch task {
      case .run(let work, let compiled):
        let result = try work.run(compiled, report: report)
        let count = done.add(1, ordering: .relaxed).newValue
        report(.finished(lesson: work.session.lesson.path, done: count, of: stale.count))
        return .ran(result)
      case .make(let block, let modules):
        report(.compilingLive(lesson: block.lesson.path))
        return .made(try block.make(with: modules))
      }
    }
    var made = results.compactMap { if case .made(let made) = $0 { made } else { nil } }[...]
    return (
      results.compactMap { if case .ran(let result) = $0 { result } else { nil } },
      live.map { work in
        defer { made = made.dropFirst(work.newBlocks.count) }
        return Array(made.prefix(work.newBlocks.count))
      }
    )
  }
}
