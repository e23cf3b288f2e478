import TestSupport
import Testing
import TrainingKernels

/// How far erf and the activations made of it are from the exact values, and where they tend to.
struct KernelsGaussianTests {
  struct FunctionCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let table: String
    let floatBound, doubleBound: Double
    let narrow: @Sendable (Float) -> Float
    let wide: @Sendable (Double) -> Double

    init(_ f: TKFunction, _ table: String, _ floatBound: Double, _ doubleBound: Double) {
      testDescription = "\(f)"
      (self.table, self.floatBound, self.doubleBound) = (table, floatBound, doubleBound)
      narrow = { x in [Float].written(1) { tk_map(.float32, f, 1, [x], $0) }[0] }
      wide = { x in [Double].written(1) { tk_map(.float64, f, 1, [x], $0) }[0] }
    }

    init(_ part: TKNegativePart, _ table: String, _ bound: Double) {
      testDescription = "\(part)"
      (self.table, floatBound, doubleBound) = (table, bound, bound)
      narrow = { x in [Float].written(1) { tk_rectify(.float32, part, 1, 1, 1, [x], $0) }[0] }
      wide = { x in [Double].written(1) { tk_rectify(.float64, part, 1, 1, 1, [x], $0) }[0] }
    }
  }

  /// The bounds stand in the documentation of `TKFunction` and `TKNegativePart`.
  private static let functions = [
    FunctionCase(.erf, KernelsGaussianReference.erf, 1.5, 2.1),
    FunctionCase(.gelu, KernelsGaussianReference.gelu, 4.5, 4.5),
    FunctionCase(.geluByTanh, KernelsGaussianReference.geluByTanh, 100, 100),
    FunctionCase(.silu, KernelsGaussianReference.silu, 2.7, 2.7),
    FunctionCase(.softplus, KernelsGaussianReference.softplus, 1.6, 1.6),
    FunctionCase(.exponential, KernelsGaussianReference.expMinusOne, 1),
  ]

  @Test(arguments: functions)
  func isWithinItsBound(_ function: FunctionCase) throws {
    for exact in try KernelsFunctionTests().parse(function.table) {
      let narrow = function.narrow(Float(exact.x)), wide = function.wide(exact.x)
      expectEvery(exact.error(of: narrow) <= function.floatBound, "float at \(exact.x)")
      expectEvery(exact.error(of: wide) <= function.doubleBound, "double at \(exact.x)")
    }
  }

  @Test func theTwoFormsOfGELUAreWithinFiveTenThousandths() {
    let x = (-800...800).map { Double($0) / 100 }
    let exact: [Double] = .written(x.count) { tk_map(.float64, .gelu, x.count, x, $0) }
    let form: [Double] = .written(x.count) { tk_map(.float64, .geluByTanh, x.count, x, $0) }
    let apart = zip(exact, form).map { abs($0 - $1) }.max() ?? 0
    #expect(apart < 5e-4)
    #expect(apart > 4e-4)
  }

  @Test func farOutIsWhatTheFunctionTendsTo() {
    let x: [Double] = [-.infinity, -1e300, 0, 1e300, .infinity]
    let limits: [(TKFunction, [Double], [Double])] = [
      (.erf, [-1, -1, 0, 1, 1], [0, 0, 1.128_379_167_095_512_6, 0, 0]),
      (.gelu, [0, 0, 0, 1e300, .infinity], [0, 0, 0.5, 1, 1]),
      (.geluByTanh, [0, 0, 0, 1e300, .infinity], [0, 0, 0.5, 1, 1]),
      (.silu, [0, 0, 0, 1e300, .infinity], [0, 0, 0.5, 1, 1]),
    ]
    for (f, values, slopes) in limits {
      for (index, value) in x.enumerated() {
        let y: [Double] = .written(1) { tk_map(.float64, f, 1, [value], $0) }
        let dx: [Double] = .written(1) {
          tk_map_backward(.float64, f, 1, [value], nil, [1.0], $0, false)
        }
        expectEvery(y[0] == values[index], "\(f) at \(value)")
        expectEvery(abs(dx[0] - slopes[index]) < 1e-15, "slope of \(f) at \(value)")
      }
    }
    let soft: [Double] = .written(5) { tk_map(.float64, .softplus, 5, x, $0) }
    #expect(soft[0] == 0 && soft[3] == 1e300 && soft[4] == .infinity)
    #expect(abs(soft[2] - 0.693_147_180_559_945_3) < 1e-16)
  }

  /// Against central differences, written over and added to.
  @Test func slopesAreThoseOfTheFunctions() {
    let x = (-60...60).map { Double($0) / 10 + 0.05 }
    let count = x.count, dy = x.map { 2 - $0 / 5 }
    for f: TKFunction in [.erf, .gelu, .geluByTanh, .silu, .softplus] {
      expectSlopes("\(f)", x, dy) { x in
        .written(count) { tk_map(.float64, f, count, x, $0) }
      } backward: { start, accumulate in
        .written(over: start) { tk_map_backward(.float64, f, count, x, nil, dy, $0, accumulate) }
      }
    }
    for part: TKNegativePart in [.linear, .exponential] {
      expectSlopes("\(part)", x, dy) { x in
        .written(count) { tk_rectify(.float64, part, count, 1.5, 0.3, x, $0) }
      } backward: { start, accumulate in
        .written(over: start) {
          tk_rectify_backward(.float64, part, count, 1.5, 0.3, x, dy, $0, accumulate)
        }
      }
    }
  }

  private func expectSlopes(
    _ name: String, _ x: [Double], _ dy: [Double], forward: ([Double]) -> [Double],
    backward: (_ start: [Double], _ accumulate: Bool) -> [Double]
  ) {
    let above = forward(x.map { $0 + 1e-5 }), below = forward(x.map { $0 - 1e-5 })
    let written = backward(x, false), added = backward(x, true)
    for i in x.indices {
      let expected = dy[i] * (above[i] - below[i]) / 2e-5
      expectEvery(abs(written[i] - expected) < 1e-8, "\(name) at \(x[i])")
      expectEvery(abs(added[i] - expected - x[i]) < 1e-8, "\(name) added at \(x[i])")
    }
  }

  @Test func everyPathGivesTheSameBits() {
    withEvery("count", in: Array(0...33) + [500]) { count in
      checkPaths(Float.self, count: count)
      checkPaths(Double.self, count: count)
    }
  }

  private func checkPaths<T: KernelNumber>(_ type: T.Type, count: Int) {
    var noise = Noise(state: UInt64(count))
    let x: [T] = noise.strange(count), y: [T] = noise.strange(count), z: [T] = noise.strange(count)
    expectSameOnEveryPath {
      var all: [UInt64] = []
      for part: TKNegativePart in [.linear, .exponential] {
        all += bits(
          [T].written(count) { tk_rectify(T.precision, part, count, 1.1, 0.3, x, $0) })
        for accumulate in [false, true] {
          all += bits(
            [T].written(over: z) {
              tk_rectify_backward(T.precision, part, count, 1.1, 0.3, x, y, $0, accumulate)
            })
        }
      }
      return all
    }
  }
}
