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
    self.init(history.events, wallTime: wallTime, secondsPerStep: secondsPerStep)
  }

  /// The events of a run, by step, as TensorBoard expects them.
  package init(_ events: [RunEvent], wallTime: Double, secondsPerStep: Double = 1) {
    self.init(wallTime: wallTime)
    for event in events {
      let time = wallTime + Double(event.step) * secondsPerStep
      switch event.content {
      case .number(let value): add(event.tag, value, step: event.step, wallTime: time)
      case .histogram(let histogram):
        add(event.tag, histogram, step: event.step, wallTime: time)
      }
    }
  }
}
