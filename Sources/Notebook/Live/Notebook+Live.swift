import Foundation
import Lessons
import TranscriptFormat

extension Notebook {
  /// The live blocks of a course, for the reader's browser.
  public struct LivePrograms: Sendable {
    /// One for each lesson that has any, and nothing wrong with them.
    public var programs: [WebProgram] = []
    /// What is wrong with the others, and which of them are slow.
    public var diagnostics: [Diagnostic] = []
    /// What the machine lacks for making them; the pages stay whole without.
    public var missing: Toolchain.Missing?
  }

  /// Compiles the live blocks of a course that has run, or takes them from the last time.
  public func livePrograms(
    of course: Course, _ transcripts: [Transcript], report: @escaping @Sendable (Event) -> Void
  ) throws -> LivePrograms {
    guard course.lessons.contains(where: \.isLive) else { return LivePrograms() }
    let modules: WebModules, toolchain: Toolchain
    do throws(Toolchain.Missing) {
      toolchain = try self.toolchain.get()
      modules = try WebModules.find(for: toolchain) { report(.compilingForBrowser) }
    } catch {
      return LivePrograms(missing: error)
    }
    let cache = WebProgramStore(in: self.cache)
    let scratch = self.cache.appending(path: "scratch/\(getpid())-live")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let work = LiveWork.all(of: course, by: self, toolchain)
    let results = try concurrentMap(Array(work.enumerated()), jobs: jobs) { index, work in
      try work.result(
        transcripts[work.lesson], modules, cache: cache,
        scratch: scratch.appending(path: "\(index)"),
        report: report)
    }
    return LivePrograms(
      programs: results.compactMap(\.program), diagnostics: results.flatMap(\.diagnostics))
  }
}

extension Lesson {
  fileprivate var isLive: Bool { experiments.contains { $0.runs && $0.options.live } }
}
