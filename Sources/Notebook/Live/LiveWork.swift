import Foundation
import Lessons
import TranscriptFormat

/// Making the program of a lesson's live blocks.
struct LiveWork: Sendable {
  let lesson: Int
  let blocks: [LiveBlock]

  /// The work for each lesson with live blocks.
  static func all(of course: Course, by notebook: Notebook, _ toolchain: Toolchain) -> [LiveWork] {
    let blocks = Session.all(of: course).flatMap { session in
      session.experiments.filter { session.lesson.experiments[$0].options.live }.map {
        LiveBlock(session: session, experiment: $0, notebook: notebook, toolchain: toolchain)
      }
    }
    return course.lessons.indices.compactMap { lesson in
      let blocks = blocks.filter { $0.session.lessonIndex == lesson }
      return blocks.isEmpty
        ? nil : LiveWork(lesson: lesson, blocks: blocks.sorted { $0.experiment < $1.experiment })
    }
  }

  struct Result: Sendable {
    var program: WebProgram?
    var diagnostics: [Diagnostic] = []
  }

  /// What the program depends on.
  private func key(_ modules: WebModules) -> String {
    ([engineIdentity, modules.identity, String(blocks[0].notebook.isPreview)] + blocks.map(\.key))
      .joined(separator: "\n\n")
  }

  func result(
    _ transcript: Transcript, _ modules: WebModules, cache: WebProgramStore, scratch: URL,
    report: (Notebook.Event) -> Void
  ) throws -> Result {
    let still = blocks.filter { transcript.sweeps[$0.experiment] == nil }
    guard still.isEmpty else { return Result(diagnostics: still.map(\.noControl)) }
    let key = key(modules)
    if let entry = cache.entry(for: key) { return result(entry) }
    report(.compilingLive(lesson: blocks[0].lesson.path))
    var seconds: [Double] = [], objects: [URL] = []
    var result = Result()
    for (index, block) in blocks.enumerated() {
      let folder = scratch.appending(path: String(index))
      let trial = try block.trial(transcript.outputs[block.experiment], in: folder)
      seconds.append(trial.seconds)
      result.diagnostics += trial.1
      guard trial.1.isEmpty else { continue }
      let (object, problems) = try block.compile(as: index, modules, in: folder)
      result.diagnostics += problems
      if let object { objects.append(object) }
    }
    defer { try? FileManager.default.removeItem(at: scratch) }
    guard objects.count == blocks.count else { return result }
    let (program, errors) = try WebLinker(modules: modules, folder: scratch).link(objects)
    guard let program else {
      result.diagnostics.append(
        blocks[0].problem(
          .error, "This lesson's live blocks cannot be linked for a page: \(errors)"))
      return result
    }
    let entry = WebProgramStore.Entry(
      seconds: seconds, text: Data(Packing([UInt8](program)).bytes).base64EncodedString())
    try cache.store(entry, for: key)
    return self.result(entry)
  }

  private func result(_ entry: WebProgramStore.Entry) -> Result {
    Result(
      program: WebProgram(lesson: lesson, experiments: blocks.map(\.experiment), text: entry.text),
      diagnostics: zip(blocks, entry.seconds).flatMap { $0.warning(seconds: $1) })
  }
}
