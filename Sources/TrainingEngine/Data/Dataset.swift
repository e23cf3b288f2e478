/// Examples: rows of numbers, each with the number of its class, or with numbers to predict.
///
/// ```swift
/// let data = Dataset(inputs: [[0, 1], [1, 0]], labels: [0, 1])
/// data.features  // == 2
/// data[1].label  // == 1
/// ```
public struct Dataset: Sendable {
  /// The number of examples.
  public let count: Int
  /// The number of numbers in each example.
  public let features: Int
  /// The number of classes; 0 if the examples have none.
  public let classes: Int
  /// The class of each example, from 0; empty if the examples have none.
  public let labels: [Int]
  /// The names of the classes, where the data came with names; otherwise empty.
  public let classNames: [String]
  /// How many numbers there are to predict for each example; 0 if it has a class, or neither.
  public let targetColumns: Int
  /// The numbers of all examples, row after row.
  let flat: [Double]
  /// The numbers to predict, row after row.
  let flatTargets: [Double]

  init(
    flat: [Double], features: Int, labels: [Int] = [], classes: Int = 0, classNames: [String] = [],
    targets: [Double] = []
  ) {
    self.flat = flat
    self.features = features
    self.labels = labels
    self.classes = classes
    self.classNames = classNames
    flatTargets = targets
    count = features == 0 ? 0 : flat.count / features
    targetColumns = count == 0 ? 0 : targets.count / count
  }

  /// Your own examples.
  ///
  /// - Parameters:
  ///   - inputs: One row an example, all of one length, all numbers finite.
  ///   - labels: The class of each example, 0, 1, …
  ///   - classes: The number of classes; one more than the largest label if not given.
  public init(
    inputs: [[Double]], labels: [Int], classes: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let flat = Dataset.flat("inputs", inputs, file, line)
    check(
      labels.isEmpty || labels.count == inputs.count,
      .labelCount(labels: labels.count, inputs: inputs.count), file, line)
    let classes = classes ?? (labels.max() ?? -1) + 1
    for (index, label) in labels.enumerated() {
      check(
        (0..<classes).contains(label),
        .label(label, example: index, classes: classes), file, line)
    }
    self.init(
      flat: flat, features: flat.count / inputs.count, labels: labels, classes: classes)
  }

  /// Your own examples for a regression, with the numbers that a network is to predict.
  ///
  /// ```swift
  /// Dataset(inputs: [[0], [1], [2]], targets: [[1], [3], [5]]).targetColumns  // == 1
  /// ```
  ///
  /// - Parameters:
  ///   - inputs: One row an example, all of one length, all numbers finite.
  ///   - targets: As many rows, all of one length.
  public init(
    inputs: [[Double]], targets: [[Double]], file: StaticString = #filePath, line: UInt = #line
  ) {
    check(
      targets.count == inputs.count,
      .targetCount(targets: targets.count, inputs: inputs.count), file, line)
    let flat = Dataset.flat("inputs", inputs, file, line)
    self.init(
      flat: flat, features: flat.count / inputs.count,
      targets: Dataset.flat("targets", targets, file, line))
  }

  /// The rows one after the other, if there are any, all have one length and all numbers are finite.
  private static func flat(
    _ name: String, _ rows: [[Double]], _ file: StaticString, _ line: UInt
  ) -> [Double] {
    let columns = rows.first?.count ?? 0
    check(columns > 0, .emptyDataset, file, line)
    for (index, row) in rows.enumerated() {
      check(
        row.count == columns,
        .raggedRows(row: index, count: row.count, expected: columns), file, line)
      if let column = row.firstIndex(where: { !$0.isFinite }) {
        stop(.notFinite(name, row[column], row: index, column: column), file, line)
      }
    }
    return rows.flatMap { $0 }
  }

  /// The examples without their classes, one row each.
  public var inputs: [[Double]] { (0..<count).map { self[input: $0] } }

  /// The numbers to predict, one row an example; empty if the examples have none.
  public var targets: [[Double]] {
    guard targetColumns > 0 else { return [] }
    return (0..<count).map {
      Array(flatTargets[$0 * targetColumns..<($0 + 1) * targetColumns])
    }
  }

  /// One example.
  public subscript(
    index: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> (input: [Double], label: Int) {
    check(0..<count ~= index, .example(index, of: count), file, line)
    return (self[input: index], labels.isEmpty ? 0 : labels[index])
  }

  private subscript(input index: Int) -> [Double] {
    Array(flat[index * features..<(index + 1) * features])
  }
}

extension Mistake {
  package static let emptyDataset = Mistake(
    "A data set needs at least one example with at least one number.")

  package static func notFinite(
    _ name: String, _ value: Double, row: Int, column: Int
  ) -> Mistake {
    Mistake(
      "Row \(row), column \(column) of the \(name) is \(value.withPlainNaN), and a single such number "
        + "makes every weight NaN; leave the row out, or put a number there.")
  }

  package static func labelCount(labels: Int, inputs: Int) -> Mistake {
    Mistake("A data set needs one label for each row: got \(labels) labels for \(inputs) rows.")
  }

  package static func targetCount(targets: Int, inputs: Int) -> Mistake {
    Mistake(
      "A data set needs one row of targets for each row: got \(targets) for \(inputs) rows.")
  }

  package static func label(_ label: Int, example: Int, classes: Int) -> Mistake {
    Mistake(
      "Example \(example) has label \(label), but with \(classes) classes labels go from 0 to \(classes - 1)."
    )
  }
}
