internal import TrainingKernels

extension Optimizer {
  /// Adam (Kingma & Ba 2015): each number of the gradient divided by its own size, both averaged.
  ///
  /// m ← beta1·m + (1 − beta1)·g, v ← beta2·v + (1 − beta2)·g²; with both freed of their start at 0,
  /// m̂ = m/(1 − beta1ᵗ) and v̂ = v/(1 − beta2ᵗ), w ← w − rate·m̂/(√v̂ + epsilon). A first step is as
  /// long as `rate` in every direction, unless the gradient is as small as `epsilon`.
  ///
  /// ```swift
  /// .adam(rate: 0.001, epsilon: 1e-16)
  /// ```
  public static func adam(
    rate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) -> Optimizer {
    var text = ".adam(rate: \(source(rate))"
    if beta1 != 0.9 { text += ", beta1: \(source(beta1))" }
    if beta2 != 0.999 { text += ", beta2: \(source(beta2))" }
    if epsilon != 1e-8 { text += ", epsilon: \(source(epsilon))" }
    let mistake: Mistake? =
      !(rate > 0 && rate.isFinite)
      ? .rate(rate)
      : !(0..<1 ~= beta1)
        ? .momentum(beta1, called: "beta1")
        : !(0..<1 ~= beta2)
          ? .momentum(beta2, called: "beta2") : epsilon >= 0 ? nil : .epsilon(epsilon)
    return Optimizer(text + ")", mistake: mistake) { store in
      Adam(store, rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
  }

  /// RMSProp (Hinton 2012): each number of the gradient divided by its own size of late.
  ///
  /// v ← decay·v + (1 − decay)·g², w ← w − rate·g/(√v + epsilon). A first step is as long as
  /// rate/√(1 − decay) in every direction.
  ///
  /// ```swift
  /// .rmsProp(rate: 0.001)
  /// ```
  public static func rmsProp(
    rate: Double, decay: Double = 0.99, epsilon: Double = 1e-8
  ) -> Optimizer {
    var text = ".rmsProp(rate: \(source(rate))"
    if decay != 0.99 { text += ", decay: \(source(decay))" }
    if epsilon != 1e-8 { text += ", epsilon: \(source(epsilon))" }
    let mistake: Mistake? =
      !(rate > 0 && rate.isFinite)
      ? .rate(rate)
      : !(0..<1 ~= decay)
        ? .momentum(decay, called: "decay") : epsilon >= 0 ? nil : .epsilon(epsilon, of: "RMSProp")
    return Optimizer(text + ")", mistake: mistake) { store in
      Adam(store, rate: rate, beta1: 0, beta2: decay, epsilon: epsilon, correctsSquare: false)
    }
  }

  /// Adam with decoupled weight decay (Loshchilov & Hutter 2019).
  ///
  /// It is short for `.adam(…).decayingWeights(decoupled: decay)`.
  public static func adamW(
    rate: Double, decay: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8
  ) -> Optimizer {
    adam(rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
      .decayingWeights(decoupled: decay)
  }
}

private final class Adam: Updater {
  private let rate: Double
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private let correctsSquare: Bool
  private var mean: Storage?
  private var square: Storage?
  /// beta1ᵗ and beta2ᵗ after t steps.
  private var power1 = 1.0
  private var power2 = 1.0

  /// - Parameter correctsSquare: Whether v is freed of its start at 0, which RMSProp does not do.
  init(
    _ store: ParameterStore, rate: Double, beta1: Double, beta2: Double, epsilon: Double,
    correctsSquare: Bool = true
  ) {
    self.rate = rate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.correctsSquare = correctsSquare
    super.init(store)
    mean = makeBuffer()
    square = makeBuffer()
  }

  override func apply(_ update: Update) -> Double {
    let length = run(update, change: nil)
    power1 *= beta1
    power2 *= beta2
    return length
  }

  override func preview(_ update: Update, in change: Storage) {
    _ = run(update, change: change)
  }

  override func reset() {
    mean?.fill(0)
    square?.fill(0)
    (power1, power2) = (1, 1)
  }

  private func run(_ update: Update, change: Storage?) -> Double {
    guard let mean, let square else { return 0 }
    return forEachPart(of: update) { count, offset, update in
      var numbers = TKAdam(
        rate: rate * update.rateFactor, mean_decay: beta1, square_decay: beta2,
        mean_correction: 1 / (1 - power1 * beta1),
        square_correction: correctsSquare ? 1 / (1 - power2 * beta2) : 1,
        epsilon: epsilon, l2: update.l2, decoupled: update.decoupledDecay,
        clip_scale: update.scale)
      return tk_adam(
        precision.kernel, count, &numbers, update.gradients.start + offset, mean.start + offset,
        square.start + offset, store.values.start + offset, change.map { $0.start + offset })
    }
  }
}
