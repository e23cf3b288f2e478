import Foundation
import Lessons
import TranscriptFormat

/// A session whose result is not stored: to be compiled, and then run.
struct SessionWork: Sendable {
  let session: Session
  let key: SessionKey
  let notebook: Notebook
  let toolchain: Toolchain
  /// A folder of its own for the program.
  let scratch: URL
  /// The files of the course that it may read.
  let readable: [String]

  struct Compiled: Sendable {
    var program: URL?
    var diagnostics: [Diagnostic]
    /// What is said against the blocks that must not compile.
    var records: [Record] = []
  }

  struct Result: Sendable {
    /// Nil if the session failed.
    var recorded: ResultStore.Result?
    var diagnostics: [Diagnostic]
    /// The claims that its run refutes.
    var refuted: [RefutedClaim] = []
  }

  func compile() throws -> Compiled {
    let aside = scratch.appending(path: "aside")
    try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: true)
    let compiler = Compiler(toolchain: toolchain)
    var compiled = Compiled(program: nil, diagnostics: [])
    if !session.experiments.isEmpty {
      let suspects = ForwardReference.suspects(in: session)
      // The second look goes on beside the first.
      let looks = try concurrentMap(suspects.isEmpty ? [false] : [false, true], jobs: 2) { marks in
        marks
          ? (nil, try compiler.check(SessionSource(marking: suspects, of: session), in: aside))
          : try compiler.build(SessionSource(running: session), in: scratch)
      }
      let (program, messages) = looks[0]
      compiled.program = program
      let place = messages.contains(.crash) ? try blockOfCrash(compiler) : session.experiments[0]
      compiled.diagnostics = diagnostics(messages, at: place)
      guard program != nil else { return compiled }
      compiled.diagnostics += ForwardReference.told(
        in: looks.dropFirst().flatMap(\.1), of: suspects, session: session)
    }
    try checkOthers(with: compiler, into: &compiled)
    return compiled
  }

  /// What the compiler says against the session, of which no program is made.
  func check() throws -> [Diagnostic] {
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let compiler = Compiler(toolchain: toolchain)
    var compiled = Compiled(program: nil, diagnostics: [])
    if let first = session.experiments.first {
      let messages = try compiler.check(SessionSource(running: session), in: scratch)
      compiled.diagnostics = diagnostics(messages, at: first)
      guard compiled.diagnostics.isEmpty else { return compiled.diagnostics }
    }
    try checkOthers(with: compiler, into: &compiled)
    return compiled.diagnostics
  }

  /// Compiles the blocks that are not run.
  private func checkOthers(with compiler: Compiler, into compiled: inout Compiled) throws {
    for experiment in session.compiledOnly {
      let source = SessionSource(checking: experiment, in: session)
      let messages = try compiler.check(source, in: scratch)
      guard session.lesson.experiments[experiment].options.failure == .compile else {
        compiled.diagnostics += diagnostics(messages, at: experiment)
        continue
      }
      if let records = session.tellingErrors(messages, of: experiment) {
        compiled.records += records
      } else {
        compiled.diagnostics.append(session.unexpectedSuccess(of: experiment))
      }
    }
  }

  /// The first block with which the compiler crashes.
  private func blockOfCrash(_ compiler: Compiler) throws -> Int {
    var crashing = session.experiments[...]
    while crashing.count > 1 {
      let middle = (crashing.startIndex + crashing.endIndex - 1) / 2
      let source = SessionSource(running: session, upTo: crashing[middle])
      crashing =
        try compiler.crashes(on: source, in: scratch)
        ? crashing[...middle] : crashing[(middle + 1)...]
    }
    return crashing[crashing.startIndex]
  }

  func run(_ compiled: Compiled, report: @escaping (Notebook.Event) -> Void) throws -> Result {
    guard let program = compiled.program else {
      let isEmpty = session.experiments.isEmpty && compiled.diagnostics.isEmpty
      return Result(
        recorded: isEmpty
          ? .init(records: compiled.records + [.ended(printedBytes: 0)], printed: []) : nil,
        diagnostics: compiled.diagnostics)
    }
    let writable = scratch.appending(path: "files")
    try FileManager.default.createDirectory(at: writable, withIntermediateDirectories: true)
    let experiments = session.experiments.map { session.lesson.experiments[$0] }
    let limits = notebook.limits.raised(for: experiments)
    let run = try ProgramRun(
      program, in: notebook.folder,
      timeouts: (experiments.map(\.options.timeout), session.lesson.sessionTimeout),
      readable: readable.map { notebook.folder.appending(path: $0).path }, writable: writable,
      seedShift: notebook.seedShift, toolchain: toolchain, limits: limits
    ) { block in
      guard experiments.indices.contains(block) else { return }
      let experiment = experiments[block]
      report(
        .running(
          lesson: session.lesson.path, line: experiment.fenceLine,
          label: experiment.options.label ?? ""))
    }
    let failure = ProgramFailure(
      session: session, run: run, program: program, toolchain: toolchain, limits: limits)
    let told = session.tellingFailures(run.records, limits: limits)
    let diagnostics = compiled.diagnostics + told.diagnostics + failure.diagnostics
    try? FileManager.default.removeItem(at: scratch)
    let refuted = failure.refutedClaims
    guard diagnostics.isEmpty, refuted.isEmpty else {
      return Result(recorded: nil, diagnostics: diagnostics, refuted: refuted)
    }
    let records = compiled.records + told.records.claimsShifted { -session.blockLine($0) }
    return Result(recorded: .init(records: records, printed: run.printed), diagnostics: [])
  }

  private func diagnostics(_ messages: [CompilerMessage], at experiment: Int) -> [Diagnostic] {
    let line = session.lesson.experiments[experiment].fenceLine
    return CompilerMessage.diagnostics(
      messages, of: session.lesson, fallback: Position(line: line, column: 1),
      session: session.lesson.experiments[experiment].options.session)
  }
}

extension Session {
  /// The line of the lesson at which a block's code begins, below its options.
  func blockLine(_ block: Int) -> Int {
    guard experiments.indices.contains(block) else { return 0 }
    let experiment = lesson.experiments[experiments[block]]
    return experiment.position.line + experiment.linesOfOptions
  }
}

extension [Record] {
  /// The records with each claim's line moved by what `offset` gives for its block.
  ///
  /// Results are stored with lines that count from their block, so that text above may grow.
  func claimsShifted(by offset: (_ block: Int) -> Int) -> [Record] {
    var block = 0
    return map { record in
      switch record {
      case .began(let next, _):
        block = next
        return record
      case .output(.claim(var claim), let printedBytes):
        claim.line += offset(block)
        return .output(.claim(claim), printedBytes: printedBytes)
      default: return record
      }
    }
  }
}
