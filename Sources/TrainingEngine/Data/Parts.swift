// Parts of a data set: each is a data set again.
extension Dataset {
  /// The first `length` examples.
  ///
  /// ```swift
  /// let data = Dataset(inputs: [[0], [1], [2]], labels: [0, 1, 1])
  /// data.prefix(2).labels  // == [0, 1]
  /// ```
  public func prefix(_ length: Int) -> Dataset {
    self[0..<min(max(0, length), count)]
  }

  /// The examples after the first `length`.
  ///
  /// ```swift
  /// let data = Dataset(inputs: [[0], [1], [2]], labels: [0, 1, 1])
  /// data.dropFirst(2).inputs  // == [[2]]
  /// ```
  public func dropFirst(_ length: Int) -> Dataset {
    self[min(max(0, length), count)..<count]
  }

  /// The examples in an order that `seed` fixes.
  ///
  /// ```swift
  /// let data = Dataset(inputs: [[0], [1], [2], [3]], labels: [0, 1, 0, 1])
  /// data.shuffled(seed: 1).inputs.map { $0[0] }.sorted()  // == [0.0, 1.0, 2.0, 3.0]
  /// ```
  public func shuffled(seed: Int) -> Dataset {
    self[order: RandomStream(seed: seed, name: "data set order").permutation(of: count)]
  }

  /// The examples at some places, in this order.
  ///
  /// ```swift
  /// let data = Dataset(inputs: [[0], [1], [2]], labels: [0, 1, 1])
  /// data.subset([2, 0]).inputs  // == [[2], [0]]
  /// let ones = data.labels.indices.filter { data.labels[$0] == 1 }
  /// data.subset(ones).count  // == 2
  /// ```
  public func subset(
    _ indices: some Sequence<Int>, file: StaticString = #filePath, line: UInt = #line
  ) -> Dataset {
    let indices = Array(indices)
    for index in indices { check(0..<count ~= index, .example(index, of: count), file, line) }
    return self[order: indices]
  }

  /// The first part for training, the rest for testing.
  ///
  /// ```swift
  /// let (train, test) = Dataset.wiggle(count: 1500, seed: 1).split(train: 0.8)
  /// test.count  // == 300
  /// ```
  ///
  /// - Parameters:
  ///   - train: The share of the examples in the first part, from 0 to 1.
  ///   - shuffleSeed: Shuffles first, in an order that this seed fixes; needed where the examples
  ///     come sorted. If not given, they are split in the order they have.
  public func split(
    train: Double, shuffleSeed: Int? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> (train: Dataset, test: Dataset) {
    check((0...1).contains(train), .share(train), file, line)
    let data = shuffleSeed.map(shuffled) ?? self
    let length = Int(train * Double(count) + 0.5)
    return (data.prefix(length), data.dropFirst(length))
  }

  /// The examples cut into batches of `size`, in order; a last batch that is not full is left out.
  ///
  /// ```swift
  /// Dataset.wiggle(count: 150, seed: 1).batches(of: 64).count  // == 2
  /// ```
  public func batches(
    of size: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> [Dataset] {
    check((1...max(1, count)).contains(size), .batch(size, count: count), file, line)
    return (0..<count / size).map { self[$0 * size..<($0 + 1) * size] }
  }

  private subscript(range: Range<Int>) -> Dataset { self[order: Array(range)] }

  private subscript(order order: [Int]) -> Dataset {
    func rows(_ numbers: [Double], _ columns: Int) -> [Double] {
      var rows: [Double] = []
      rows.reserveCapacity(order.count * columns)
      for index in order { rows += numbers[index * columns..<(index + 1) * columns] }
      return rows
    }
    return Dataset(
      flat: rows(flat, features), features: features,
      labels: labels.isEmpty ? [] : order.map { labels[$0] }, classes: classes,
      classNames: classNames, targets: rows(flatTargets, targetColumns))
  }
}

extension Mistake {
  package static func example(_ index: Int, of count: Int) -> Mistake {
    Mistake("The data has the examples 0..<\(count), so none at \(index).")
  }

  package static func share(_ share: Double) -> Mistake {
    Mistake(
      "split(train:) takes a share from 0 to 1, not \(source(share)); 0.8 trains on four fifths.")
  }
}
