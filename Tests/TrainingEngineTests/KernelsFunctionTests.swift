import TestSupport
import Testing
import TrainingKernels

/// How far exp, log, tanh, … are from the exact values, in units of the last place (ulp).
struct KernelsFunctionTests {
  struct Exact {
    var x, high, low: Double

    /// The distance of `y` in ulps of T at the exact value.
    func error<T: KernelNumber>(of y: T) -> Double {
      let ulp = high == 1 ? Double(T.ulpOfOne) / 2 : Double(T(abs(high)).ulp)
      return abs((Double(y) - high) - low) / ulp
    }
  }

  func parse(_ table: String) throws -> [Exact] {
    try table.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      try #require(numbers.count == 3)
      return Exact(x: numbers[0], high: numbers[1], low: numbers[2])
    }
  }

  /// The bounds stand in the documentation of `TKFunction`.
  @Test(arguments: [
    (TKFunction.exp, KernelsReference.exp, 1.1, 1.0), (.log, KernelsReference.log, 0.8, 0.8),
    (.tanh, KernelsReference.tanh, 5.0, 1.5), (.sigmoid, KernelsReference.sigmoid, 2.5, 2.5),
  ])
  func isWithinItsBound(
    _ f: TKFunction, _ table: String, _ floatBound: Double, _ doubleBound: Double
  ) throws {
    for exact in try parse(table) {
      let narrow: [Float] = .written(1) { tk_map(.float32, f, 1, [Float(exact.x)], $0) }
      let wide: [Double] = .written(1) { tk_map(.float64, f, 1, [exact.x], $0) }
      expectEvery(exact.error(of: narrow[0]) <= floatBound, "float at \(exact.x)")
      expectEvery(exact.error(of: wide[0]) <= doubleBound, "double at \(exact.x)")
    }
  }

  @Test func sineAndCosineAreWithinAnUlp() throws {
    for (f, table) in [(tk_sin, KernelsReference.sin), (tk_cos, KernelsReference.cos)] {
      for exact in try parse(table) {
        expectEvery(exact.error(of: f(exact.x)) <= 0.8, "at \(exact.x)")
      }
    }
    #expect(tk_sin(.infinity).isNaN && tk_cos(-.infinity).isNaN && tk_sin(.nan).isNaN)
    #expect(tk_sin(-0.0).sign == .minus && tk_cos(0) == 1)
  }

  @Test func functionsOfOneNumberAreThoseOfArrays() {
    var noise = Noise(state: 1)
    let x: [Double] = noise.strange(100)
    let functions = [(TKFunction.exp, tk_exp), (.log, tk_log), (.tanh, tk_tanh)]
    for (f, function) in functions {
      #expect(
        bits(x.map(function)) == bits([Double].written(100) { tk_map(.float64, f, 100, x, $0) }))
    }
  }

  @Test func tanhIsOddAndStaysWithinOne() {
    let x = (0...80_000).map { Float($0) / 8000 }
    let y: [Float] = .written(x.count) { tk_map(.float32, .tanh, x.count, x, $0) }
    let mirrored: [Float] = .written(x.count) { tk_map(.float32, .tanh, x.count, x.map(-), $0) }
    #expect(mirrored == y.map(-))
    #expect(y.allSatisfy { $0 <= 1 })
    #expect(y.last == 1)
  }
}
