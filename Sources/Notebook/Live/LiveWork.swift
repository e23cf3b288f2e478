import Foundation
import Lessons
import TranscriptFormat

/// Making one program of a lesson's live blocks.
struct LiveWork: Sendable {
  let lesson: Int
  let blocks: [LiveBlock]
  let modules: WebModules
  let store: WebProgramStore
  /// What was made of the same blocks before.
  let stored: WebProgramStore.Entry?
  let scratch: URL

  /// The work for each lesson with live blocks.
  static func all(
    of course: Course, by notebook: Notebook, _ toolchain: Toolchain, _ modules: WebModules,
    scratch: URL
  ) -> [LiveWork] {
    let store = WebProgramStore(in: notebook.cache)
    let sessions = Session.all(of: course)
    return course.lessons.indices.compactMap { lesson in
      let folder = scratch.appending(path: "live-\(lesson)")
      let live = sessions.filter { $0.lessonIndex == lesson }.flatMap { session in
        session.experiments.filter { session.lesson.experiments[$0].options.live }
          .map { (session: session, experiment: $0) }
      }.sorted { $0.experiment < $1.experiment }
      guard !live.isEmpty else { return nil }
      let blocks = live.enumerated().map { index, block in
        LiveBlock(
          session: block.session, experiment: block.experiment, index: index, notebook: notebook,
          toolchain: toolchain, scratch: folder.appending(path: "\(index)"))
      }
      let key = key(of: blocks, modules)
      return LiveWork(
        lesson: lesson, blocks: blocks, modules: modules, store: store,
        stored: notebook.memory.program(key, of: course.lessons[lesson].path, in: store),
        scratch: folder)
    }
  }

  /// The blocks of which nothing usable was made before.
  var newBlocks: [LiveBlock] { stored == nil ? blocks : [] }

  /// What a program depends on, and how it is kept.
  private static func key(of blocks: [LiveBlock], _ modules: WebModules) -> String {
    ([
      "deflate-raw", WebLinker.options.joined(separator: " "), engineIdentity, modules.identity,
      String(blocks[0].notebook.isPreview),
    ] + blocks.map(\.key)).joined(separator: "\n\n")
  }

  struct Result: Sendable {
    var program: WebProgram?
    var diagnostics: [Diagnostic] = []
  }

  /// Links what was made of its new blocks, if it does what the lesson has shown.
  func result(of made: [LiveBlock.Made], _ transcript: Transcript) throws -> Result {
    let still = blocks.filter { transcript.sweeps[$0.experiment] == nil }
    guard still.isEmpty else { return Result(diagnostics: still.map(\.noControl)) }
    if let stored { return result(stored) }
    let diagnostics = zip(blocks, made).flatMap { block, made in
      made.object == nil ? made.diagnostics : block.differences(of: made, from: transcript)
    }
    let objects = made.compactMap(\.object)
    guard diagnostics.isEmpty, objects.count == blocks.count else {
      return Result(diagnostics: diagnostics)
    }
    let (program, errors) = try WebLinker(modules: modules, folder: scratch).link(objects)
    guard let program else {
      let message = "This lesson's live blocks cannot be linked for a page: \(errors)"
      return Result(diagnostics: [blocks[0].problem(.error, message)])
    }
    let entry = WebProgramStore.Entry(
      seconds: made.map(\.seconds),
      text: program.deflated().base64EncodedString())
    try store.store(entry, for: Self.key(of: blocks, modules))
    return result(entry)
  }

  private func result(_ entry: WebProgramStore.Entry) -> Result {
    Result(
      program: WebProgram(lesson: lesson, experiments: blocks.map(\.experiment), text: entry.text),
      diagnostics: zip(blocks, entry.seconds).flatMap { $0.warning(seconds: $1) })
  }
}
