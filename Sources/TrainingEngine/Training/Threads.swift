internal import TrainingKernels

/// Computes large matrix products on `count` threads from now on, at most eight; one at first.
///
/// Only products of 8 million multiplications or more are shared: 256 examples through a layer of
/// 1024×1024, but not 64 through one of 64×64, where waiting would cost more than it saves. Every
/// number is computed in the same order whatever the count, so that results are the same to the bit.
///
/// ```swift
/// let a = Tensor([[Double]](repeating: [Double](repeating: 0.1, count: 256), count: 256))
/// let alone = a.multiplied(by: a).values
/// useThreads(2)
/// a.multiplied(by: a).values == alone  // == true
/// useThreads(1)
/// ```
public func useThreads(
  _ count: Int, file: StaticString = #filePath, line: UInt = #line
) {
  check(count > 0, .threads(count), file, line)
  tk_use_threads(count)
}

extension Mistake {
  package static func threads(_ count: Int) -> Mistake {
    Mistake("useThreads(\(count)) cannot be: at least one thread has to compute.")
  }
}
