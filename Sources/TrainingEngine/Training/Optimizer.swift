/// How a gradient becomes a change of the parameters.
///
/// ```swift
/// // What two steps make of the weight 1 when the loss is the weight's square.
/// func weight(_ optimizer: Optimizer) -> Double {
///   let layer = Dense(from: 1, to: 1, bias: false, weights: .constant(1))
///   let data = Dataset(inputs: [[1]], targets: [[0]])
///   _ = Network(seed: 1, precision: .double) { layer }
///     .train(on: data, minimizing: .squaredError, using: optimizer, steps: 2)
///   return (layer.weights.value.value * 10_000).rounded() / 10_000
/// }
/// weight(.sgd(rate: 0.25))  // == 0.25
/// weight(.sgd(rate: 0.25, momentum: 0.5))  // == 0
/// weight(.sgd(rate: 0.25, momentum: 0.5, nesterov: true))  // == -0.0625
/// weight(.rmsProp(rate: 0.25, decay: 0.75))  // == 0.25
/// weight(.adam(rate: 0.25))  // == 0.5044
/// weight(.adamW(rate: 0.25, decay: 0.5))  // == 0.3062
/// weight(.sgd(rate: 0.25).clippingGradient(toNorm: 1))  // == 0.5
/// weight(.sgd(rate: 0.25).clippingGradient(toLayerNorm: 0.5))  // == 0.75
/// weight(.sgd(rate: 0.25).clippingGradient(toValue: 0.2))  // == 0.9
/// weight(.sgd(rate: 0.25).decayingWeights(l2: 1))  // == 0.0625
/// weight(.sgd(rate: 0.25).decayingWeights(l1: 0.4))  // == 0.1
/// weight(.sgd(rate: 0.25).decayingWeights(decoupled: 1))  // == 0.0625
/// weight(.sgd(rate: 0.25).following(.step(every: 1, times: 0.5)))  // == 0.375
/// Optimizer.sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 1).description  // == ".sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 1)"
/// ```
public struct Optimizer: Sendable, CustomStringConvertible {
  /// The source that makes it.
  public private(set) var description: String
  private(set) var clipping = Clipping.none
  private(set) var l1 = 0.0
  private(set) var l2 = 0.0
  private(set) var decoupledDecay = 0.0
  let makeUpdater: @Sendable (_ store: ParameterStore) -> Updater
  package private(set) var mistake: Mistake?
  private var schedules: [Schedule] = []

  /// What is too long, and how long it may be.
  enum Clipping {
    case none
    case norm(Double)
    case layerNorm(Double)
    case value(Double)
  }

  init(
    _ description: String, mistake: Mistake?,
    makeUpdater: @escaping @Sendable (_ store: ParameterStore) -> Updater
  ) {
    self.description = description
    self.mistake = mistake
    self.makeUpdater = makeUpdater
  }

  /// What the rate is multiplied by at a step.
  func rateFactor(atStep step: Int) -> Double {
    var product = 1.0
    for schedule in schedules { product *= schedule.factor(atStep: step) }
    return product
  }

  /// Whether clipping or decay is more than a factor for the whole gradient.
  var needsShapedGradient: Bool {
    switch clipping {
    case .none, .norm: l1 != 0
    case .layerNorm, .value: true
    }
  }

  /// The optimizer with one more thing asked of it.
  private func adding(
    _ text: String, mistake: Mistake?, _ change: (inout Optimizer) -> Void
  ) -> Optimizer {
    var optimizer = self
    optimizer.description += ".\(text)"
    optimizer.mistake = self.mistake ?? mistake
    change(&optimizer)
    return optimizer
  }
}

// Clipping
extension Optimizer {
  /// Shortens the gradient to the length `limit` where it is longer, keeping its direction.
  ///
  /// The length is that of all gradients together, √Σg² over every parameter (Pascanu et al. 2013).
  /// A shorter gradient is left as it is, to the bit. When the length is not finite there is no
  /// direction to keep: the step is skipped, and ``History/skippedSteps`` says so.
  public func clippingGradient(toNorm limit: Double) -> Optimizer {
    adding(
      "clippingGradient(toNorm: \(source(limit)))",
      mistake: limit > 0 ? nil : .limit("clippingGradient(toNorm:)", limit)
    ) { $0.clipping = .norm(limit) }
  }

