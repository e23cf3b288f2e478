import Foundation
import Glibc
import Lessons
import TranscriptFormat

/// Why a session's program gave no transcript, told at the lesson's own lines.
package struct ProgramFailure {
  let session: Session
  let run: ProgramRun
  let program: URL
  let toolchain: Toolchain
  let limits: Limits

  /// What kept the program from running as it should, besides refuted claims.
  var diagnostics: [Diagnostic] {
    longOutputs + (stop.map { [$0] } ?? [])
  }

  var lesson: Lesson { session.lesson }

  /// The end of the program, if it was not the regular one, with the position at which it came.
  private var stop: Diagnostic? {
    guard var stop = stopItself else { return nil }
    if let position = run.records.position { stop.notes.insert("at \(position)", at: 0) }
    return stop
  }

  private var stopItself: Diagnostic? {
    switch run.timeout {
    case .block(let block, let seconds):
      return atBlock(
        block, "This block took longer than its limit of \(Self.text(seconds)) s and was stopped",
        help: "make it smaller, or raise the limit with `//| timeout: \(Self.text(2 * seconds))`")
    case .session(let block, let seconds):
      return atBlock(
        block,
        "The lesson took longer than its limit of \(Self.text(seconds)) s and was stopped here",
        help: "make it smaller, or raise `session-timeout` in the front matter")
    case nil: break
    }
    if case .ended = run.records.last, run.end.exitCode == 0 { return nil }
    let errors = ProgramErrors(run.errors)
    switch run.end.signal {
    case 0 where run.end.exitCode == 0 || errors.trap.isEmpty:
      return atBlock(
        lastBlock, "The lesson's program ended here by itself, with exit code \(run.end.exitCode)",
        help: "remove the call of `exit`: later blocks could not run")
    case SIGXFSZ:
      return atBlock(
        lastBlock,
        "This block printed or showed more than \(Self.size(limits.output)) and was stopped",
        help: "print or plot less, or raise the limit with "
          + "`//| output-limit: \(Self.size(2 * limits.output))`")
    case SIGKILL:
      return atBlock(
        lastBlock, "The system stopped this block, most likely because memory ran out",
        help: "use smaller data or networks")
    default:
      var diagnostic = trap(errors)
      let mayLackMemory =
        [SIGSEGV, SIGBUS].contains(run.end.signal) || errors.text.contains("failed to allocate")
      if mayLackMemory {
        diagnostic.help =
          "if it is the memory, raise its limit with `//| memory: \(Self.size(2 * limits.memory))`"
      }
      return diagnostic
    }
  }

  private func trap(_ errors: ProgramErrors) -> Diagnostic {
    let thrown = errors.text.contains("Error raised at top level")
    let addresses = thrown ? errors.lastThrow : errors.trap
    let place = ProgramErrors.position(
      of: addresses, in: program, lesson: lesson, toolchain: toolchain)
    let message = Self.sentence(errors.text, signal: run.end.signal, limits: limits)
    var diagnostic = atBlock(lastBlock, message)
    if let place { diagnostic = lesson.diagnostic(in: place.file, at: place.position, message) }
    diagnostic.notes = lastPrinted
    return diagnostic
  }

  /// The runtime's last words without its own file names.
  package static func sentence(_ errors: String, signal: Int32, limits: Limits) -> String {
    let marker = "Fatal error: "
    if let range = errors.range(of: marker, options: .backwards) {
      // A type inside a scope has an address in its name, another one at each run.
      let text = errors[range.upperBound...].replacing("Error raised at top level: ", with: "")
        .replacing(#/\(unknown context at \$[0-9a-f]+\)\./#, with: "")
      return errors.contains("Error raised at top level")
        ? "This block threw an error that nothing catches: \(text)"
        : "The program stopped: \(text)"
    }
    switch signal {
    case SIGSEGV, SIGBUS:
      return "The program ran out of stack (a function that calls itself without end?), "
        + "or of its \(size(limits.memory)) of memory"
    case SIGILL, SIGTRAP:
      return "The program trapped: an overflow, a nil that was unwrapped, or an index out of range"
    default:
      return "The program was stopped by signal \(signal)" + (errors.isEmpty ? "" : ": \(errors)")
    }
  }

  /// The last lines that the program printed, as hints to how far it came.
  private var lastPrinted: [String] {
    let lines = String(decoding: run.printed.suffix(2000), as: UTF8.self).split(separator: "\n")
    return lines.suffix(3).map { "it printed: \($0)" }
  }

  private var lastBlock: Int {
    run.records.reversed().lazy.compactMap {
      if case .began(let block, _) = $0 { block } else { nil }
    }.first ?? 0
  }

  private func atBlock(_ block: Int, _ message: String, help: String? = nil) -> Diagnostic {
    let experiments = session.experiments
    let experiment =
      experiments.indices.contains(block) ? experiments[block] : experiments.first ?? 0
    let line = lesson.experiments[experiment].fenceLine
    return lesson.diagnostic(at: Position(line: line, column: 1), message, help: help)
  }

  /// Such as `4 GB` or `512 MB`, rounded down.
  static func size(_ bytes: UInt64) -> String {
    let units: [(UInt64, String)] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")]
    let unit = units.first { bytes >= $0.0 } ?? (1, "bytes")
    return "\(bytes / unit.0) \(unit.1)"
  }

  /// Seconds without needless digits.
  static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
