/// The right class of each example in a batch, or the numbers to predict, for a loss to compare
/// with.
///
/// ```swift
/// let sumEach = Loss("sumEach") { outputs, labels in outputs.sum() / Double(labels.count) }
/// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(2)) }
/// let data = Dataset(inputs: [[1], [3]], targets: [[0], [0]])
/// network.evaluate(on: data, minimizing: sumEach).loss  // == 4
/// ```
public final class Labels {
  /// The number of examples.
  public let count: Int
  let start: UnsafeMutablePointer<Int32>

  /// The numbers to predict, one row an example; nil where there are none.
  private(set) var targets: Storage?

  package init(count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: 0, count: max(1, count))
  }

  deinit {
    start.deallocate()
  }

  /// The class of example `index`.
  package subscript(index: Int) -> Int {
    get { Int(start[index]) }
    set { start[index] = Int32(newValue) }
  }

  /// Room for `columns` numbers to predict an example, made once.
  func targets(columns: Int, precision: Precision) -> Storage {
    if let targets { return targets }
    let made = Storage(count: count * columns, precision: precision)
    targets = made
    return made
  }
}
