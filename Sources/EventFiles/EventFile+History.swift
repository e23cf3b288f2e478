import TrainingEngine

extension EventFile {
  /// A recorded run: everything that its history holds.
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
      recording.samples.map { (tag: tag(of: $0, in: recording.name), sample: $0) }
    }
    // By step, as TensorBoard expects; within a step as recorded.
    let order = samples.indices.sorted {
      (samples[$0].sample.step, $0) < (samples[$1].sample.step, $1)
    }
    for index in order {
      let (tag, sample) = samples[index]
      add(
        tag, sample.value, step: sample.step,
        wallTime: wallTime + Double(sample.step) * secondsPerStep)
    }
  }
}

private func tag(of sample: Sample, in recording: String) -> String {
  if sample.name.isEmpty || sample.name == recording { return recording }
  return sample.name.contains("/") ? sample.name : "\(recording)/\(sample.name)"
}
