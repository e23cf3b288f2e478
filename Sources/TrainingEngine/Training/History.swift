/// What a run recorded.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 8)
///   ReLU()
///   Dense(from: 8, to: 2)
/// }
/// let data = Dataset.spirals(count: 50, seed: 1)
/// let history = network.train(
///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 20, recording: .delta)
/// history.stepCount  // == 20
/// history[.loss].count  // == 20
/// history[.loss].last?.value == history.lastLoss  // == true
/// history[.delta].prefix(2).map { $0.name }  // == ["Dense 1", "Dense 2"]
/// history.classes  // == 2
/// history.lossOfGuessing  // == 0.6931471805599453
/// history.divergedAt  // == nil
/// history.firstNonFinite  // == nil
/// history.skippedSteps  // == []
/// ```
public struct History: Sendable {
  /// The number of steps that were computed.
  public private(set) var stepCount = 0
  /// The loss of the last step that was computed; NaN before any.
  public private(set) var lastLoss = Double.nan
  /// The steps whose update was left out because the gradient to clip was not finite.
  public internal(set) var skippedSteps: [Int] = []
  /// The first tensor that held a NaN or an infinity, and when; nil if none did.
  public internal(set) var firstNonFinite: NonFinite?
  /// The step at which the run stopped because the loss or the gradient was not finite; nil if it
  /// went on to its end.
  public internal(set) var divergedAt: Int?
  /// The number of classes of the data; 0 if they have none.
  public internal(set) var classes = 0
  /// The cross-entropy of guessing among the classes, ln C; nil for another loss.
  public internal(set) var lossOfGuessing: Double?
  private let probes: [Probe]
  private var samples: [[Sample]]
  private var histograms: [[HistogramSample]]
  private let interval: Int

  init(recording probes: [Probe], every interval: Int) {
    let probes = History.parts(of: probes)
    let measuresLoss = probes.contains { $0.name == Probe.loss.name }
    self.probes = measuresLoss ? probes : [.loss] + probes
    self.interval = interval
    samples = self.probes.map { _ in [] }
    histograms = self.probes.map { _ in [] }
  }

  /// The samples of a probe, step by step, and within a step from input to output.
  ///
  /// The loss is always recorded; everything else must have been asked for: `recording: .delta`.
  public subscript(
    probe: Probe, file: StaticString = #filePath, line: UInt = #line
  ) -> [Sample] {
    samples[index(of: probe, file, line)]
  }

  /// The histograms of a probe that makes some, in the same order.
  ///
  /// ```swift
  /// let network = Network(seed: 1) {
  ///   Dense(from: 2, to: 8)
  ///   ReLU()
  ///   Dense(from: 8, to: 2)
  /// }
  /// let data = Dataset.spirals(count: 50, seed: 1)
  /// let histogram = Probe("weights", histograms: { step in
  ///   step.linearLayers.map { ($0.name, $0.weights.histogram(bins: 4)) }
  /// })
  /// let history = network.probe(on: data, minimizing: .crossEntropy, recording: histogram)
  /// history[histograms: histogram].map { $0.histogram.counts.reduce(0, +) }  // == [16, 16]
  /// ```
  public subscript(
    histograms probe: Probe, file: StaticString = #filePath, line: UInt = #line
  ) -> [HistogramSample] {
    histograms[index(of: probe, file, line)]
  }

  private func index(of probe: Probe, _ file: StaticString, _ line: UInt) -> Int {
    guard let index = probes.firstIndex(where: { $0.name == probe.name }) else {
      stop(.notRecorded(probe.name, recorded: probes.map { $0.name }), file, line)
    }
    if probes[index].isNamesake(of: probe) { stop(.otherData(probe.name), file, line) }
    return index
  }

  private static func parts(of probes: [Probe]) -> [Probe] {
    probes.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }
  }

  /// What is wrong with recording these probes together.
  package static func mistake(recording probes: [Probe]) -> Mistake? {
    let probes = parts(of: probes)
    for (index, probe) in probes.enumerated()
    where probes[..<index].contains(where: { $0.isNamesake(of: probe) }) {
      return .namesakes(probe.name)
    }
    return nil
  }

  /// Everything that was recorded: the name of each probe, and its samples.
  package var recordings: [(name: String, samples: [Sample])] {
    zip(probes, samples).map { ($0.name, $1) }
  }

  /// All histograms that were recorded: the name of each probe, and its samples.
  package var histogramRecordings: [(name: String, samples: [HistogramSample])] {
    zip(probes, histograms).map { ($0.name, $1) }
  }

  mutating func record(_ step: Step) {
    stepCount = step.index + 1
    lastLoss = step.loss
    guard step.index % interval == 0 || !step.loss.isFinite else { return }
    for (index, probe) in probes.enumerated() {
      for (place, reading) in probe.measure(step).enumerated() {
        samples[index].append(
          Sample(step: step.index, layer: place + 1, name: reading.name, value: reading.value))
      }
      for (place, reading) in (probe.count?(step) ?? []).enumerated() {
        histograms[index].append(
          HistogramSample(
            step: step.index, layer: place + 1, name: reading.name, histogram: reading.histogram))
      }
    }
  }
}

extension Mistake {
  package static func namesakes(_ probe: String) -> Mistake {
    Mistake(
      "Two probes of this run are called \"\(probe)\" and look at different data; give one another "
        + "name, such as .loss(on: train, named: \"training loss\").")
  }

  package static func otherData(_ probe: String) -> Mistake {
    Mistake(
      "This history recorded \"\(probe)\" on other data than this; ask for it with the data that "
        + "the run was given, or record this too, under another named: \"…\".")
  }

  package static func notRecorded(_ probe: String, recorded: [String]) -> Mistake {
    let names = recorded.map { ".\($0)" }.joined(separator: ", ")
    return Mistake(
      "This history did not record .\(probe), only \(names); add it where the run is made: "
        + "recording: .\(probe).")
  }
}
