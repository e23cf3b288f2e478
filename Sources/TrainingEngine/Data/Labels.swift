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

  /// What the outputs should be, in their shape: the targets of the data; of data with classes, 1
  /// in the column of the label and 0 elsewhere, so one-hot.
  ///
  /// A loss that uses it says `needsLabels: true`, so that data without any is refused with a
  /// sentence.
  ///
  /// ```swift
  /// let hinge = Loss("hinge", needsLabels: true) { outputs, labels in
  ///   (1 - outputs * (2 * labels.targets(like: outputs) - 1)).relu().average()
  /// }
  /// let network = Network(seed: 1) { Dense(from: 1, to: 2, weights: .values([0.5, 2])) }
  /// let data = Dataset(inputs: [[1]], labels: [1])
  /// network.evaluate(on: data, minimizing: hinge).loss  // == 0.75
  /// ```
  public func targets(
    like outputs: Tensor, file: StaticString = #filePath, line: UInt = #line
  ) -> Tensor {
    check(outputs.rows == count, .labelRows(count, outputs: outputs.shape), file, line)
    if let targets {
      check(
        targets.count == outputs.count, .targetColumns(targets.count / count, outputs.shape), file,
        line)
    }
    return Tensor(OneHot(self, like: outputs, file, line))
  }

  /// Room for `columns` numbers to predict an example, made once.
  func targets(columns: Int, precision: Precision) -> Storage {
    if let targets { return targets }
    let made = Storage(count: count * columns, precision: precision)
    targets = made
    return made
  }
}

extension Mistake {
  package static func labelRows(_ count: Int, outputs: Shape) -> Mistake {
    Mistake(
      "targets(like:) needs a row for each of the \(count) examples, but got a \(outputs.text) tensor."
    )
  }

  package static func labelWithoutOutput(_ label: Int, _ outputs: Int) -> Mistake {
    Mistake(
      "targets(like:) has a column for each of the \(outputs) outputs, but one of the examples is of "
        + "class \(label): make the last layer Dense(…, to: \(label + 1)).")
  }

  package static func targetColumns(_ columns: Int, _ outputs: Shape) -> Mistake {
    Mistake(
      "targets(like:) got a \(outputs.text) tensor, but the data has \(columns) targets an example."
    )
  }
}
