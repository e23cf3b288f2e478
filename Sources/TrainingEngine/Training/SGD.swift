internal import TrainingKernels

extension Optimizer {
  /// Stochastic gradient descent: v ← momentum·v + g, w ← w − rate·v.
  ///
  /// With `nesterov`, w ← w − rate·(g + momentum·v): the step that the next velocity would make
  /// (Nesterov 1983, in the form of Sutskever et al. 2013).
  ///
  /// ```swift
  /// .sgd(rate: 0.1)                 // plain: w ← w − rate·g
  /// .sgd(rate: 0.1, momentum: 0.9)  // a heavy ball
  /// .sgd(rate: 0.1, momentum: 0.9, nesterov: true)
  /// ```
  public static func sgd(
    rate: Double, momentum: Double = 0, nesterov: Bool = false
  ) -> Optimizer {
    let momentumText =
      (momentum == 0 ? "" : ", momentum: \(source(momentum))")
      + (nesterov ? ", nesterov: true" : "")
    let mistake: Mistake? =
      !(rate > 0 && rate.isFinite)
      ? .rate(rate)
      : !(0..<1 ~= momentum)
        ? .momentum(momentum)
        : nesterov && momentum == 0 ? .nesterovWithoutMomentum : nil
    return Optimizer(".sgd(rate: \(source(rate))\(momentumText))", mistake: mistake) { store in
      nesterov
        ? Nesterov(store, rate: rate, momentum: momentum)
        : SGD(store, rate: rate, momentum: momentum)
    }
  }
}

private final class SGD: Updater {
  private let rate: Double
  private let momentum: Double
  private var velocity: Storage?

  init(_ store: ParameterStore, rate: Double, momentum: Double) {
    self.rate = rate
    self.momentum = momentum
    super.init(store)
    if momentum != 0 { velocity = makeBuffer() }
  }

  override func apply(_ update: Update) -> Double {
    let rate = rate * update.rateFactor
    return forEachPart(of: update) { count, offset, update in
      let values = store.values.start + offset
      if update.decoupledDecay != 0 {
        tk_affine(precision.kernel, count, 1 - rate * update.decoupledDecay, values, 0, values)
      }
      return tk_sgd(
        precision.kernel, count, rate, momentum, update.l2, update.scale,
        update.gradients.start + offset, velocity.map { $0.start + offset }, values)
    }
  }

  override func preview(_ update: Update, in change: Storage) {
    let kernel = precision.kernel
    let rate = rate * update.rateFactor
    tk_affine(kernel, change.count, rate * update.scale, update.gradients.start, 0, change.start)
    let decay = update.l2 + update.decoupledDecay
    if decay != 0 {
      tk_axpy(kernel, store.decayingCount, rate * decay, store.values.start, change.start)
    }
    if let velocity {
      tk_axpy(kernel, change.count, rate * momentum, velocity.start, change.start)
    }
  }

  override func reset() { velocity?.fill(0) }
}
