import Lessons
import TranscriptFormat

extension ProgramFailure {
  /// The blocks that printed and showed more than they themselves allow.
  var longOutputs: [Diagnostic] {
    var sizes = [Int](repeating: 0, count: session.experiments.count)
    var block: Int?
    var printed = 0
    for record in run.records {
      if let end = record.printedBytes {
        if let block, sizes.indices.contains(block) { sizes[block] += end - printed }
        printed = max(printed, end)
      }
      if case .began(let next, _) = record { block = next }
      if let block, sizes.indices.contains(block) { sizes[block] += record.encoded.count }
    }
    return zip(session.experiments, sizes).compactMap { experiment, size in
      let experiment = session.lesson.experiments[experiment]
      guard let limit = experiment.options.outputLimit, size > limit else { return nil }
      return session.lesson.diagnostic(
        at: Position(line: experiment.fenceLine, column: 1),
        "This block printed and showed \(Self.size(UInt64(size))), more than its limit of "
          + "\(Self.size(UInt64(limit)))",
        help: "print or plot less, or raise the limit with "
          + "`//| output-limit: \(Self.size(2 * UInt64(size)))`")
    }
  }
}

extension Record {
  /// How much had been printed when it was written.
  fileprivate var printedBytes: Int? {
    switch self {
    case .began(_, let bytes), .output(_, let bytes), .control(_, let bytes),
      .position(_, let bytes), .positionEnded(let bytes), .failed(_, _, let bytes),
      .ended(let bytes):
      bytes
    case .value: nil
    }
  }
}
