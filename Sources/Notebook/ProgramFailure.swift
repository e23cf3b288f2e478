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
      let blocks = session.experiments.map { lesson.experiments[$0].options.outputLimit }
      let own = blocks.indices.contains(lastBlock) ? blocks[lastBlock] : nil
      let limit = own.map(UInt64.init) ?? limits.output
      return atBlock(
        lastBlock, "This block printed or showed more than \(Self.size(limit)) and was stopped",
        help: "print or plot less, or raise the limit with "
          + "`//| output-limit: \(Self.size(2 * limit))`")
    case SIGKILL:
      return atBlock(
        lastBlock, "The system stopped this block, most likely because memory ran out",
        help: "use smaller data or networks")
    default:
      return trap(errors)
    }
  }

  private func trap(_ errors: ProgramErrors) -> Diagnostic {
    let thrown = errors.text.contains("Error raised at top level")
    let addresses = thrown ? errors.lastThrow : errors.trap
    let place = ProgramErrors.position(
      of: addresses, in: program, lesson: lesson, toolchain: toolchain)
    let message = Self.sentence(
      errors.text, signal: run.end.signal, limits: limits, reason: place?.reason)
    var diagnostic = atBlock(lastBlock, message)
    if let place { diagnostic = lesson.diagnostic(in: place.file, at: place.position, message) }
    diagnostic.notes = lastPrinted
    diagnostic.help = Self.help(errors.text, signal: run.end.signal, limits: limits)
    return diagnostic
  }

  /// The last lines that the program printed, as hints to how far it came.
  private var lastPrinted: [String] {
    // A cut may fall inside a character, whose rest is dropped.
    let end = run.printed.suffix(2000).drop { $0 & 0xC0 == 0x80 }
    return String(decoding: end, as: UTF8.self).split(separator: "\n").suffix(3).map {
      "it printed: \($0.count > 100 ? "…" + $0.suffix(99) : $0)"
    }
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

  /// Such as `4 GB`, `1.5 GB` or `512 MB`, rounded down.
  static func size(_ bytes: UInt64) -> String {
    let units: [(UInt64, String)] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")]
    let unit = units.first { bytes >= $0.0 } ?? (1, "bytes")
    let tenths = bytes / unit.0 < 10 ? bytes % unit.0 * 10 / unit.0 : 0
    return "\(bytes / unit.0)\(tenths > 0 ? ".\(tenths)" : "") \(unit.1)"
  }

  /// Seconds without needless digits.
  static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
