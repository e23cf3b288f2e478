/// Something to measure at a step: a name and a function from a step to numbers, one a layer.
///
/// ```swift
/// extension Probe {
///   static let deadUnits = Probe("Dead units") { step in
///     step.layers
///       .filter { $0.layer is ReLU }
///       .map { ($0.name, $0.output.fractionOfUnits { unit in unit.allSatisfy { $0 == 0 } }) }
///   }
/// }
/// ```
public struct Probe: Sendable {
  /// What a history is asked for.
  public let name: String
  let measure: @Sendable (_ step: Step) -> [(name: String, value: Double)]
  let count: (@Sendable (_ step: Step) -> [(name: String, histogram: Histogram)])?
  /// What is recorded instead, each under its own name; empty for a probe that measures.
  private(set) var parts: [Probe] = []

  /// A probe that measures several numbers, each with a name, from input to output.
  public init(
    _ name: String, measure: @escaping @Sendable (_ step: Step) -> [(name: String, value: Double)]
  ) {
    self.name = name
    self.measure = measure
    count = nil
  }

  /// A probe that measures a single number.
  public init(_ name: String, measure: @escaping @Sendable (_ step: Step) -> Double) {
    self.init(name) { step in [(name, measure(step))] }
  }

  /// A probe of how numbers are distributed; ask for `history[histograms: probe]`.
  ///
  /// ```swift
  /// Probe("weights", histograms: { step in
  ///   step.linearLayers.map { ($0.name, $0.weights.histogram()) }
  /// })
  /// ```
  public init(
    _ name: String,
    histograms: @escaping @Sendable (_ step: Step) -> [(name: String, histogram: Histogram)]
  ) {
    self.name = name
    measure = { _ in [] }
    count = histograms
  }
}

extension Probe {
  /// What a dashboard shows besides the loss: |δ|, |ΔW| / |W|, and of the activations the deviation,
  /// the share of zeros and the share of units that are silent for the whole batch.
  ///
  /// ```swift
  /// let history = network.train(…, recording: .dashboard, every: 10)
  /// history[.delta]   // each part is asked for by its own name
  /// ```
  public static let dashboard = Probe("dashboard", parts: parts + [.silentFraction])

  /// As ``dashboard``, with the units that are silent for all of `data`, whatever the batch.
  public static func dashboard(on data: Dataset) -> Probe {
    Probe("dashboard(on:)", parts: parts + [.silentFraction(on: data)])
  }

  private static let parts: [Probe] = [.delta, .updateRatio, .activationDeviation, .zeroFraction]

  private init(_ name: String, parts: [Probe]) {
    self.name = name
    self.parts = parts
    measure = { _ in [] }
    count = nil
  }
}

// Of the whole network
extension Probe {
  /// The loss of the batch, before the update.
  public static let loss = Probe("loss") { $0.loss }

  /// The share of the batch that is classified correctly, before the update.
  public static let accuracy = Probe("accuracy") { $0.accuracy }

  /// The length √Σg² of all gradients together, before clipping.
  public static let totalGradientNorm = Probe("totalGradientNorm") { $0.totalGradientNorm }
}

// Of each layer with weights
extension Probe {
  /// |δ|: the length of the derivative of the loss with respect to the pre-activations, at each
  /// dense layer.
  ///
  /// A recurrent layer is not among them, since it has one for each step of time:
  /// ``hiddenGradientNorm``.
  public static let delta = Probe("delta") { step in
    step.linearLayers.map { ($0.name, $0.outputGradient.norm) }
  }

  /// |dL/dW| of each dense layer, before clipping.
  ///
  /// Of a recurrent layer ask its parameters, `layer.recurrentWeights.value.gradient.norm`: it has two
  /// matrices, whose gradients are sums over all steps of time.
  public static let gradientNorm = Probe("gradientNorm") { step in
    step.linearLayers.map { ($0.name, $0.weightGradient.norm) }
  }

  /// |W| of each dense layer, before the update.
  public static let weightNorm = Probe("weightNorm") { step in
    step.linearLayers.map { ($0.name, $0.weights.norm) }
  }

  /// |ΔW| / |W| of each dense layer: how far this step moves the weights, relative to their length.
  public static let updateRatio = Probe("updateRatio") { step in
    step.linearLayers.map { ($0.name, $0.updateRatio) }
  }
}

// Of each activation
extension Probe {
  /// The mean of the outputs of each activation layer.
  public static let activationMean = Probe("activationMean") { step in
    step.activationLayers.map { ($0.name, $0.output.mean) }
  }

  /// The standard deviation of the outputs of each activation layer.
  public static let activationDeviation = Probe("activationDeviation") { step in
    step.activationLayers.map { ($0.name, $0.output.deviation) }
  }

  /// How the outputs of each activation layer are distributed: `history[histograms: …]`.
  ///
  /// - Parameter range: Of the bins; from the smallest to the largest output if not given.
  public static func activationHistogram(
    bins: Int = 30, over range: ClosedRange<Double>? = nil
  ) -> Probe {
    let text = range.map { ", over: \(source($0.lowerBound))...\(source($0.upperBound))" } ?? ""
    return Probe(
      "activationHistogram(bins: \(bins)\(text))",
      histograms: { step in
        step.activationLayers.map { ($0.name, $0.output.histogram(bins: bins, over: range)) }
      })
  }

  /// The share of outputs that are exactly 0, in each activation layer.
  public static let zeroFraction = Probe("zeroFraction") { step in
    step.activationLayers.map { ($0.name, $0.output.zeroFraction) }
  }

  /// The share of units of each activation layer that are exactly 0 for every example of the batch.
  ///
  /// With `network.probe(on: data, …)` the batch is the whole data set: such a unit is dead.
  public static let silentFraction = Probe("silentFraction") { step in
    step.activationLayers.map { ($0.name, $0.output.silentFraction) }
  }

  /// The share of units of each activation layer that are exactly 0 for every example of `data`,
  /// whatever the batch: measured by a forward pass of its own, so measure every so many steps.
  public static func silentFraction(on data: Dataset) -> Probe {
    Probe("silentFraction(on:)") { step in
      step.network.activations(on: data).map { ($0.name, $0.output.silentFraction) }
    }
  }

  /// The share of outputs with |a| > `limit`, in each activation layer.
  public static func saturatedFraction(beyond limit: Double = 0.97) -> Probe {
    Probe("saturatedFraction(beyond: \(source(limit)))") { step in
      step.activationLayers.map { ($0.name, $0.output.fraction(beyond: limit)) }
    }
  }
}
