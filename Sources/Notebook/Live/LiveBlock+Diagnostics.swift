import Lessons
import TranscriptFormat

// What a live block's author is told.
extension LiveBlock {
  /// What is said if it shows something else alone than in the lesson.
  func differences(of made: Made, from transcript: Transcript) -> [Diagnostic] {
    made.shown.withoutNames == transcript.outputs[experiment].withoutNames ? [] : [differs]
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
      help: Self.wayOut)
  }

  private static let wayOut =
    "give each variable that it uses its value where it is declared, or change it in the block"

  func diagnostics(_ messages: [CompilerMessage]) -> [Diagnostic] {
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

  /// The problem with a note that the program was not the lesson's own.
  func noted(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    let line = lesson.experiments[experiment].fenceLine
    problem.notes.append(
      "the block at line \(line) is live: this is a run of it alone, with the declarations above it"
    )
    problem.help = problem.help ?? Self.wayOut
    return problem
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
