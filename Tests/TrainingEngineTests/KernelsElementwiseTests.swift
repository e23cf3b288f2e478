import TestSupport
import Testing
import TrainingKernels

private let functions: [TKFunction] = [
  .negate, .exp, .log, .tanh, .sigmoid, .relu, .square, .squareRoot, .erf, .gelu, .geluByTanh,
  .silu, .softplus,
]
private let operations: [TKOperation] = [.add, .subtract, .multiply, .divide]

/// Functions and operations element by element: the same bits on every path, and the right ones.
struct KernelsElementwiseTests {
  func mapped<T: KernelNumber>(_ f: TKFunction, _ x: [T]) -> [T] {
    .written(x.count) { tk_map(T.precision, f, x.count, x, $0) }
  }

  func checkPaths<T: KernelNumber>(_ type: T.Type, count: Int) {
    var noise = Noise(state: UInt64(count))
    let x: [T] = noise.strange(count), y: [T] = noise.strange(count), z: [T] = noise.strange(count)
    expectSameOnEveryPath {
      var all: [UInt64] = []
      for f in functions {
        all += bits(mapped(f, x))
        for accumulate in [false, true] {
          all += bits(
            [T].written(over: z) {
              tk_map_backward(T.precision, f, count, x, y, z, $0, accumulate)
            })
        }
      }
      for operation in operations {
        for accumulate in [false, true] {
          all += bits(
            [T].written(over: z) {
              tk_combine(T.precision, operation, count, x, y, $0, accumulate)
            })
        }
      }
      all += bits([T].written(count) { tk_affine(T.precision, count, 0.3, x, -0.7, $0) })
      all += bits([T].written(over: y) { tk_axpy(T.precision, count, 0.3, x, $0) })
      all += bits([T].written(count) { tk_axpby(T.precision, count, 0.3, x, -0.7, y, $0) })
      all += bits([T].written(count) { tk_fill(T.precision, count, 0.1, $0) })
      all += bits([T].written(count) { tk_copy(T.precision, count, x, $0) })
      return all
    }
  }

  @Test func everyPathGivesTheSameBits() {
    withEvery("count", in: Array(0...40) + [1000]) { count in
      checkPaths(Float.self, count: count)
      checkPaths(Double.self, count: count)
    }
  }

  @Test func combinesElementByElement() {
    var noise = Noise(state: 8)
    let a: [Float] = noise.array(37), b: [Float] = noise.array(37), old: [Float] = noise.array(37)
    let meanings: [(TKOperation, (Float, Float) -> Float)] = [
      (.add, (+)), (.subtract, (-)), (.multiply, (*)), (.divide, (/)),
    ]
    for (operation, meaning) in meanings {
      let plain = zip(a, b).map(meaning)
      #expect(plain == .written(37) { tk_combine(.float32, operation, 37, a, b, $0, false) })
      let added = (0..<37).map {
        operation == .multiply ? old[$0].addingProduct(a[$0], b[$0]) : old[$0] + plain[$0]
      }
      #expect(added == .written(over: old) { tk_combine(.float32, operation, 37, a, b, $0, true) })
    }
  }

  @Test func scalesAndAddsFused() {
    var noise = Noise(state: 9)
    let x: [Double] = noise.strange(500), y: [Double] = noise.strange(500)
    let affine = x.map { (-0.7).addingProduct(0.3, $0) }
    let axpy = (0..<500).map { y[$0].addingProduct(0.3, x[$0]) }
    let axpby = (0..<500).map { (-0.7 * y[$0]).addingProduct(0.3, x[$0]) }
    onEveryPath { _ in
      expectEvery(
        bits(affine) == bits([Double].written(500) { tk_affine(.float64, 500, 0.3, x, -0.7, $0) }))
      expectEvery(
        bits(axpy) == bits([Double].written(over: y) { tk_axpy(.float64, 500, 0.3, x, $0) }))
      expectEvery(
        bits(axpby)
          == bits([Double].written(500) { tk_axpby(.float64, 500, 0.3, x, -0.7, y, $0) }))
    }
  }

