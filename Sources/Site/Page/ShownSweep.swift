import Lessons
import TranscriptFormat

/// An experiment whose controls are on a page, and what they add to it.
public struct ShownSweep: Sendable {
  let lesson: Lesson
  let experiment: Experiment
  let sweep: Sweep
  /// Whether the page's program runs it between its listed values.
  let isLive: Bool
  /// How many bytes the page holds beyond those of the initial position.
  var addedBytes = 0

  /// Such as `lessons/03-x.md:42: 5 positions add 62 KB to the page`.
  public var summary: String {
    "\(lesson.path):\(experiment.fenceLine): \(sweep.count) positions add \(addedBytes.inKilobytes) to the page"
  }

  /// An error if that is more than the experiment may add.
  var excess: Diagnostic? {
    let budget = experiment.options.sweepBudget
    guard addedBytes > budget else { return nil }
    let enough = (addedBytes + 99_999) / 100_000 * 100
    return Diagnostic(
      .error, path: lesson.path, position: Position(line: experiment.fenceLine, column: 1),
      "The \(sweep.count) positions of this block's controls add \(addedBytes.inKilobytes) to the "
        + "page, and its budget is \(budget.inKilobytes).",
      help: "list fewer values, plot fewer points, or raise the budget with "
        + "`//| sweep-budget: \(enough) KB`",
      sourceLine: lesson.lines[experiment.fenceLine - 1])
  }
}

extension Int {
  /// A number of bytes in thousands, rounded up.
  fileprivate var inKilobytes: String { "\((self + 999) / 1000) KB" }
}
