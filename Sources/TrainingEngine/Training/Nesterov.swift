internal import TrainingKernels

/// Gradient descent with Nesterov's momentum: v ← momentum·v + g, w ← w − rate·(g + momentum·v).
final class Nesterov: Updater {
  private let rate: Double
  private let momentum: Double
  private let velocity: Storage
  /// What is taken off the parameters, before the rate.
  private let change: Storage

  init(_ store: ParameterStore, rate: Double, momentum: Double) {
    self.rate = rate
    self.momentum = momentum
    velocity = Storage(count: store.values.count, precision: store.values.precision)
    change = Storage(count: store.values.count, precision: store.values.precision)
    super.init(store)
  }

  override func apply(_ update: Update) -> Double {
    let rate = rate * update.rateFactor
    let kernel = precision.kernel, count = velocity.count
    fill(change, update)
    // The velocity is that of the gradient with its l2: change is g here.
    tk_axpby(kernel, count, momentum, velocity.start, 1, change.start, velocity.start)
    tk_axpy(kernel, count, momentum, velocity.start, change.start)
    addDecoupledDecay(to: change, update)
    tk_axpy(kernel, count, -rate, change.start, store.values.start)
    return rate * rate * tk_sum_of_squares(kernel, count, change.start)
  }

  override func preview(_ update: Update, in preview: Storage) {
    let kernel = precision.kernel, count = velocity.count
    fill(preview, update)
    // g + momentum·(momentum·v + g)
    tk_axpby(
      kernel, count, momentum * momentum, velocity.start, 1 + momentum, preview.start,
      preview.start)
    addDecoupledDecay(to: preview, update)
    tk_affine(kernel, count, rate * update.rateFactor, preview.start, 0, preview.start)
  }

  override func reset() { velocity.fill(0) }

  /// Writes the gradient of this update, with the slope of l2/2 · Σ W².
  private func fill(_ gradient: Storage, _ update: Update) {
    let kernel = precision.kernel
    tk_affine(
      kernel, gradient.count, update.scale, update.gradients.start, 0, gradient.start)
    if update.l2 != 0 {
      tk_axpy(kernel, store.decayingCount, update.l2, store.values.start, gradient.start)
    }
  }

  private func addDecoupledDecay(to change: Storage, _ update: Update) {
    guard update.decoupledDecay != 0 else { return }
    tk_axpy(
      precision.kernel, store.decayingCount, update.decoupledDecay, store.values.start,
      change.start)
  }
}

extension Mistake {
  package static let nesterovWithoutMomentum = Mistake(
    "nesterov: true needs a momentum, such as .sgd(rate: 0.1, momentum: 0.9, nesterov: true).")
}