  /// Shortens the gradient of each layer to the length `limit` where it is longer.
  ///
  /// The directions within layers are kept, that of the whole gradient is not.
  public func clippingGradient(toLayerNorm limit: Double) -> Optimizer {
    adding(
      "clippingGradient(toLayerNorm: \(source(limit)))",
      mistake: limit > 0 ? nil : .limit("clippingGradient(toLayerNorm:)", limit)
    ) { $0.clipping = .layerNorm(limit) }
  }

  /// Replaces each number of the gradient beyond ±`limit` by ±`limit`, which turns the gradient.
  ///
  /// (3, 4, 12) clipped to the value 1 is (1, 1, 1): the cosine of the angle between them is 0.84.
  public func clippingGradient(toValue limit: Double) -> Optimizer {
    adding(
      "clippingGradient(toValue: \(source(limit)))",
      mistake: limit > 0 ? nil : .limit("clippingGradient(toValue:)", limit)
    ) { $0.clipping = .value(limit) }
  }
}

// Decay of weights, not of biases, scales and shifts; it is not clipped.
extension Optimizer {
  /// Adds `l2` · W to the gradient of every weight W (not of biases, scales and shifts), as the
  /// term l2/2 · Σ W² in the loss would.
  public func decayingWeights(l2: Double) -> Optimizer {
    adding(
      "decayingWeights(l2: \(source(l2)))",
      mistake: l2 >= 0 ? nil : .decay("decayingWeights(l2:)", l2)
    ) { $0.l2 = l2 }
  }

  /// Adds `l1` · sign(W) to the gradient of every weight W, as the term l1 · Σ |W| in the loss would.
  public func decayingWeights(l1: Double) -> Optimizer {
    adding(
      "decayingWeights(l1: \(source(l1)))",
      mistake: l1 >= 0 ? nil : .decay("decayingWeights(l1:)", l1)
    ) { $0.l1 = l1 }
  }

  /// Takes rate · `factor` · W off every weight W, besides what the gradient does (Loshchilov &
  /// Hutter 2019).
  ///
  /// For plain gradient descent that is the same as `l2:`; for Adam it is not, since Adam divides
  /// the gradient, and with it an `l2:`, by its own size.
  public func decayingWeights(decoupled factor: Double) -> Optimizer {
    adding(
      "decayingWeights(decoupled: \(source(factor)))",
      mistake: factor >= 0 ? nil : .decay("decayingWeights(decoupled:)", factor)
    ) { $0.decoupledDecay = factor }
  }
}

extension Optimizer {
  /// Multiplies the rate of each step by the schedule's factor; several schedules multiply.
  ///
  /// ```swift
  /// .adam(rate: 0.001).following(.warmUp(steps: 100)).following(.step(every: 1000, times: 0.1))
  /// ```
  public func following(_ schedule: Schedule) -> Optimizer {
    adding("following(\(schedule))", mistake: schedule.mistake) { $0.schedules.append(schedule) }
  }
}

extension Mistake {
  package static func rate(_ rate: Double) -> Mistake {
    let reason =
      rate <= 0
      ? "a step goes against the gradient by itself" : "a step must have a length; try rate: 0.1"
    return Mistake("The rate must be a positive number, but is \(source(rate)): \(reason).")
  }

  package static func momentum(_ momentum: Double, called name: String = "Momentum") -> Mistake {
    Mistake("\(name) must be at least 0 and less than 1, but is \(source(momentum)).")
  }

  package static func epsilon(_ epsilon: Double, of name: String = "Adam") -> Mistake {
    Mistake("\(name)'s epsilon must not be negative, but is \(source(epsilon)).")
  }

  package static func limit(_ function: String, _ limit: Double) -> Mistake {
    Mistake("\(function) needs a positive length, not \(source(limit)).")
  }

  package static func decay(_ function: String, _ decay: Double) -> Mistake {
    Mistake("\(function) needs a factor that is not negative, not \(source(decay)).")
  }
}
