internal import TranscriptFormat

/// Recorded runs as event files, which TensorBoard opens.
///
///     show("The numbers of both runs, for TensorBoard.") {
///       TensorBoardRuns(["rate 0.001": healthy, "rate 1": sick])
///     }
///
/// The page gets a link to the file of each run: everything that was recorded, numbers as scalars
/// and histograms as histograms. Times are not measured, so that the same runs make the same files:
/// each begins in 1970, and a step takes a second.
public struct TensorBoardRuns {
  let runs: [RecordedRun]

  /// Runs by name, as TensorBoard lists them.
  public init(
    _ runs: KeyValuePairs<String, History>, file: StaticString = #filePath, line: UInt = #line
  ) {
    if let mistake = Mistake.inNames(of: runs.map { $0.key }) { stop(mistake, file, line) }
    self.runs = runs.map { RecordedRun(name: $0.key, events: $0.value.events.map { $0.record }) }
  }
}

/// Offers recorded runs under the block, with a caption that states what they are.
///
/// Below a control, the runs of its initial value are offered.
///
///     show("The run, for TensorBoard.") { TensorBoardRuns(["plain": history]) }
public func show(_ caption: String, _ runs: () -> TensorBoardRuns) {
  LessonProgram.show(.runs(caption: caption, runs().runs))
}

extension RunEvent {
  fileprivate var record: RecordedRun.Event {
    switch content {
    case .number(let value): RecordedRun.Event(tag: tag, step: step, .number(value))
    case .histogram(let histogram):
      RecordedRun.Event(
        tag: tag, step: step,
        .histogram(
          lower: histogram.range.lowerBound, upper: histogram.range.upperBound,
          counts: histogram.counts, outside: histogram.outside))
    }
  }
}

extension String {
  /// The text with the capitals of ASCII made small, as some file systems compare names.
  fileprivate var withSmallLetters: String {
    String(decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}

extension Mistake {
  /// What is wrong with the names of runs, which become folders; nil if nothing is.
  package static func inNames(of names: [String]) -> Mistake? {
    if names.isEmpty {
      return Mistake("TensorBoardRuns needs at least one run, by name: [\"plain\": history].")
    }
    var folders: [String: String] = [:]
    for name in names {
      let folder = RecordedRun.folder(of: name)
      if folder.isEmpty {
        return Mistake(
          "The run “\(name)” needs a name with a Latin letter or a digit, since it becomes a folder."
        )
      }
      let key = folder.withSmallLetters
      if let other = folders[key] {
        return Mistake(
          "The runs “\(other)” and “\(name)” would share the folder “\(folder)”; "
            + "give them names that differ in a letter or a digit.")
      }
      folders[key] = name
    }
    return nil
  }
}
