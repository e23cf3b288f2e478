import TestSupport
import Testing
import TrainingKernels

/// Streams of random numbers: pinned values, independence of how they are asked for, and moments.
struct KernelsRandomTests {
  let key = "weights".withUTF8Key(seed: 1)

  func normals<T: KernelNumber>(_ type: T.Type, first: UInt64, count: Int) -> [T] {
    .written(count) { tk_random_fill_normal(T.precision, count, key, first, 0.5, 2, $0) }
  }

  func uniforms<T: KernelNumber>(_ type: T.Type, first: UInt64, count: Int) -> [T] {
    .written(count) { tk_random_fill_uniform(T.precision, count, key, first, -3, 2, $0) }
  }

  /// A change here changes every course.
  @Test func valuesArePinned() {
    #expect(key == 0x6a38_162a_9210_d50d)
    #expect(tk_random_bits(key, 0) == 0xdb4b_b895_26de_43e7)
    #expect(tk_random_bits(key, 1 << 40) == 0x940a_0dec_22b4_3e7c)
    #expect(tk_random_uniform(key, 1) == 0.065_978_121_624_340_247)
    #expect(tk_random_normal(key, 0) == 1.803_986_971_029_396_8)
    #expect(tk_random_normal(key, 1) == 0.793_853_080_949_558_53)
  }

  @Test func aRangeIsTheSameAskedForInPieces() {
    let all = normals(Double.self, first: 0, count: 80)
    let flat = uniforms(Double.self, first: 0, count: 80)
    withEvery("first", in: 0..<40) { first in
      withEvery("count", in: [0, 1, 2, 3, 17, 40]) { count in
        let range = first..<first + count
        let start = UInt64(first)
        expectEvery(normals(Double.self, first: start, count: count) == [Double](all[range]))
        expectEvery(uniforms(Double.self, first: start, count: count) == [Double](flat[range]))
      }
      expectEvery(all[first] == 0.5 + 2 * tk_random_normal(key, UInt64(first)))
      expectEvery(flat[first] == -3 + 5 * tk_random_uniform(key, UInt64(first)))
    }
  }

  @Test func floatsAreRoundedDoubles() {
    #expect(
      normals(Float.self, first: 3, count: 99)
        == normals(Double.self, first: 3, count: 99).map { Float($0) })
    #expect(
      uniforms(Float.self, first: 3, count: 99)
        == uniforms(Double.self, first: 3, count: 99).map { Float($0) })
  }

  @Test func everyPathGivesTheSameNumbers() {
    expectSameOnEveryPath { bits(normals(Double.self, first: 1, count: 500)) }
    expectSameOnEveryPath { bits(uniforms(Double.self, first: 1, count: 500)) }
  }

  @Test func aMaskDropsWhereTheUniformNumberIsBelowTheRate() {
    let expected = (5..<105).map { tk_random_uniform(key, $0) < 0.3 ? 0 : 1.5 }
    let mask: [Double] = .written(100) {
      tk_random_fill_mask(.float64, 100, key, 5, 0.3, 1.5, $0)
    }
    let narrow: [Float] = .written(100) {
      tk_random_fill_mask(.float32, 100, key, 5, 0.3, 1.5, $0)
    }
    #expect(mask == expected && narrow == expected.map { Float($0) })
    #expect(Set(mask) == [0, 1.5])
  }

  @Test func normalsHaveTheMomentsOfTheNormalDistribution() {
    let count = 200_000
    let z = (0..<count).map { tk_random_normal(key, UInt64($0)) }
    func moment(_ power: (Double) -> Double) -> Double {
      z.reduce(0) { $0 + power($1) } / Double(count)
    }
    // Four standard errors each: √(1/n), √(2/n), √(15/n), √(96/n).
    #expect(abs(moment { $0 }) < 0.009)
    #expect(abs(moment { $0 * $0 } - 1) < 0.013)
    #expect(abs(moment { $0 * $0 * $0 }) < 0.035)
    #expect(abs(moment { $0 * $0 * $0 * $0 } - 3) < 0.088)
    let neighbors = zip(z, z.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
    #expect(abs(neighbors) < 0.009)
    let within = Double(z.count { abs($0) < 1 }) / Double(count)
    #expect(abs(within - 0.6827) < 0.0042)
  }

  @Test func uniformNumbersFillTheIntervalEvenly() {
    var counts = [Int](repeating: 0, count: 20)
    for i in 0..<200_000 { counts[Int(tk_random_uniform(key, UInt64(i)) * 20)] += 1 }
    // Four standard deviations of a count of 10,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 390 })
  }

  @Test func anotherSeedOrNameIsAnotherStream() {
    let keys = Set(
      (0..<100).flatMap { seed in
        ["", "a", "b", "weights", "Dense 1", "Dense 2"].map { $0.withUTF8Key(seed: seed) }
      })
    #expect(keys.count == 600)
    let firsts = Set(keys.map { tk_random_bits($0, 0) })
    #expect(firsts.count == 600)
  }
}

extension String {
  func withUTF8Key(seed: UInt64) -> UInt64 {
    let name = [UInt8](utf8)
    return tk_random_key(seed, name, name.count)
  }
}
