/// A run as a sequence of steps; see ``Network/training(on:minimizing:using:batch:shuffled:shuffleSeed:steps:file:line:)``.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 8)
///   ReLU()
///   Dense(from: 8, to: 2)
/// }
/// let data = Dataset.spirals(count: 50, seed: 1)
/// let training = network.training(
///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), epochs: 2)
/// let steps = training.makeIterator()
/// steps.next()?.index  // == 0
/// steps.next()?.index  // == 1
/// steps.next() == nil  // == true
/// ```
public struct Training: Sequence {
  let makeRun: () -> Run

  /// Starts a run from the network as it is now.
  public func makeIterator() -> Iterator { Iterator(run: makeRun()) }

  /// Computes one step after the other.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 2) }
  /// let steps = network.training(
  ///   on: .spirals(count: 10, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 1)
  /// let iterator: Training.Iterator = steps.makeIterator()
  /// iterator.next()?.index  // == 0
  /// iterator.next() == nil  // == true
  /// ```
  public struct Iterator: IteratorProtocol {
    let run: Run

    /// Applies the update of the step before, then computes the next step; nil at the end.
    public func next() -> Step? { run.next() }
  }
}

extension Network {
  /// Steps of gradient descent, computed one by one as a loop asks for them.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// var count = 0
  /// for step in network.training(
  ///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 1000)
  /// {
  ///   if step.loss < 0.65 { break }
  ///   count += 1
  /// }
  /// count  // == 16
  /// ```
  /// The update of a step is applied when the loop goes on to the next, so that after `break` the
  /// network is the one whose loss the loop saw. A loss that is not finite does not end the
  /// sequence: what happens then is up to the loop.
  ///
  /// - Parameters:
  ///   - batch: The number of examples a step; all if not given.
  ///   - shuffled: Whether batches are drawn in an order shuffled anew every epoch.
  ///   - shuffleSeed: What that order is keyed by; the network's seed if not given.
  public func training(
    on data: Dataset, minimizing loss: Loss, using optimizer: Optimizer, batch: Int? = nil,
    shuffled: Bool = true, shuffleSeed: Int? = nil, steps: Int, file: StaticString = #filePath,
    line: UInt = #line
  ) -> Training {
    training(
      data, loss, optimizer, batch: batch, order: shuffled ? shuffleSeed ?? seed : nil,
      stopsWhenNotFinite: false, file, line
    ) { _ in steps }
  }

  /// As above, for a number of passes over the data; a last batch that is not full is left out.
  public func training(
    on data: Dataset, minimizing loss: Loss, using optimizer: Optimizer, batch: Int? = nil,
    shuffled: Bool = true, shuffleSeed: Int? = nil, epochs: Int, file: StaticString = #filePath,
    line: UInt = #line
  ) -> Training {
    training(
      data, loss, optimizer, batch: batch, order: shuffled ? shuffleSeed ?? seed : nil,
      stopsWhenNotFinite: false, file, line
    ) { perEpoch in epochs * perEpoch }
  }

  func training(
    _ data: Dataset, _ loss: Loss, _ optimizer: Optimizer, batch: Int?, order: Int?,
    stopsWhenNotFinite: Bool, _ file: StaticString, _ line: UInt,
    stepCount: @escaping (_ perEpoch: Int) -> Int
  ) -> Training {
    let size = batch ?? data.count
    check((1...max(1, data.count)).contains(size), .batch(size, count: data.count), file, line)
    checkFit(of: data, examples: size, to: loss, mode: .training, file, line)
    if let mistake = optimizer.mistake { stop(mistake, file, line) }
    let precision = precision
    learnedClasses = data.classNames
    return Training {
      let batches = Batches(
        data, size: size, precision: precision, shuffledBy: size < data.count ? order : nil)
      let pass = Pass(
        self, minimizing: loss, mode: .training, examples: size, features: data.features,
        file: file, line: line)
      return Run(
        pass, batches, isWholeSet: size == data.count, optimizer: optimizer,
        stepCount: stepCount(batches.perEpoch), stopsWhenNotFinite: stopsWhenNotFinite)
    }
  }
}

extension Mistake {
  package static func batch(_ size: Int, count: Int) -> Mistake {
    Mistake("batch: \(size) cannot be drawn from \(count) examples; choose 1 to \(count).")
  }
}
