import TestSupport
import Testing
import TrainingKernels

/// Counts by bin: the same on every path, and what a plain loop counts.
struct KernelsHistogramTests {
  func counts<T: KernelNumber>(_ x: [T], bins: Int, over range: ClosedRange<Double>) -> [Int32] {
    var counts = [Int32](repeating: -1, count: 4 * (bins + 1))
    tk_histogram(T.precision, x.count, x, bins, range.lowerBound, range.upperBound, &counts)
    return Array(counts.prefix(bins + 1))
  }

  func expected(_ x: [Double], bins: Int, over range: ClosedRange<Double>) -> [Int32] {
    var counts = [Int32](repeating: 0, count: bins + 1)
    let scale = Double(bins) / (range.upperBound - range.lowerBound)
    for number in x {
      guard range.contains(number) else {
        counts[bins] += 1
        continue
      }
      counts[min(Int((number - range.lowerBound) * scale), bins - 1)] += 1
    }
    return counts
  }

  @Test func countsWhatAPlainLoopCounts() {
    var noise = Noise(state: 5)
    withEvery("count", in: Array(0...40) + [255, 256, 257, 1001]) { count in
      let x: [Double] = count.isMultiple(of: 2) ? noise.strange(count) : noise.array(count)
      withEvery("bins", in: [1, 2, 3, 50, 1000]) { bins in
        let wanted = expected(x, bins: bins, over: -1...1)
        onEveryPath { _ in expectEvery(counts(x, bins: bins, over: -1...1) == wanted) }
      }
    }
  }

  // From 1024 numbers on pairs are counted, in counters of 16 bits.
  @Test func countsPairsWithoutOverflow() {
    var noise = Noise(state: 6)
    for count in [1023, 1024, 1025, 1055, 4096, 4111] {
      let x: [Float] = count.isMultiple(of: 2) ? noise.strange(count) : noise.array(count)
      for bins in [1, 50, 63, 64] {
        let wanted = expected(x.map(Double.init), bins: bins, over: -2...2)
        onEveryPath { _ in expectEvery(counts(x, bins: bins, over: -2...2) == wanted) }
      }
    }
    let equal = [Double](repeating: 0.25, count: 200_001)
    onEveryPath { _ in expectEvery(counts(equal, bins: 4, over: 0...1) == [0, 200_001, 0, 0, 0]) }
  }

  @Test func edgesBelongToTheBinAboveAndTheLastEdgeToTheLast() {
    let x: [Float] = [-1, -0.5, 0, 0.5, 1, -1.001, 1.001, .nan, .infinity]
    onEveryPath { _ in expectEvery(counts(x, bins: 4, over: -1...1) == [1, 1, 1, 2, 4]) }
  }
}
