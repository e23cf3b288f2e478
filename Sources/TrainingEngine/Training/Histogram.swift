internal import TrainingKernels

/// How many numbers lie in each of some equally wide bins.
///
/// ```swift
/// let histogram = Histogram(range: 0...1, counts: [3, 1], outside: 2)
/// histogram.edges  // == [0, 0.5, 1]
/// Double(histogram.counts[0]) / Double(histogram.counts.reduce(histogram.outside, +))  // == 0.5
/// histogram.range.upperBound  // == 1
/// ```
public struct Histogram: Sendable, Equatable {
  /// From the lower edge of the first bin to the upper edge of the last, which belongs to it.
  public let range: ClosedRange<Double>
  /// The count of each bin, from the lowest.
  public let counts: [Int]
  /// The count of the numbers outside the range, NaN among them.
  public let outside: Int

  /// Counts made elsewhere.
  public init(range: ClosedRange<Double>, counts: [Int], outside: Int = 0) {
    self.range = range
    self.counts = counts
    self.outside = outside
  }

  /// The edges between and around the bins: one more than there are bins.
  public var edges: [Double] {
    let width = (range.upperBound - range.lowerBound) / Double(counts.count)
    return counts.indices.map { range.lowerBound + Double($0) * width } + [range.upperBound]
  }
}

/// One histogram of a run: at which step, in which layer, what.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 8)
///   ReLU()
///   Dense(from: 8, to: 2)
/// }
/// let data = Dataset.spirals(count: 50, seed: 1)
/// let history = network.probe(
///   on: data, minimizing: .crossEntropy, recording: .activationHistogram(bins: 4))
/// let sample = history[histograms: .activationHistogram(bins: 4)][0]
/// [sample.step, sample.layer]  // == [0, 1]
/// sample.name  // == "ReLU 1"
/// sample.histogram.counts.reduce(0, +)  // == 400
/// ```
public struct HistogramSample: Sendable, Equatable {
  /// The step, from 0.
  public let step: Int
  /// The place among the layers that the probe measures, from 1 at the input.
  public let layer: Int
  /// The name of the layer ("ReLU 3"), or of what was counted.
  public let name: String
  /// The counts.
  public let histogram: Histogram
}

extension Tensor {
  /// Counts the numbers in `bins` equally wide bins over `range`; from the smallest to the largest
  /// finite number if no range is given.
  ///
  /// ```swift
  /// Tensor([[0, 0.1, 0.6, 1]]).histogram(bins: 2, over: 0...1).counts  // == [2, 2]
  /// ```
  public func histogram(
    bins: Int = 30, over range: ClosedRange<Double>? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) -> Histogram {
    check(bins > 0, .bins(bins), file, line)
    let range = range ?? extent
    check(range.lowerBound < range.upperBound, .emptyRange(range), file, line)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * (bins + 1)) { counts in
      tk_histogram(
        precision.kernel, count, storage.start, bins, range.lowerBound, range.upperBound,
        counts.baseAddress)
      return Histogram(
        range: range, counts: (0..<bins).map { Int(counts[$0]) }, outside: Int(counts[bins]))
    }
  }

  /// From the smallest to the largest number, a little wider where they are one.
  private var extent: ClosedRange<Double> {
    let (lower, upper) = (minimum, maximum)
    guard lower.isFinite, upper.isFinite else { return -1...1 }
    guard lower < upper else { return lower - 0.5...lower + 0.5 }
    return lower...upper
  }
}

extension Mistake {
  package static func bins(_ bins: Int) -> Mistake {
    Mistake("A histogram needs at least one bin, not \(bins).")
  }

  package static func emptyRange(_ range: ClosedRange<Double>) -> Mistake {
    Mistake(
      "A histogram over \(source(range.lowerBound))...\(source(range.upperBound)) has no width; "
        + "give a lower and a higher number: over: -1...1.")
  }
}
