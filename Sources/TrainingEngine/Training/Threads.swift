internal import TrainingKernels

/// Computes large matrix products on `count` threads from now on, at most eight; one at first.
///
/// Only products of 8 million multiplications or more are shared: 256 examples through a layer of
/// 1024×1024, but not 64 through one of 64×64, where waiting would cost more than it saves. Every
/// number is computed in the same order whatever the count, so that results are the same to the bit.
///
/// ```swift
/// useThreads(2)
/// network.train(on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.01), steps: 100)
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
