internal import TrainingKernels

/// Examples: rows of numbers, each with the number of its class.
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
  /// The numbers of all examples, row after row.
  let flat: [Double]

  init(flat: [Double], features: Int, labels: [Int], classes: Int) {
    self.flat = flat
    self.features = features
    self.labels = labels
    self.classes = classes
    count = features == 0 ? 0 : flat.count / features
  }

  /// Your own examples.
  ///
  /// - Parameters:
  ///   - inputs: One row an example, all of one length.
  ///   - labels: The class of each example, 0, 1, …
  ///   - classes: The number of classes; one more than the largest label if not given.
  public init(
    inputs: [[Double]], labels: [Int], classes: Int? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    let features = inputs.first?.count ?? 0
    check(features > 0, .emptyDataset, file, line)
    for (index, row) in inputs.enumerated() {
      check(
        row.count == features,
        .raggedRows(row: index, count: row.count, expected: features), file, line)
    }
    check(
      labels.isEmpty || labels.count == inputs.count,
      .labelCount(labels: labels.count, inputs: inputs.count), file, line)
    let classes = classes ?? (labels.max() ?? -1) + 1
    for (index, label) in labels.enumerated() {
      check(
        (0..<classes).contains(label),
        .label(label, example: index, classes: classes), file, line)
    }
    self.init(flat: inputs.flatMap { $0 }, features: features, labels: labels, classes: classes)
  }

  /// The examples without their classes, one row each.
  public var inputs: [[Double]] { (0..<count).map { self[input: $0] } }

  /// One example.
  public subscript(index: Int) -> (input: [Double], label: Int) {
    (self[input: index], labels.isEmpty ? 0 : labels[index])
  }

  /// The first `length` examples.
  public func prefix(_ length: Int) -> Dataset { self[range: 0..<min(length, count)] }

  /// The examples after the first `length`.
  public func dropFirst(_ length: Int) -> Dataset { self[range: min(length, count)..<count] }

  /// The first part for training, the rest for testing.
  ///
  /// - Parameter train: The share of the examples in the first part.
  public func split(train: Double) -> (train: Dataset, test: Dataset) {
    let length = Int(train * Double(count) + 0.5)
    return (prefix(length), dropFirst(length))
  }

  private subscript(input index: Int) -> [Double] {
    Array(flat[index * features..<(index + 1) * features])
  }

  private subscript(range range: Range<Int>) -> Dataset {
    Dataset(
      flat: Array(flat[range.lowerBound * features..<range.upperBound * features]),
      features: features, labels: labels.isEmpty ? [] : Array(labels[range]), classes: classes)
  }
}

extension Mistake {
  package static let emptyDataset = Mistake(
    "A data set needs at least one example with at least one number.")

  package static func labelCount(labels: Int, inputs: Int) -> Mistake {
    Mistake("A data set needs one label for each row: got \(labels) labels for \(inputs) rows.")
  }

  package static func label(_ label: Int, example: Int, classes: Int) -> Mistake {
    Mistake(
      "Example \(example) has label \(label), but with \(classes) classes labels go from 0 to \(classes - 1)."
    )
  }
}
