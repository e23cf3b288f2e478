internal import TrainingKernels

extension Optimizer {
  /// Stochastic gradient descent: v ← momentum·v + g, w ← w − rate·v.
  ///
  /// ```swift
  /// .sgd(rate: 0.1)                 // plain: w ← w − rate·g
  /// .sgd(rate: 0.1, momentum: 0.9)  // a heavy ball
  /// ```
  public static func sgd(rate: Double, momentum: Double = 0) -> Optimizer {
    let momentumText = momentum == 0 ? "" : ", momentum: \(source(momentum))"
    let mistake: Mistake? =
      !(rate > 0) ? .rate(rate) : !(0..<1 ~= momentum) ? .momentum(momentum) : nil
    return Optimizer(".sgd(rate: \(source(rate))\(momentumText))", mistake: mistake) { store in
      SGD(store, rate: rate, momentum: momentum)
    }
  }
}

private final class SGD: Updater {
  private let rate: Double
  private let momentum: Double
  private let velocity: Storage?

  init(_ store: ParameterStore, rate: Double, momentum: Double) {
    self.rate = rate
    self.momentum = momentum
    velocity =
      momentum == 0
      ? nil : Storage(count: store.values.count, precision: store.values.precision)
    super.init(store)
  }

  override func apply(scale: Double, decay: Double) -> Double {
    let all = store.values.count
    if decay == 0 { return apply(scale: scale, decay: 0, 0..<all) }
    return apply(scale: scale, decay: decay, 0..<store.decayingCount)
      + apply(scale: scale, decay: 0, store.decayingCount..<all)
  }

  private func apply(scale: Double, decay: Double, _ range: Range<Int>) -> Double {
    let precision = store.values.precision
    let offset = range.lowerBound * precision.byteCount
    return tk_sgd(
      precision.kernel, range.count, rate, momentum, decay, scale, store.gradients.start + offset,
      velocity.map { $0.start + offset }, store.values.start + offset)
  }

  override func preview(scale: Double, decay: Double, in change: Storage) {
    let kernel = change.precision.kernel
    tk_affine(kernel, change.count, rate * scale, store.gradients.start, 0, change.start)
    if decay != 0 {
      tk_axpy(kernel, store.decayingCount, rate * decay, store.values.start, change.start)
    }
    if let velocity {
      tk_axpy(kernel, change.count, rate * momentum, velocity.start, change.start)
    }
  }
}
