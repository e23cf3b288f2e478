import Foundation
import Lessons

/// The live blocks of a course, for the reader's browser.
public struct LivePrograms: Sendable {
  /// One for each lesson that has any, and nothing wrong with them.
  public var programs: [WebProgram] = []
  /// Those that a preview is shown without, until they are made.
  public var unfinished: [UnfinishedProgram] = []
  /// What the machine lacks for making them; the pages stay whole without.
  public var missing: Toolchain.Missing?

  /// No programs.
  public init() {}
}

extension Notebook {
  /// What is to be done for live blocks, or what the machine lacks for it.
  func liveWork(
    of course: Course, scratch: URL, report: @Sendable (Event) -> Void
  ) -> Swift.Result<[LiveWork], Toolchain.Missing> {
    // In a preview, they are not waited for.
    guard seedShift == 0, !isPreview, course.lessons.contains(where: \.isLive) else {
      return .success([])
    }
    return Swift.Result { () throws(Toolchain.Missing) in
      let toolchain = try toolchain.get()
      let modules = try WebModules.find(for: toolchain) { report(.compilingForBrowser) }
      return LiveWork.all(of: course, by: self, toolchain, modules, scratch: scratch)
    }
  }
}

extension Notebook.Outcome {
  /// Takes in what is there of the programs for a preview's pages, and what is to be made of them.
  mutating func addUnfinished(of course: Course, by notebook: Notebook) {
    guard !diagnostics.contains(where: { $0.severity == .error }),
      course.lessons.contains(where: \.isLive)
    else { return }
    do throws(Toolchain.Missing) {
      let toolchain = try notebook.toolchain.get()
      let modules = try WebModules.existing(for: toolchain)
      for (index, lesson) in course.lessons.enumerated() where lesson.isLive {
        let program = UnfinishedProgram(
          of: lesson, at: index, transcripts[index], by: notebook, toolchain)
        if let result = program.result(with: modules) {
          diagnostics += result.diagnostics
          live.programs += result.program.map { [$0] } ?? []
        } else {
          live.unfinished.append(program)
        }
      }
    } catch {
      live.missing = error
    }
  }

  /// Takes in the programs for pages of a course that ran without an error.
  mutating func add(
    _ live: Result<[LiveWork], Toolchain.Missing>, _ made: [[LiveBlock.Made]], jobs: Int
  ) throws {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    switch live {
    case .failure(let missing): self.live.missing = missing
    case .success(let work):
      let transcripts = transcripts
      let results = try concurrentMap(Array(zip(work, made)), jobs: jobs) { work, made in
        try work.result(of: made, transcripts[work.lesson])
      }
      self.live.programs = results.compactMap(\.program)
      diagnostics += results.flatMap(\.diagnostics)
    }
  }
}

extension Lesson {
  fileprivate var isLive: Bool { experiments.contains { $0.runs && $0.options.live } }
}
