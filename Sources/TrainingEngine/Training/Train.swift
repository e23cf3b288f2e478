internal import TrainingKernels

extension Network {
  /// Trains, and records what is asked for. It is sugar for this loop:
  ///
  /// ```swift
  /// for step in network.training(on: data, minimizing: loss, using: optimizer, steps: steps) {
  ///   history.record(step)
  ///   if !step.loss.isFinite { break }
  /// }
  /// ```
  ///
  /// A run stops at the first loss or gradient that is not finite; the history says at which step
  /// and in which tensor. It goes on with `stoppingWhenNotFinite: false`. Every run starts from the
  /// network as it is, with fresh momentum.
  ///
  /// For example:
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let history = network.train(
  ///   on: data, minimizing: .crossEntropy, using: .adam(rate: 0.01), batch: 25, steps: 100)
  /// history.stepCount  // == 100
  /// history.lastLoss < history[.loss][0].value  // == true
  /// ```
  ///
  /// - Parameters:
  ///   - batch: The number of examples a step; all if not given.
  ///   - recording: What to measure besides the loss.
  ///   - interval: Measures at every so many steps.
  @discardableResult
  public func train(
    on data: Dataset, minimizing loss: Loss, using optimizer: Optimizer, batch: Int? = nil,
    shuffled: Bool = true, shuffleSeed: Int? = nil, steps: Int, recording probes: Probe...,
    every interval: Int = 1, stoppingWhenNotFinite: Bool = true, file: StaticString = #filePath,
    line: UInt = #line
  ) -> History {
    check(interval > 0, .interval(interval), file, line)
    if let mistake = History.mistake(recording: probes) { stop(mistake, file, line) }
    return record(
      training(
        data, loss, optimizer, batch: batch, order: shuffled ? shuffleSeed ?? seed : nil,
        stopsWhenNotFinite: stoppingWhenNotFinite, file, line
      ) { _ in steps },
      probes, every: interval, data, loss)
  }

  /// As above, for a number of passes over the data; a last batch that is not full is left out.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let history = network.train(
  ///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 20, epochs: 3)
  /// history.stepCount  // == 6
  /// ```
  @discardableResult
  public func train(
    on data: Dataset, minimizing loss: Loss, using optimizer: Optimizer, batch: Int? = nil,
    shuffled: Bool = true, shuffleSeed: Int? = nil, epochs: Int, recording probes: Probe...,
    every interval: Int = 1, stoppingWhenNotFinite: Bool = true, file: StaticString = #filePath,
    line: UInt = #line
  ) -> History {
    check(interval > 0, .interval(interval), file, line)
    if let mistake = History.mistake(recording: probes) { stop(mistake, file, line) }
    return record(
      training(
        data, loss, optimizer, batch: batch, order: shuffled ? shuffleSeed ?? seed : nil,
        stopsWhenNotFinite: stoppingWhenNotFinite, file, line
      ) { perEpoch in epochs * perEpoch },
      probes, every: interval, data, loss)
  }

  /// One forward and one backward pass over all of `data`, without any update.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   for _ in 1...3 { Dense(from: 16, to: 16, weights: .orthogonal(gain: 2)) }
  /// }
  /// let history = network.probe(
  ///   on: .gaussian(count: 1, features: 16, seed: 1), minimizing: .linearProbe(seed: 1),
  ///   recording: .delta)
  /// let factor = geometricMeanRatio(of: history[.delta], layers: 1...3)
  /// (factor * 1e5).rounded() / 1e5  // == 2
  /// ```
  public func probe(
    on data: Dataset, minimizing loss: Loss, recording probes: Probe...,
    file: StaticString = #filePath, line: UInt = #line
  ) -> History {
    if let mistake = History.mistake(recording: probes) { stop(mistake, file, line) }
    let step = inspect(data, minimizing: loss, file: file, line: line)
    var history = History(recording: probes, every: 1)
    history.know(data, loss)
    history.record(step)
    let isFinite = step.loss.isFinite && step.pass.squaredGradientNorm.isFinite
    history.firstNonFinite = isFinite ? nil : step.pass.firstNonFinite(atStep: 0)
    return history
  }

  private func record(
    _ training: Training, _ probes: [Probe], every interval: Int, _ data: Dataset, _ loss: Loss
  ) -> History {
    var history = History(recording: probes, every: interval)
    history.know(data, loss)
    let run = training.makeRun()
    while let step = run.next() { history.record(step) }
    history.skippedSteps = run.skippedSteps
    history.firstNonFinite = run.firstNonFinite
    history.divergedAt = run.divergedAt
    return history
  }
}

extension History {
  /// Notes what a guess would cost.
  fileprivate mutating func know(_ data: Dataset, _ loss: Loss) {
    classes = data.classes
    lossOfGuessing = loss.ofGuessing(among: classes)
  }
}

extension Loss {
  /// What guessing among classes costs: ln C of the cross-entropy; nil of other losses.
  package func ofGuessing(among classes: Int) -> Double? {
    guard classes > 1, description == Loss.crossEntropy.description else { return nil }
    return tk_log(Double(classes))
  }
}

extension Mistake {
  package static func interval(_ interval: Int) -> Mistake {
    Mistake(
      "every: \(interval) cannot be; every: 1 measures at each step, every: 10 at each tenth.")
  }
}
