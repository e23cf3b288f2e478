#if os(Linux) || os(macOS)
  import Foundation
  import TestSupport
  import Testing
  import TrainingKernels

  /// A process forks with threads waiting for work: the copy has none of them, and must not wait.
  @Suite struct KernelsForkTests {
    @Test func aForkedProcessStartsThreadsOfItsOwn() async {
      await #expect(processExitsWith: .exitCode(0)) {
        let (m, n, k) = (264, 200, 300)
        var noise = Noise(state: 9)
        let a: [Float] = noise.array(m * k), b: [Float] = noise.array(k * n)
        var c = [Float](repeating: 0, count: m * n)
        let scratch = UnsafeMutableRawPointer.allocate(
          byteCount: tk_gemm_scratch_bytes(.float32, false, false, m, n, k), alignment: 64)
        func product() { tk_gemm(.float32, false, false, m, n, k, a, b, .zero, nil, &c, scratch) }
        product()
        let expected = c
        tk_use_threads(3)
        // Swift forbids fork, since most of a process does not survive it; ours has to.
        guard let symbol = dlsym(nil, "fork") else { exit(2) }
        let fork = unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)
        for _ in 0..<100 {
          product()
          let child = fork()
          if child == 0 {
            alarm(30)  // a copy that hangs ends by a signal
            for _ in 0..<2 { product() }
            _exit(c == expected && tk_threads() == 3 ? 0 : 1)
          }
          var status: Int32 = -1
          guard waitpid(child, &status, 0) == child, status == 0 else { exit(1) }
        }
        exit(0)
      }
    }
  }
#endif
