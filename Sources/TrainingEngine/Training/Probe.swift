/// Something to measure at a step: a name and a function from a step to numbers, one a layer.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 8)
///   ReLU()
///   Dense(from: 8, to: 2)
/// }
/// let data = Dataset.spirals(count: 50, seed: 1)
/// let deadUnits = Probe("dead units") { step in
///   step.layers
///     .filter { $0.layer is ReLU }
///     .map { ($0.name, $0.output.fractionOfUnits { unit in unit.allSatisfy { $0 == 0 } }) }
/// }
/// let history = network.train(
///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 10, recording: deadUnits)
/// history[deadUnits].last?.name  // == "ReLU 1"
/// history[deadUnits].last?.value  // == 0
/// deadUnits.name  // == "dead units"
/// ```
public struct Probe: Sendable {
  /// What a history is asked for.
  public let name: String
  let measure: @Sendable (_ step: Step) -> [(name: String, value: Double)]
  let count: (@Sendable (_ step: Step) -> [(name: String, histogram: Histogram)])?
  /// What is recorded instead, each under its own name; empty for a probe that measures.
  private(set) var parts: [Probe] = []
  /// What it measures the network on, if that is not the batch.
  var data: Dataset?

  /// A probe that measures several numbers, each with a name, from input to output.
  public init(
    _ name: String, measure: @escaping @Sendable (_ step: Step) -> [(name: String, value: Double)]
  ) {
    self.name = name
    self.measure = measure
    count = nil
  }

  /// A probe that measures a single number.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let twice = Probe("twice the loss") { step in 2 * step.loss }
  /// let history = network.probe(on: data, minimizing: .crossEntropy, recording: twice)
  /// history[twice][0].value / history[.loss][0].value  // == 2
  /// ```
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
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let history = network.train(
  ///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 30,
  ///   recording: .dashboard, every: 10)
  /// history[.delta].count  // == 6
  /// history[.silentFraction].count  // == 3
  /// ```
  public static let dashboard = Probe("dashboard", parts: parts + [.silentFraction])

  /// As ``dashboard``, with the units that are silent for all of `data`, whatever the batch.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let history = network.probe(on: data, minimizing: .crossEntropy, recording: .dashboard(on: data))
  /// history[.silentFraction(on: data)][0].value  // == 0
  /// ```
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
  ///
  /// ```swift
  /// // Four networks in one: outputs 3 and −4 of the input 1, whose target is 0.
  /// let network = Network(seed: 1) {
  ///   Dense(from: 1, to: 2, bias: false, weights: .values([3, -4]))
  ///   ReLU()
  /// }
  /// let history = network.probe(
  ///   on: Dataset(inputs: [[1]], targets: [[0, 0]]), minimizing: .squaredError,
  ///   recording: .totalGradientNorm, .delta, .gradientNorm, .weightNorm, .updateRatio,
  ///   .activationMean, .activationDeviation, .zeroFraction, .silentFraction, .saturatedFraction(beyond: 1))
  /// history[.loss][0].value  // == 4.5
  /// history[.delta][0].value  // == 3
  /// history[.gradientNorm][0].value  // == 3
  /// history[.totalGradientNorm][0].value  // == 3
  /// history[.weightNorm][0].value  // == 5
  /// history[.updateRatio][0].value  // == 0
  /// history[.activationMean][0].value  // == 1.5
  /// history[.zeroFraction][0].value  // == 0.5
  /// history[.silentFraction][0].value  // == 0.5
  /// history[.saturatedFraction(beyond: 1)][0].value  // == 0.5
  /// ```
  public static let loss = Probe("loss") { $0.loss }

  /// The share of the batch that is classified correctly, before the update.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 1, to: 2, weights: .values([-1, 1])) }
  /// let data = Dataset(inputs: [[2], [1], [-1], [-3]], labels: [1, 1, 0, 1])
  /// network.probe(on: data, minimizing: .crossEntropy, recording: .accuracy)[.accuracy][0].value  // == 0.75
  /// ```
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
  /// ```swift
  /// let network = Network(seed: 1) { ReLU() }
  /// let data = Dataset(inputs: [[-1], [1], [4]], targets: [[0], [0], [0]])
  /// let probe = Probe.activationHistogram(bins: 2, over: 0...4)
  /// let history = network.probe(on: data, minimizing: .squaredError, recording: probe)
  /// history[histograms: probe][0].histogram.counts  // == [2, 1]
  /// ```
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
    Probe("silentFraction(on:)", on: data) { step in
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
