internal import TrainingKernels

/// The random numbers that belong to one name under one seed.
///
/// Number i is a function of (seed, name, i) and nothing else, so that no stream depends on what was
/// drawn elsewhere: adding a layer or a data set leaves all others as they were.
///
/// ```swift
/// let dice = RandomStream(seed: 1, name: "dice")
/// (0..<5).map { 1 + dice.integer($0, below: 6) }  // == [6, 3, 3, 5, 4]
/// dice.permutation(of: 5)  // == [4, 0, 1, 2, 3]
/// dice.uniform(0)  // == 0.9087658847153833
/// dice.normal(0)  // == -2.1812411696036578
/// ```
public struct RandomStream: Sendable {
  let key: UInt64

  /// Is added to every seed. `gradus check --seeds` tries a course's claims on other numbers so,
  /// with no change to its lessons.
  nonisolated(unsafe) package static var seedShift = 0

  /// The stream called `name` under `seed`.
  public init(seed: Int, name: String) {
    var name = name
    key = name.withUTF8 { bytes in
      tk_random_key(
        UInt64(bitPattern: Int64(seed &+ Self.seedShift)), bytes.baseAddress, bytes.count)
    }
  }

  /// Number `index` of the stream, uniform in [0, 1).
  public func uniform(_ index: Int) -> Double {
    tk_random_uniform(key, UInt64(bitPattern: Int64(index)))
  }

  /// Number `index` of the stream, normal with mean 0 and variance 1.
  public func normal(_ index: Int) -> Double {
    tk_random_normal(key, UInt64(bitPattern: Int64(index)))
  }

  /// Number `index` of the stream, each of 0 ..< `bound` equally likely.
  public func integer(_ index: Int, below bound: Int) -> Int {
    min(Int(uniform(index) * Double(bound)), bound - 1)
  }

  /// The numbers 0 ..< `count` in random order (Fisher–Yates).
  public func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  func shuffle(_ order: inout [Int]) {
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, integer(last, below: last + 1))
    }
  }
}
