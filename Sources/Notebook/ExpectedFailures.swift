import Lessons
import TranscriptFormat

/// Blocks that are there to show a mistake: what is said against each is what it shows.
extension Session {
  /// The records with what each failure says in its place, and the blocks that did not fail.
  func tellingFailures(
    _ records: [Record], limits: Limits
  ) -> (records: [Record], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var block = 0
    let told = records.map { record -> Record in
      if case .began(let next, _) = record { block = next }
      guard case .failed(let end, let errors, let printedBytes) = record else { return record }
      if end == 0 { diagnostics.append(unexpectedSuccess(of: experiments[block])) }
      let text = ProgramErrors(errors).text
      let message =
        end > 0
        ? "The program ended here with exit code \(end)."
        : ProgramFailure.sentence(text, signal: Int32(-end), limits: limits)
      return .output(.failure(message), printedBytes: printedBytes)
    }
    return (told, diagnostics)
  }

  /// What the compiler says against a block that must not compile, as records of its own; nil if it
  /// compiles.
  func tellingErrors(_ messages: [CompilerMessage], of experiment: Int) -> [Record]? {
    let line = lesson.experiments[experiment].fenceLine
    let errors = CompilerMessage.diagnostics(
      messages, of: lesson, fallback: Position(line: line, column: 1))
    guard !errors.isEmpty, let block = blocks.firstIndex(of: experiment) else { return nil }
    let text = errors.flatMap { ["error: \($0.message)"] + $0.excerpt }.joined(separator: "\n")
    return [
      .began(experiment: block, printedBytes: 0), .output(.failure(text), printedBytes: 0),
    ]
  }

  func unexpectedSuccess(of experiment: Int) -> Diagnostic {
    let block = lesson.experiments[experiment]
    let kind = block.options.failure ?? .runtime
    return lesson.diagnostic(
      at: Position(line: block.fenceLine, column: 1),
      kind == .compile
        ? "This block must not compile, as `error: compile` says, but it does."
        : "This block must fail, as `error: runtime` says, but it ran to its end.",
      help: "without the option it is a block like any other")
  }

  /// The experiments by the number under which records tell of them: those that run come first.
  var blocks: [Int] { experiments + compiledOnly }
}
