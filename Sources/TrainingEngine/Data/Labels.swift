/// The right class of each example in a batch, for a loss to compare with.
public final class Labels {
  /// The number of examples.
  public let count: Int
  let start: UnsafeMutablePointer<Int32>

  package init(count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: 0, count: max(1, count))
  }

  deinit {
    start.deallocate()
  }

  /// The class of example `index`.
  public package(set) subscript(index: Int) -> Int {
    get { Int(start[index]) }
    set { start[index] = Int32(newValue) }
  }
}
