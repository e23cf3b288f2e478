import Synchronization
import TestSupport
import Testing
import TrainingKernels

/// Float or Double, as the kernels know them.
protocol KernelNumber: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  static var precision: TKPrecision { get }
}

extension Float: KernelNumber {
  static var precision: TKPrecision { .float32 }
}

extension Double: KernelNumber {
  static var precision: TKPrecision { .float64 }
}

/// A stream of made-up numbers; not from the engine's generator, which is under test.
struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// `count` numbers in −2..<2.
  mutating func array<T: KernelNumber>(_ count: Int) -> [T] {
    (0..<count).map { _ in T(Double(next()) / 536_870_912 - 2) }
  }

  /// As ``array(_:)``, but one in seven is zero, subnormal, huge or not finite.
  mutating func strange<T: KernelNumber>(_ count: Int) -> [T] {
    let strangers: [T] = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNormalMagnitude / 4, .greatestFiniteMagnitude,
      .infinity,
      -.infinity, .nan, 1, -1, 88.5, -103, 700, -745,
    ]
    return (array(count) as [T]).map { value in
      next(below: 7) == 0 ? strangers[next(below: strangers.count)] : value
    }
  }
}

/// The bits of `values`, with one pattern for every NaN.
func bits(_ values: [some KernelNumber]) -> [UInt64] {
  values.map { $0.isNaN ? .max : Double($0).bitPattern }
}

private let pathInUse = Mutex(())

/// Runs `body` on each path this processor has, plain first.
///
/// Only one test at a time chooses the path.
func onEveryPath(_ body: (TKPath) throws -> Void) rethrows {
  try pathInUse.withLock { _ in
    let before = tk_path()
    defer { tk_use_path(before) }
    for path: TKPath in [.plain, .avx2, .avx512, .neon] where tk_use_path(path) {
      try withEvery("path", in: CollectionOfOne(String(cString: tk_path_name(path)))) { _ in
        try body(path)
      }
    }
  }
}

/// Expects the same bits from `body` on every path.
func expectSameOnEveryPath(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () -> [UInt64]
) {
  var expected: [UInt64]?
  onEveryPath { _ in
    let result = body()
    if let expected {
      expectEvery(result == expected, "differs from plain", sourceLocation: sourceLocation)
    }
    expected = expected ?? result
  }
}

extension Array where Element: KernelNumber {
  /// An array of `count` elements that a kernel writes, followed by elements it must leave alone.
  static func written(_ count: Int, by kernel: (UnsafeMutableRawPointer) -> Void) -> [Element] {
    written(over: [Element](repeating: 77, count: count), by: kernel)
  }

  /// The elements of `start`, written over by a kernel.
  static func written(
    over start: [Element], by kernel: (UnsafeMutableRawPointer) -> Void
  ) -> [Element] {
    let guards = 24
    var storage = start + [Element](repeating: -99, count: guards)
    storage.withUnsafeMutableBytes { kernel($0.baseAddress!) }
    expectEvery(storage.suffix(guards).allSatisfy { $0 == -99 }, "wrote past the end")
    return [Element](storage.prefix(start.count))
  }
}
