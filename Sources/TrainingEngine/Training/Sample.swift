internal import TrainingKernels

/// One measured number: at which step, in which layer, what.
///
/// ```swift
/// let sample = Sample(step: 0, layer: 3, name: "Dense 3", value: 0.5)
/// "\(sample.name) at step \(sample.step): \(sample.value)"  // == "Dense 3 at step 0: 0.5"
/// sample.layer  // == 3
/// ```
public struct Sample: Sendable, Equatable {
  /// The step, from 0.
  public let step: Int
  /// The place among the layers that the probe measures, from 1 at the input.
  public let layer: Int
  /// The name of the layer ("Dense 3"), or of what was measured.
  public let name: String
  /// The number; a NaN is always the same NaN.
  public let value: Double

  /// A sample made by hand.
  public init(step: Int, layer: Int = 1, name: String = "", value: Double) {
    self.step = step
    self.layer = layer
    self.name = name
    self.value = value.withPlainNaN
  }
}

/// The factor by which a measured number changes per layer on the way back, from the output toward
/// the input: the geometric mean of value(l)/value(l + 1) over the layers given.
///
/// Of the samples of several steps, those of the first count.
///
/// ```swift
/// let deltas = (1...3).map { Sample(step: 0, layer: $0, value: [1, 2, 4][$0 - 1]) }
/// geometricMeanRatio(of: deltas, layers: 1...3)  // == 0.5
/// ```
public func geometricMeanRatio(of samples: [Sample], layers: ClosedRange<Int>) -> Double {
  let step = samples.first?.step
  func value(_ layer: Int) -> Double {
    samples.first { $0.step == step && $0.layer == layer }?.value ?? .nan
  }
  let hops = layers.upperBound - layers.lowerBound
  let logarithms = tk_log(value(layers.lowerBound)) - tk_log(value(layers.upperBound))
  return tk_exp(logarithms / Double(hops)).withPlainNaN
}
