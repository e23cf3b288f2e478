internal import TrainingKernels

/// How a gradient becomes a change of the parameters.
///
/// ```swift
/// let optimizer = Optimizer.sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 1)
/// ```
public struct Optimizer: Sendable, CustomStringConvertible {
  /// The source that makes it.
  public private(set) var description: String
  let maximumNorm: Double?
  let decay: Double
  let makeUpdater: @Sendable (_ store: ParameterStore) -> Updater
  package let mistake: Mistake?

  init(
    _ description: String, mistake: Mistake?,
    makeUpdater: @escaping @Sendable (_ store: ParameterStore) -> Updater
  ) {
    self.init(description, maximumNorm: nil, decay: 0, mistake: mistake, makeUpdater: makeUpdater)
  }

  private init(
    _ description: String, maximumNorm: Double?, decay: Double, mistake: Mistake?,
    makeUpdater: @escaping @Sendable (_ store: ParameterStore) -> Updater
  ) {
    self.description = description
    self.maximumNorm = maximumNorm
    self.decay = decay
    self.mistake = mistake
    self.makeUpdater = makeUpdater
  }

  /// Shortens the gradient to the length `limit` where it is longer, keeping its direction.
  ///
  /// The length is that of all gradients together, √Σg² over every parameter (Pascanu et al. 2013).
  /// A shorter gradient is left as it is, to the bit. When the length is not finite there is no
  /// direction to keep: the step is skipped, and ``History/skippedSteps`` says so.
  public func clippingGradient(toNorm limit: Double) -> Optimizer {
    Optimizer(
      description + ".clippingGradient(toNorm: \(source(limit)))", maximumNorm: limit, decay: decay,
      mistake: mistake ?? (limit > 0 ? nil : .limit(limit)), makeUpdater: makeUpdater)
  }

  /// Adds `l2` · W to the gradient of every weight W (not of biases, scales and shifts), as the
  /// term l2/2 · Σ W² in the loss would.
  public func decayingWeights(l2: Double) -> Optimizer {
    Optimizer(
      description + ".decayingWeights(l2: \(source(l2)))", maximumNorm: maximumNorm, decay: l2,
      mistake: mistake ?? (l2 >= 0 ? nil : .decay(l2)), makeUpdater: makeUpdater)
  }
}

/// What an optimizer keeps from step to step, and how it changes the parameters of one network.
class Updater {
  final let store: ParameterStore

  init(_ store: ParameterStore) {
    self.store = store
  }

  /// Changes all parameters, with the gradient times `scale` and weight decay `decay`.
  ///
  /// - Returns: The squared length of the change.
  func apply(scale: Double, decay: Double) -> Double { 0 }

  /// Writes to `change` what `apply` would add to each parameter, up to its sign.
  func preview(scale: Double, decay: Double, in change: Storage) {}
}

extension Mistake {
  package static func rate(_ rate: Double) -> Mistake {
    Mistake(
      "The rate must be positive, but is \(source(rate)): a step goes against the gradient by itself."
    )
  }

  package static func momentum(_ momentum: Double) -> Mistake {
    Mistake("Momentum must be at least 0 and less than 1, but is \(source(momentum)).")
  }

  package static func limit(_ limit: Double) -> Mistake {
    Mistake("clippingGradient(toNorm:) needs a positive length, not \(source(limit)).")
  }

  package static func decay(_ decay: Double) -> Mistake {
    Mistake("decayingWeights(l2:) needs a factor that is not negative, not \(source(decay)).")
  }
}
