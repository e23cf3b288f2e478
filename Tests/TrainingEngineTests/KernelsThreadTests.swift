import TestSupport
import Testing
import TrainingKernels

/// Products large enough to be shared, on as many threads as there may be.
@Suite(.serialized) struct KernelsThreadTests {
  func product(_ transposes: (Bool, Bool), m: Int, n: Int, k: Int) -> [Float] {
    var noise = Noise(state: 9)
    let a: [Float] = noise.array(m * k), b: [Float] = noise.array(k * n)
    let scratch = UnsafeMutableRawPointer.allocate(
      byteCount: tk_gemm_scratch_bytes(.float32, transposes.0, transposes.1, m, n, k),
      alignment: 64)
    defer { scratch.deallocate() }
    return .written(m * n) {
      tk_gemm(
        .float32, transposes.0, transposes.1, m, n, k, a, b, .zero, nil, $0, scratch)
    }
  }

  // Seven threads share 264 rows unevenly.
  @Test(arguments: [(false, false), (true, false), (false, true)])
  func sharingAProductChangesNoBit(_ transposes: (Bool, Bool)) {
    let alone = product(transposes, m: 264, n: 200, k: 300)
    defer { tk_use_threads(1) }
    for threads in [2, 3, 7] {
      tk_use_threads(threads)
      #expect(tk_threads() == threads)
      for _ in 0..<5 { #expect(product(transposes, m: 264, n: 200, k: 300) == alone) }
    }
  }

  @Test func theCountStaysWithinItsLimits() {
    defer { tk_use_threads(1) }
    tk_use_threads(1000)
    #expect(tk_threads() == Int(TK_MOST_THREADS))
    tk_use_threads(-1)
    #expect(tk_threads() == 1)
  }
}
