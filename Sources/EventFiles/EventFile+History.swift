import TrainingEngine

extension EventFile {
  /// A recorded run: everything that its history holds, numbers and histograms.
  ///
  /// A probe of one number has its own name as tag, "loss"; one of several adds theirs,
  /// "delta/Dense 3". A name that is a path already, "dnn/hiddenlayer_0/activation", is the tag.
  ///
  /// ```swift
  /// let history = network.train(
  ///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 100, recording: .delta)
  /// try EventFile(history, wallTime: 0).write(toFolder: "runs/plain")
  /// ```
  ///
  /// - Parameters:
  ///   - wallTime: When the run began, in seconds since 1970.
  ///   - secondsPerStep: How long a step took.
  public init(_ history: History, wallTime: Double, secondsPerStep: Double = 1) {
    self.init(wallTime: wallTime)
    let samples = history.recordings.flatMap { recording in
      recording.samples.map { sample in
        Entry(
          tag: tag(of: sample.name, in: recording.name), step: sample.step,
          content: .number(sample.value))
      }
    }
    let histograms = history.histogramRecordings.flatMap { recording in
      recording.samples.map { sample in
        Entry(
          tag: tag(of: sample.name, in: recording.name), step: sample.step,
          content: .histogram(sample.histogram))
      }
    }
    let entries = samples + histograms
    // By step, as TensorBoard expects; within a step as recorded.
    for index in entries.indices.sorted(by: { (entries[$0].step, $0) < (entries[$1].step, $1) }) {
      let entry = entries[index]
      let time = wallTime + Double(entry.step) * secondsPerStep
      switch entry.content {
      case .number(let value): add(entry.tag, value, step: entry.step, wallTime: time)
      case .histogram(let histogram):
        add(entry.tag, histogram, step: entry.step, wallTime: time)
      }
    }
  }
}

/// What one event of a run holds.
private struct Entry {
  enum Content {
    case number(Double)
    case histogram(Histogram)
  }

  let tag: String
  let step: Int
  let content: Content
}

private func tag(of name: String, in recording: String) -> String {
  if name.isEmpty || name == recording { return recording }
  return name.contains("/") ? name : "\(recording)/\(name)"
}
