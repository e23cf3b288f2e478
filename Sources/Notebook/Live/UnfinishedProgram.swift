import Foundation
import Lessons
import TranscriptFormat

/// The program of a lesson's live blocks that a preview is shown without, until it is made.
public struct UnfinishedProgram: Sendable {
  /// The lesson's index in the course.
  public let lesson: Int
  /// The indices in the lesson of the experiments that it will run, in their order.
  public let experiments: [Int]
  /// The same for programs of the same code.
  public let identity: String

  private let text: Lesson
  private let blocks: [LiveBlock]
  private let transcript: Transcript
  private let notebook: Notebook
  private let toolchain: Toolchain

  init(
    of lesson: Lesson, at index: Int, _ transcript: Transcript, by notebook: Notebook,
    _ toolchain: Toolchain
  ) {
    (self.lesson, text, self.transcript) = (index, lesson, transcript)
    (self.notebook, self.toolchain) = (notebook, toolchain)
    blocks = LiveBlock.all(
      of: lesson, at: index, by: notebook, toolchain, scratch: notebook.cache)
    experiments = blocks.map(\.experiment)
    identity = LiveBlock.identity(of: blocks)
  }

  private var scratch: URL {
    notebook.cache.appending(path: "scratch/\(getpid())-\(identity)")
  }

  /// What is there already: the program, or what was told against it.
  ///
  /// - Parameter modules: what programs are made with, once it is there.
  func result(with modules: WebModules?) -> LiveWork.Result? {
    let still = blocks.filter { transcript.sweeps[$0.experiment] == nil }
    if !still.isEmpty { return LiveWork.Result(diagnostics: still.map(\.noControl)) }
    return modules.flatMap { LiveWork(of: blocks, $0).storedResult }
      ?? notebook.memory.problems(of: blocks).map { LiveWork.Result(diagnostics: $0) }
  }

  /// Makes it, for the next look at the course to find it or what is told against it.
  ///
  /// - Parameter isWanted: while this holds; once it does not, it never does again.
  public func make(while isWanted: @escaping @Sendable () -> Bool) {
    defer { try? FileManager.default.removeItem(at: scratch) }
    let blocks = LiveBlock.all(
      of: text, at: lesson, by: notebook, toolchain, scratch: scratch, isWanted: isWanted)
    do {
      let problems = try problems(making: blocks)
      if isWanted() { notebook.memory.note(problems, of: blocks) }
    } catch {
      guard isWanted() else { return }
      let message = "The live blocks of this lesson are not on its page: \(error)"
      notebook.memory.note([Diagnostic(.warning, path: text.path, message)], of: blocks)
    }
  }

  private func problems(making blocks: [LiveBlock]) throws -> [Diagnostic] {
    let modules = try WebModules.find(for: toolchain)
    let work = LiveWork(of: blocks, modules)
    let made = try concurrentMap(work.newBlocks, jobs: notebook.jobs) { block in
      block.isWanted() ? try notebook.memory.made(block, with: modules) : LiveBlock.Made()
    }
    return try work.result(of: made, transcript).diagnostics
  }
}
