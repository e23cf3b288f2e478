internal import TrainingKernels

/// A fixed number of numbers at a 64-byte boundary, zero at first; or a slice of another storage.
final class Storage {
  let precision: Precision
  let count: Int
  let start: UnsafeMutableRawPointer
  private let owner: Storage?

  init(count: Int, precision: Precision) {
    let byteCount = max(64, count * precision.byteCount)
    self.precision = precision
    self.count = count
    owner = nil
    start = .allocate(byteCount: byteCount, alignment: 64)
    start.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
  }

  init(slice owner: Storage, at index: Int, count: Int) {
    precision = owner.precision
    self.count = count
    self.owner = owner
    start = owner.start + index * owner.precision.byteCount
  }

  convenience init(_ values: [Double], precision: Precision) {
    self.init(count: values.count, precision: precision)
    for (index, value) in values.enumerated() { self[index] = value }
  }

  deinit {
    if owner == nil { start.deallocate() }
  }

  /// The smallest number of elements that is not less than `count` and fills whole 64-byte lines.
  static func aligned(_ count: Int, precision: Precision) -> Int {
    let line = 64 / precision.byteCount
    return (count + line - 1) / line * line
  }

  subscript(index: Int) -> Double {
    get {
      switch precision {
      case .float: Double(start.assumingMemoryBound(to: Float.self)[index]).withPlainNaN
      case .double: start.assumingMemoryBound(to: Double.self)[index].withPlainNaN
      }
    }
    set {
      switch precision {
      case .float: start.assumingMemoryBound(to: Float.self)[index] = Float(newValue)
      case .double: start.assumingMemoryBound(to: Double.self)[index] = newValue
      }
    }
  }

  func fill(_ value: Double) {
    tk_fill(precision.kernel, count, value, start)
  }

  var isFinite: Bool { tk_first_non_finite(precision.kernel, count, start) < 0 }
}

extension Storage {
  var values: [Double] { (0..<count).map { self[$0] } }
}

extension Double {
  /// The number, with the sign taken from NaN: processors differ in it, and it would be printed.
  var withPlainNaN: Double { isNaN ? .nan : self }
}
