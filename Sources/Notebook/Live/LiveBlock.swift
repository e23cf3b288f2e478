import Foundation
import Lessons
import TranscriptFormat

/// One live block: what it is compiled from, and what becomes of it.
struct LiveBlock: Sendable {
  let session: Session
  /// The experiment's index in the lesson.
  let experiment: Int
  /// Its index among the lesson's live blocks.
  let index: Int
  let notebook: Notebook
  let toolchain: Toolchain
  /// A folder of its own.
  let scratch: URL
  /// Whether it is still to be made: in a preview, the code may change meanwhile.
  let isWanted: @Sendable () -> Bool
  /// All that runs above it, and its own code.
  private let sources: [String]
  /// All that its program depends on besides the engine, which is not where the block stands: a word
  /// more above it would cost many seconds.
  let key: String

  init(
    _ experiment: Int, of session: Session, index: Int, by notebook: Notebook,
    _ toolchain: Toolchain, scratch: URL, isWanted: @escaping @Sendable () -> Bool
  ) {
    (self.session, self.experiment, self.index) = (session, experiment, index)
    (self.notebook, self.toolchain) = (notebook, toolchain)
    (self.scratch, self.isWanted) = (scratch, isWanted)
    sources = [
      SessionSource(above: experiment, in: session).text,
      SessionSource(live: experiment, in: session).text,
    ]
    var lines = RelativeLines()
    key = sources.map { lines.text(of: $0) }.joined(separator: "\n")
  }

  /// With what a block is compiled, in a preview for an author who waits.
  static func options(isPreview: Bool) -> [String] {
    [
      isPreview ? "-Onone" : "-Osize", "-swift-version", "5", "-import-module", "LessonKit",
      "-diagnostic-style", "llvm",
    ]
  }

  /// What is made of it beside the lesson's own run.
  struct Made: Sendable {
    /// Compiled for a page.
    var object: Data?
    /// What it shows alone, at its initial position, and the seconds that it takes.
    var shown: [Output] = []
    var seconds = 0.0
    var diagnostics: [Diagnostic] = []
  }

  var lesson: Lesson { session.lesson }

  /// The live blocks of a lesson, in their order.
  static func all(
    of lesson: Lesson, at index: Int, by notebook: Notebook, _ toolchain: Toolchain, scratch: URL,
    isWanted: @escaping @Sendable () -> Bool = { true }
  ) -> [LiveBlock] {
    let live = Session.all(of: lesson, at: index).flatMap { session in
      session.experiments.filter { lesson.experiments[$0].options.live }
        .map { (session: session, experiment: $0) }
    }.sorted { $0.experiment < $1.experiment }
    return live.enumerated().map { index, block in
      LiveBlock(
        block.experiment, of: block.session, index: index, by: notebook, toolchain,
        scratch: scratch.appending(path: "\(index)"), isWanted: isWanted)
    }
  }

  /// What tells blocks from those of other code.
  static func identity(of blocks: [LiveBlock]) -> String {
    contentHash(blocks.map(\.key).joined(separator: "\n\n").utf8)
  }

  /// The same with its place, at which what is said against it is told.
  var placedKey: String { sources.joined(separator: "\n") }

  /// What it is compiled from: the declarations above it, and itself.
  private func texts() throws -> [String] {
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let above = try DeclarationsAbove(in: sources[0], folder: scratch, usr: toolchain.usr)
    return [above.text, sources[1]].map { KeyPathFunctions(in: $0).text }
  }

  private func write(_ texts: [String], in folder: URL) throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try zip(["Above.swift", "main.swift"], texts).map { name, text in
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
  }

  /// Runs it alone, and compiles it for a page.
  func make(with modules: WebModules) throws -> Made {
    let texts = try texts()
    guard notebook.isPreview else {
      var made = try triedAlone(texts)
      if made.diagnostics.isEmpty { try compile(texts, with: modules, into: &made) }
      return made
    }
    // Other blocks do not keep the processors busy, as they do in a build.
    let both = try concurrentMap([true, false], jobs: 2) { isAlone in
      var compiled = Made()
      if isAlone { return try triedAlone(texts) }
      try compile(texts, with: modules, into: &compiled)
      return compiled
    }
    var made = both[0]
    guard made.diagnostics.isEmpty else { return made }
    (made.object, made.diagnostics) = (both[1].object, both[1].diagnostics)
    return made
  }

  private func compile(_ texts: [String], with modules: WebModules, into made: inout Made) throws {
    let folder = scratch.appending(path: "web")
    let object = folder.appending(path: "live.o")
    var lines = RelativeLines()
    let files = try write(texts.map { lines.text(of: $0) }, in: folder)
    var command = Command(
      modules.usr.appending(path: "bin/swift-frontend").path,
      ["-frontend", "-emit-object"] + files + modules.swiftOptions
        + Self.options(isPreview: notebook.isPreview) + [
          "-module-name", "Live\(index)", "-entry-point-function-name", "live_main_\(index)", "-o",
          object.path,
        ])
    command.isWanted = isWanted
    let result = try command.run()
    made.diagnostics = diagnostics(CompilerMessage.parse(result.errors).map(lines.placed))
    if result.end.exitCode == 0 {
      made.object = try Data(contentsOf: object)
    } else if made.diagnostics.isEmpty {
      let message = "The compiler for the reader's browser stopped: \(result.errors)"
      made.diagnostics.append(problem(.error, message))
    }
  }

  /// Runs it here without what stands above it but the declarations, as a page does.
  private func triedAlone(_ texts: [String]) throws -> Made {
    var made = Made()
    let folder = scratch.appending(path: "here")
    let (program, messages) = try Compiler(toolchain: toolchain).build(
      try write(texts, in: folder), in: folder)
    guard let program else {
      made.diagnostics = diagnostics(messages)
      return made
    }
    let writable = folder.appending(path: "files")
    try FileManager.default.createDirectory(at: writable, withIntermediateDirectories: true)
    let block = lesson.experiments[experiment]
    let limits = notebook.limits.raised(for: [block])
    let start = ContinuousClock.now
    let run = try ProgramRun(
      program, in: notebook.folder, timeouts: ([block.options.timeout], nil),
      readable: session.namedFiles(among: notebook.dataFiles).map {
        notebook.folder.appending(path: $0).path
      }, writable: writable, seedShift: 0, isInitialOnly: true, toolchain: toolchain, limits: limits
    ) { _ in }
    made.seconds = (ContinuousClock.now - start) / .seconds(1)
    let failure = ProgramFailure(
      session: alone, run: run, program: program, toolchain: toolchain, limits: limits)
    made.diagnostics = failure.diagnostics.map(noted)
    var transcript = Transcript(experiments: 1, values: 0)
    transcript.add(run.records, printed: run.printed, experiments: [0], values: [])
    made.shown = transcript.outputs[0]
    return made
  }

  /// The session of a program that has no other block.
  private var alone: Session {
    Session(
      lessonIndex: session.lessonIndex, lesson: lesson, name: session.name,
      experiments: [experiment], compiledOnly: [], values: [])
  }
}
