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
    course.lessons.indices.compactMap { index in
      let blocks = LiveBlock.all(
        of: course.lessons[index], at: index, by: notebook, toolchain,
        scratch: scratch.appending(path: "live-\(index)"))
      return blocks.isEmpty ? nil : LiveWork(of: blocks, modules)
    }
  }

  /// - Parameter blocks: the live blocks of a lesson, at least one.
  init(of blocks: [LiveBlock], _ modules: WebModules) {
    let notebook = blocks[0].notebook
    (self.blocks, self.modules) = (blocks, modules)
    lesson = blocks[0].session.lessonIndex
    scratch = blocks[0].scratch.deletingLastPathComponent()
    store = WebProgramStore(in: notebook.cache)
    // What a build has made is better than what a preview makes.
    let keys = (notebook.isPreview ? [false, true] : [false]).map { isPreview in
      Self.key(of: blocks, modules, isPreview: isPreview)
    }
    stored = notebook.memory.program(keys, of: blocks[0].lesson.path, in: store)
  }

  /// The blocks of which nothing usable was made before.
  var newBlocks: [LiveBlock] { stored == nil ? blocks : [] }

  /// What a program depends on, and how it is kept.
  private static func key(
    of blocks: [LiveBlock], _ modules: WebModules, isPreview: Bool
  ) -> String {
    let options = LiveBlock.options(isPreview: isPreview) + WebLinker.options
    return
      ([
        "lzma", options.joined(separator: " "), engineIdentity, modules.identity,
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
    let isPreview = blocks[0].notebook.isPreview
    let (program, errors) = try WebLinker(modules: modules, folder: scratch).link(objects)
    guard let program else {
      let message = "This lesson's live blocks cannot be linked for a page: \(errors)"
      return Result(diagnostics: [blocks[0].problem(.error, message)])
    }
    let entry = WebProgramStore.Entry(
      seconds: made.map(\.seconds),
      text: program.packed(isFast: isPreview).base64EncodedString())
    try store.store(entry, for: Self.key(of: blocks, modules, isPreview: isPreview))
    return result(entry)
  }

  /// What was made before.
  var storedResult: Result? { stored.map(result) }

  private func result(_ entry: WebProgramStore.Entry) -> Result {
    Result(
      program: WebProgram(
        lesson: lesson, experiments: blocks.map(\.experiment),
        identity: LiveBlock.identity(of: blocks),
        text: entry.text),
      diagnostics: zip(blocks, entry.seconds).flatMap { $0.warning(seconds: $1) })
  }
}
