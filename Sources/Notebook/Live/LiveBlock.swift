import Foundation
import Lessons
import TranscriptFormat

/// One live block: what it is compiled from, and what becomes of it.
struct LiveBlock: Sendable {
  let session: Session
  /// The experiment's index in the lesson.
  let experiment: Int
  let notebook: Notebook
  let toolchain: Toolchain

  var lesson: Lesson { session.lesson }

  /// All that its program depends on besides the engine.
  var key: String { SessionSource(above: experiment, in: session).text + "\n" + ownSource.text }

  private var ownSource: SessionSource { SessionSource(live: experiment, in: session) }

  /// The two files that it is compiled from.
  private func writeFiles(in folder: URL) throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let usr = toolchain.usr
    let above = try DeclarationsAbove(
      in: SessionSource(above: experiment, in: session).text, folder: folder, usr: usr)
    let texts = [
      ("Above.swift", KeyPathFunctions(in: above.text).text),
      ("main.swift", KeyPathFunctions(in: ownSource.text).text),
    ]
    return try texts.map { name, text in
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
  }

  /// Runs it here without what stands above it but the declarations, as a page does.
  ///
  /// - Parameter expected: what the block has shown in the lesson.
  /// - Returns: the seconds it took, or what is wrong.
  func trial(_ expected: [Output], in scratch: URL) throws -> (seconds: Double, [Diagnostic]) {
    let folder = scratch.appending(path: "here")
    let (program, messages) = try Compiler(toolchain: toolchain).build(
      try writeFiles(in: folder), in: folder)
    guard let program else { return (0, diagnostics(messages)) }
    let writable = folder.appending(path: "files")
    try FileManager.default.createDirectory(at: writable, withIntermediateDirectories: true)
    let options = lesson.experiments[experiment].options
    let limits = notebook.limits.raised(for: [lesson.experiments[experiment]])
    let start = ContinuousClock.now
    let run = try ProgramRun(
      program, in: notebook.folder, timeouts: ([options.timeout], nil),
      readable: session.namedFiles(among: notebook.dataFiles).map {
        notebook.folder.appending(path: $0).path
      }, writable: writable, seedShift: 0, isInitialOnly: true, toolchain: toolchain, limits: limits
    ) { _ in }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var transcript = Transcript(experiments: 1, values: 0)
    transcript.add(run.records, printed: run.printed, experiments: [0], values: [])
    let isAlike = transcript.outputs[0].withoutNames == expected.withoutNames
    return (seconds, isAlike ? [] : [differs])
  }

  /// Compiles it for a page.
  func compile(
    as index: Int, _ modules: WebModules, in scratch: URL
  ) throws -> (object: URL?, [Diagnostic]) {
    let folder = scratch.appending(path: "web")
    let files = try writeFiles(in: folder)
    let object = folder.appending(path: "live.o")
    let result = try Command(
      modules.usr.appending(path: "bin/swift-frontend").path,
      ["-frontend", "-emit-object"] + files + modules.swiftOptions + [
        notebook.isPreview ? "-Onone" : "-Osize", "-swift-version", "5", "-module-name",
        "Live\(index)", "-import-module", "LessonKit", "-diagnostic-style", "llvm",
        "-entry-point-function-name", "live_main_\(index)", "-o", object.path,
      ]
    ).run()
    let found = diagnostics(CompilerMessage.parse(result.errors))
    guard result.end.exitCode == 0 else {
      guard found.isEmpty else { return (nil, found) }
      return (
        nil, [problem(.error, "The compiler for the reader's browser stopped: \(result.errors)")]
      )
    }
    return (object, [])
  }

  /// What is said where nothing can be moved.
  var noControl: Diagnostic {
    problem(
      .error,
      "This block is live and has no control, so there is nothing that a reader could move.",
      help: "a Slider or a Picker above what it changes, or no `live: true`")
  }

  /// A warning if the block is too slow for a page.
  func warning(seconds: Double) -> [Diagnostic] {
    guard seconds > 2 else { return [] }
    let time = String(Int((seconds * 10).rounded()))
    return [
      problem(
        .warning,
        "This live block takes \(time.dropLast()).\(time.suffix(1)) seconds at its initial position; a reader waits for each move of a control.",
        help: "train fewer steps, a smaller network, or fewer of them")
    ]
  }

  func problem(
    _ severity: Diagnostic.Severity, _ message: String, help: String? = nil
  ) -> Diagnostic {
    let line = lesson.experiments[experiment].fenceLine
    return Diagnostic(
      severity, path: lesson.path, position: Position(line: line, column: 1), message, help: help,
      sourceLine: lesson.lines[line - 1])
  }

  private var differs: Diagnostic {
    problem(
      .error,
      "This live block shows something else where the statements above it are not run: a page runs "
        + "the block alone, with the declarations above it.",
      help:
        "give each variable that it uses its value where it is declared, or change it in the block")
  }

  private func diagnostics(_ messages: [CompilerMessage]) -> [Diagnostic] {
    let line = lesson.experiments[experiment].fenceLine
    return CompilerMessage.diagnostics(
      messages, of: lesson, fallback: Position(line: line, column: 1), session: session.name
    ).map { problem in
      var problem = problem
      problem.notes.append(
        "the block at line \(line) is live: it is compiled for the reader's browser, too")
      return problem
    }
  }
}

extension [Output] {
  /// What is shown, without claims and recorded runs, which a page does not make, and without the
  /// names of figures, which count those above.
  fileprivate var withoutNames: [Output] {
    compactMap { output in
      switch output {
      case .claim, .runs: return nil
      case .figure(var figure):
        figure.wide.replace(/\bc([0-9a-z]+)-\d+/) { "c\($0.1)" }
        figure.narrow.replace(/\bc([0-9a-z]+)-\d+/) { "c\($0.1)" }
        return .figure(figure)
      case .printed, .text, .table, .failure: return output
      }
    }
  }
}
