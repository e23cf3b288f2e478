internal import TrainingKernels

/// One change of all parameters, as an optimizer asks for it.
struct Update {
  /// What the rate is multiplied by.
  var rateFactor: Double
  /// What the gradient is multiplied by.
  var scale: Double
  var l2: Double
  var decoupledDecay: Double
  /// The gradient, laid out as in the parameter store.
  var gradients: Storage
}

/// What an optimizer keeps from step to step, and how it changes the parameters of one network.
class Updater {
  final let store: ParameterStore

  init(_ store: ParameterStore) {
    self.store = store
  }

  /// Changes all parameters.
  ///
  /// - Returns: The squared length of the change; not finite if some of it is not.
  func apply(_ update: Update) -> Double { 0 }

  /// Writes to `change` what `apply` would take off each parameter.
  func preview(_ update: Update, in change: Storage) {}

  /// Forgets what was kept from earlier steps.
  func reset() {}

  final var precision: Precision { store.values.precision }

  /// A buffer as long as all parameters together.
  final func makeBuffer() -> Storage { Storage(count: store.values.count, precision: precision) }

  /// Calls `body` for the weights, which decay, and for the rest, which does not; once for all where
  /// nothing decays.
  final func forEachPart(
    of update: Update, _ body: (_ count: Int, _ byteOffset: Int, _ update: Update) -> Double
  ) -> Double {
    let all = store.values.count
    if update.l2 == 0 && update.decoupledDecay == 0 { return body(all, 0, update) }
    var rest = update
    (rest.l2, rest.decoupledDecay) = (0, 0)
    return body(store.decayingCount, 0, update)
      + body(all - store.decayingCount, store.decayingCount * precision.byteCount, rest)
  }
}
