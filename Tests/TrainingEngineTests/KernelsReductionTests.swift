import TestSupport
import Testing
import TrainingKernels

/// Sums, counts and extremes: the same bits on every path, and what they are defined to be.
struct KernelsReductionTests {
  func checkPaths<T: KernelNumber>(_ type: T.Type, count: Int, strange: Bool) {
    var noise = Noise(state: UInt64(count + 1))
    let x: [T] = strange ? noise.strange(count) : noise.array(count)
    let y: [T] = strange ? noise.strange(count) : noise.array(count)
    let p = T.precision
    expectSameOnEveryPath {
      bits([
        tk_sum(p, count, x), tk_sum_of_squares(p, count, x), tk_dot(p, count, x, y),
        tk_sum_of_squared_differences(p, count, x, 0.3), tk_max(p, count, x), tk_min(p, count, x),
        Double(tk_count_zero(p, count, x)), Double(tk_count_beyond(p, count, x, 0.97)),
        Double(tk_count_non_finite(p, count, x)), Double(tk_first_non_finite(p, count, x)),
      ])
    }
  }

  @Test func everyPathGivesTheSameBits() {
    withEvery("count", in: Array(0...70) + [1001]) { count in
      for strange in [false, true] {
        checkPaths(Float.self, count: count, strange: strange)
        checkPaths(Double.self, count: count, strange: strange)
      }
    }
  }

  @Test func onePassCountsWhatThreeDo() {
    withEvery("count", in: 0...70) { count in
      var noise = Noise(state: UInt64(count + 7))
      let x: [Float] = noise.strange(count)
      for threshold in [0.97, 0, -1] {
        onEveryPath { _ in
          var zeros = -1, beyond = -1
          let sum = tk_activity(.float32, count, x, threshold, &zeros, &beyond)
          expectEvery(bits([sum]) == bits([tk_sum(.float32, count, x)]))
          expectEvery(zeros == tk_count_zero(.float32, count, x))
          expectEvery(beyond == tk_count_beyond(.float32, count, x, threshold))
        }
      }
    }
  }

  /// Lane i mod 16, in double, joined by halves: written out, this is the definition.
  func inLanes(_ terms: [Double]) -> Double {
    var lanes = [Double](repeating: 0, count: 16)
    for (i, term) in terms.enumerated() { lanes[i % 16] += term }
    for half in [8, 4, 2, 1] {
      for i in 0..<half { lanes[i] += lanes[i + half] }
    }
    return lanes[0]
  }

  @Test func sumsInSixteenLanes() {
    var noise = Noise(state: 3)
    withEvery("count", in: 0...70) { count in
      let x: [Float] = noise.array(count), y: [Float] = noise.array(count)
      let wide = x.map(Double.init), other = y.map(Double.init)
      expectEvery(tk_sum(.float32, count, x) == inLanes(wide))
      expectEvery(tk_sum_of_squares(.float32, count, x) == inLanes(wide.map { $0 * $0 }))
      expectEvery(tk_dot(.float32, count, x, y) == inLanes(zip(wide, other).map { $0 * $1 }))
      let squares = wide.map { ($0 - 0.3) * ($0 - 0.3) }
      expectEvery(tk_sum_of_squared_differences(.float32, count, x, 0.3) == inLanes(squares))
    }
  }

  @Test func countsAndFindsWhatAPlainLoopDoes() {
    var noise = Noise(state: 12)
    withEvery("count", in: 0...70) { count in
      let x: [Double] = noise.strange(count)
      let numbers = x.filter { !$0.isNaN }
      expectEvery(tk_max(.float64, count, x) == numbers.max() ?? -.infinity, "max")
      expectEvery(tk_min(.float64, count, x) == numbers.min() ?? .infinity, "min")
      expectEvery(tk_count_zero(.float64, count, x) == x.count { $0 == 0 }, "zeros")
      for threshold in [-1, 0, 0.97] {
        let beyond = x.count { abs($0) > threshold }
        expectEvery(tk_count_beyond(.float64, count, x, threshold) == beyond, "beyond \(threshold)")
      }
      expectEvery(tk_count_non_finite(.float64, count, x) == x.count { !$0.isFinite }, "non-finite")
      let first = x.firstIndex { !$0.isFinite } ?? -1
      expectEvery(tk_first_non_finite(.float64, count, x) == first, "first non-finite")
    }
  }

  @Test func countsZerosByColumn() {
    withEvery("columns", in: 1...40) { columns in
      let x = (0..<9 * columns).map { Float($0 * $0 % 3) }
      let expected = (0..<columns).map { column in
        Int32((0..<9).count { x[$0 * columns + column] == 0 })
      }
      onEveryPath { _ in
        var counts = [Int32](repeating: -1, count: columns)
        tk_column_zero_counts(.float32, 9, columns, x, &counts)
        expectEvery(counts == expected)
      }
    }
  }

  @Test func picksTheFirstOfTheLargestInEachRow() {
    let x: [Float] = [1, 3, 3, .nan, 2, -1, .nan, .nan, .nan, -.infinity, 0, .infinity]
    var indices = [Int32](repeating: -1, count: 4)
    tk_row_argmax(.float32, 4, 3, x, &indices)
    #expect(indices == [1, 1, 0, 2])
  }
}