  /// Sums next to the middle between two floats, on which side a double cannot always say.
  @Test func roundsOnceNextToTheMiddle() {
    let ulp: Float = 0x1p-16
    let all = (1...1200).map { Float($0) * 0x1p-23 }
    let factors = all.map { (1 - $0) * ulp / 2 }
    for start: Float in [128, 128 + ulp, 128 + 2 * ulp, -128, -128 - ulp] {
      for sign: Float in [1, -1] {
        let old = [Float](repeating: start, count: all.count)
        let a = all.map { sign * (1 + $0) }
        let expected = zip(a, factors).map { start.addingProduct($0, $1) }
        onEveryPath { _ in
          let sums: [Float] = .written(over: old) {
            tk_combine(.float32, .multiply, a.count, a, factors, $0, true)
          }
          expectEvery(sums == expected, "from \(start), sign \(sign)")
        }
      }
    }
  }

  /// Against the derivatives of calculus, written over and added to.
  @Test func derivativesAreThoseOfTheFunctions() {
    let derivatives: [(TKFunction, (Double) -> Double)] = [
      (.negate, { _ in -1 }), (.exp, { tk_exp($0) }), (.log, { 1 / $0 }),
      (.tanh, { 1 - tk_tanh($0) * tk_tanh($0) }),
      (.sigmoid, { tk_exp(-$0) / ((1 + tk_exp(-$0)) * (1 + tk_exp(-$0))) }),
      (.relu, { $0 > 0 ? 1 : 0 }), (.square, { 2 * $0 }), (.squareRoot, { 0.5 / $0.squareRoot() }),
    ]
    let x = (1...50).map { Double($0) / 11 }
    let slopes = x.map { 3 - $0 }
    for (f, derivative) in derivatives {
      let y = mapped(f, x)
      for accumulate in [false, true] {
        let dx: [Double] = .written(over: x) {
          tk_map_backward(.float64, f, 50, x, y, slopes, $0, accumulate)
        }
        for i in x.indices {
          let expected = slopes[i] * derivative(x[i]) + (accumulate ? x[i] : 0)
          expectEvery(abs(dx[i] - expected) <= 1e-12 * max(1, abs(expected)), "\(f) at \(x[i])")
        }
      }
    }
  }

  @Test func outOfRangeArgumentsGiveWhatTheFunctionTendsTo() {
    let x: [Double] = [-.infinity, -1e300, -746, 0, 710, 1e300, .infinity]
    let tiny = Double.leastNonzeroMagnitude
    #expect(mapped(.exp, x) == [0, 0, 0, 1, .infinity, .infinity, .infinity])
    #expect(mapped(.exp, [-745.1, -744] as [Double]) == [tiny, 2 * tiny])
    #expect(mapped(.tanh, x) == [-1, -1, -1, 0, 1, 1, 1])
    #expect(mapped(.sigmoid, x) == [0, 0, 0, 0.5, 1, 1, 1])
    #expect(
      mapped(.sigmoid, [-100, 100] as [Float]) == [
        Float(sign: .plus, exponent: -149, significand: 27), 1,
      ])
    #expect(
      mapped(.log, [0, -0.0, 1, .infinity] as [Float]) == [-.infinity, -.infinity, 0, .infinity])
    #expect(mapped(.log, [.leastNonzeroMagnitude] as [Float]) == [-103.278_93])
    #expect(mapped(.log, [-1, -.infinity] as [Double]).allSatisfy { $0.isNaN })
    for f in functions {
      #expect(mapped(f, [.nan] as [Float])[0].isNaN, "\(f)")
      #expect(mapped(f, [.nan] as [Double])[0].isNaN, "\(f)")
    }
  }

  @Test func keepsSignAndSizeOfTinyNumbers() {
    let x: [Float] = [-0.0, 0, .leastNonzeroMagnitude, -.leastNormalMagnitude / 4, 1e-20]
    #expect(bits(mapped(.tanh, x)) == bits(x))
    #expect(mapped(.relu, x) == [0, 0, .leastNonzeroMagnitude, 0, 1e-20])
  }
}
