import TrainingKernels

/// C = A·B of square matrices of floats on one thread, beside the most that the processor can do.
func measureMatrixProducts(_ timing: Timing, peak: Double) -> [BenchmarkLine] {
  [64, 256, 1024].map { n in
    let a = uniform(n * n, seed: 5), b = uniform(n * n, seed: 6)
    var c = [Float](repeating: 0, count: n * n)
    let scratch = UnsafeMutableRawPointer.allocate(
      byteCount: tk_gemm_scratch_bytes(.float32, false, false, n, n, n), alignment: 64)
    defer { scratch.deallocate() }
    let rate = timing.rate {
      tk_gemm(.float32, false, false, n, n, n, a, b, .zero, nil, &c, scratch)
    }
    let gigaflops = 2 * Double(n * n * n) * rate / 1e9
    return BenchmarkLine(
      name: "W6 gemm \(n)", values: [("gflops", gigaflops), ("fractionOfPeak", gigaflops / peak)])
  }
}

/// Billions of floating-point operations a second when nothing but fused multiply-adds is done.
func fusedMultiplyAddPeak(_ timing: Timing) -> Double {
  var operations = 0.0
  let rate = timing.rate { _ = tk_fma_peak(.float32, 10_000, &operations) }
  return operations * rate / 1e9
}

private func uniform(_ count: Int, seed: UInt64) -> [Float] {
  var stream = SplitMix64(seed: seed)
  return stream.uniform(count, within: 1).map(Float.init)
}
