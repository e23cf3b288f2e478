import Lessons
import TranscriptFormat

/// A claim of a lesson that its own measurement refutes.
public struct RefutedClaim: Sendable {
  /// The lesson's file, and the one in which the claim stands.
  let lesson: String
  let file: String
  let claim: Claim

  private var position: Position { Position(line: claim.line, column: claim.column) }

  private var found: String {
    claim.required.isEmpty ? "the condition is false" : "measured \(claim.measured)"
  }

  private var required: String { claim.required.isEmpty ? "" : ", required \(claim.required)" }

  func diagnostic(in lesson: Lesson) -> Diagnostic {
    lesson.diagnostic(
      in: file, at: position,
      "This claim does not hold: “\(claim.sentence)” (\(found)\(required))",
      help: "correct the claim or the experiment; a refuted claim is a finding, too")
  }

  /// The claims that hold for a lesson's own seeds but not for all others, each told once.
  ///
  /// - Parameter runs: what was refuted under each shift of the seeds.
  public static func onOtherSeeds(
    _ runs: [(shift: Int, refuted: [RefutedClaim])], in course: Course
  ) -> [Diagnostic] {
    let all = runs.flatMap { run in run.refuted.map { (shift: run.shift, refuted: $0) } }
    var told: [RefutedClaim] = []
    for (_, claim) in all where !told.contains(where: { $0.isSame(as: claim) }) {
      told.append(claim)
    }
    return told.compactMap { claim in
      guard let lesson = course.lessons.first(where: { $0.path == claim.lesson }) else {
        return nil
      }
      let failures = all.filter { $0.refuted.isSame(as: claim) }
      let seeds = failures.map { "seeds + \($0.shift): \($0.refuted.found)" }
      return lesson.diagnostic(
        in: claim.file, at: claim.position,
        "This claim holds for the seeds of the lesson, but not for \(failures.count) of "
          + "\(runs.count) others: “\(claim.claim.sentence)” "
          + "(\(seeds.joined(separator: "; "))\(claim.required))",
        help: "claim what holds for most seeds, such as the median of several runs")
    }
  }

  private func isSame(as other: RefutedClaim) -> Bool {
    file == other.file && position == other.position
      && claim.sentence == other.claim.sentence
  }
}

extension ProgramFailure {
  /// The claims that do not hold.
  var refutedClaims: [RefutedClaim] {
    var file = lesson.path
    return run.records.compactMap { record in
      if case .began(let block, _) = record, session.experiments.indices.contains(block) {
        file = lesson.experiments[session.experiments[block]].path ?? lesson.path
      }
      guard case .output(.claim(let claim), _) = record, !claim.holds else { return nil }
      return RefutedClaim(lesson: lesson.path, file: file, claim: claim)
    }
  }
}
