import TestSupport
import Testing
import TrainingKernels

/// Matrix products and sums over rows, against loops that say what they mean.
struct KernelsMatrixTests {
  /// What a product is defined to be: one chain of fused multiply-adds for each element.
  func product<T: KernelNumber>(
    _ a: [T], _ b: [T], transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int,
    from start: (Int, Int) -> T
  ) -> [T] {
    var c: [T] = []
    for i in 0..<m {
      for j in 0..<n {
        var sum = start(i, j)
        for p in 0..<k {
          sum.addProduct(
            a[transposeA ? p * m + i : i * k + p], b[transposeB ? j * k + p : p * n + j])
        }
        c.append(sum)
      }
    }
    return c
  }

  func check<T: KernelNumber>(_ type: T.Type, m: Int, n: Int, k: Int) {
    var noise = Noise(state: UInt64(m * 1_000_000 + n * 1000 + k))
    let a: [T] = noise.array(m * k), b: [T] = noise.array(k * n)
    let row: [T] = noise.array(n), old: [T] = noise.array(m * n)
    for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
      let bytes = tk_gemm_scratch_bytes(T.precision, transposeA, transposeB, m, n, k)
      let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes + 64, alignment: 64)
      defer { scratch.deallocate() }
      for start: TKStart in [.zero, .row, .output] {
        let expected = product(
          a, b, transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k
        ) { i, j in start == .zero ? 0 : start == .row ? row[j] : old[i * n + j] }
        onEveryPath { _ in
          scratch.initializeMemory(as: UInt8.self, repeating: 255)
          let actual: [T] = .written(over: old) {
            tk_gemm(
              T.precision, transposeA, transposeB, m, n, k, a, b, start, row, $0,
              scratch.baseAddress)
          }
          expectEvery(
            actual == expected, "\(T.self) \(m)×\(n)×\(k) \(transposeA) \(transposeB) \(start)")
          expectEvery(scratch.suffix(64).allSatisfy { $0 == 255 }, "wrote past the scratch")
        }
      }
    }
  }

  @Test func multipliesEverySmallShape() {
    for m in 1...9 {
      for n in 1...9 {
        for k in 1...9 { check(Float.self, m: m, n: n, k: k) }
      }
    }
  }

  @Test(arguments: [
    (1, 1, 300), (5, 64, 7), (13, 33, 31), (8, 10, 64), (64, 17, 3), (31, 130, 66), (3, 300, 40),
    (270, 70, 20), (20, 70, 270), (17, 261, 259), (4, 5, 0),
  ])
  func multipliesShapesThatFillNoTile(m: Int, n: Int, k: Int) {
    check(Float.self, m: m, n: n, k: k)
  }

  @Test(arguments: [
    (1, 1, 1), (2, 3, 4), (5, 7, 9), (9, 8, 7), (13, 33, 31), (6, 66, 5), (10, 10, 260),
    (262, 68, 3),
  ])
  func multipliesDoubles(m: Int, n: Int, k: Int) {
    check(Double.self, m: m, n: n, k: k)
  }

  /// Infinity and NaN reach just the elements that they belong to.
  @Test func keepsNonFiniteElementsInTheirRowAndColumn() {
    let n = 20
    var a = [Float](repeating: 1, count: n * n), b = [Float](repeating: 1, count: n * n)
    a[3 * n + 5] = .infinity
    b[7 * n + 19] = .nan
    let scratch = UnsafeMutableRawPointer.allocate(
      byteCount: tk_gemm_scratch_bytes(.float32, false, false, n, n, n), alignment: 64)
    defer { scratch.deallocate() }
    onEveryPath { _ in
      let c: [Float] = .written(n * n) {
        tk_gemm(.float32, false, false, n, n, n, a, b, .zero, nil, $0, scratch)
      }
      for i in 0..<n {
        for j in 0..<n {
          let value = c[i * n + j]
          expectEvery(
            j == 19 ? value.isNaN : i == 3 ? value == .infinity : value == 20, "(\(i), \(j))")
        }
      }
    }
  }

  @Test func addsARowToEachRow() {
    var noise = Noise(state: 4)
    withEvery("columns", in: 1...40) { columns in
      let x: [Float] = noise.array(3 * columns), row: [Float] = noise.array(columns)
      onEveryPath { _ in
        let y: [Float] = .written(x.count) { tk_add_row(.float32, 3, columns, x, row, $0) }
        expectEvery(y == x.indices.map { x[$0] + row[$0 % columns] })
      }
    }
  }

  @Test func sumsColumnsInDouble() {
    var noise = Noise(state: 5)
    withEvery("columns", in: 1...40) { columns in
      let x: [Float] = noise.array(70 * columns), old: [Float] = noise.array(columns)
      for accumulate in [false, true] {
        let expected = (0..<columns).map { column in
          Float(
            stride(from: column, to: x.count, by: columns).reduce(
              accumulate ? Double(old[column]) : 0
            ) { $0 + Double(x[$1]) })
        }
        onEveryPath { _ in
          let sums: [Float] = .written(over: old) {
            tk_column_sums(.float32, 70, columns, x, $0, accumulate)
          }
          expectEvery(sums == expected)
        }
      }
    }
  }

  @Test func transposesEveryShape() {
    withEvery("rows", in: [1, 3, 4, 8, 9, 33]) { rows in
      withEvery("columns", in: [1, 2, 5, 16, 17, 40]) { columns in
        let x = (0..<rows * columns).map(Float.init)
        let expected = (0..<columns).flatMap { j in (0..<rows).map { x[$0 * columns + j] } }
        onEveryPath { _ in
          let y: [Float] = .written(rows * columns) { tk_transpose(.float32, rows, columns, x, $0) }
          expectEvery(y == expected)
        }
      }
    }
  }
}
