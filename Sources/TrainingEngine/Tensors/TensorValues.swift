internal import TrainingKernels

extension Tensor: CustomStringConvertible {
  /// The number in row `row` and column `column`, both from 0.
  ///
  /// What was computed from a number before it is changed stays as it was.
  public subscript(row: Int, column: Int) -> Double {
    get { storage[row * columns + column] }
    set { storage[row * columns + column] = newValue }
  }

  /// All numbers, row after row; as many can be put in their place.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2], [3, 4]])
  /// x.values = x.values.map { $0 > 2 ? $0 : 0 }
  /// x.values  // == [0, 0, 3, 4]
  /// ```
  public var values: [Double] {
    get { (0..<count).map { storage[$0] } }
    set {
      check(newValue.count == count, .values(newValue.count, for: shape), #filePath, #line)
      for (index, value) in newValue.enumerated() { storage[index] = value }
    }
  }

  /// The only number of a 1×1 tensor.
  public var value: Double { value() }

  /// The numbers of one row: one example.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).row(1)  // == [4, 5, 6]
  /// ```
  public func row(_ row: Int) -> [Double] { (0..<columns).map { self[row, $0] } }

  /// The numbers of one column: one feature or unit, over all examples.
  ///
  /// ```swift
  /// Tensor([[1, 2, 3], [4, 5, 6]]).column(1)  // == [2, 5]
  /// ```
  public func column(_ column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

  /// A number as itself, a matrix as a list of rows.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]]).description  // == "[[1.0, 2.0], [3.0, 4.0]]"
  /// ```
  public var description: String {
    if count == 1 { return "\(storage[0])" }
    let lines = (0..<rows).map { index in
      "[" + row(index).map { "\($0)" }.joined(separator: ", ") + "]"
    }
    return "[" + lines.joined(separator: ", ") + "]"
  }

  func value(file: StaticString = #filePath, line: UInt = #line) -> Double {
    check(count == 1, .notASingleNumber(rows: rows, columns: columns), file, line)
    return storage[0]
  }
}

// Statistics
extension Tensor {
  /// The mean of all numbers.
  ///
  /// ```swift
  /// Tensor([[1, 2, 6]]).mean  // == 3
  /// ```
  public var mean: Double {
    tk_sum(precision.kernel, count, storage.start).withPlainNaN / Double(count)
  }

  /// The standard deviation of all numbers, √(Σ(x − mean)²/(n − 1)); 0 for a single number.
  ///
  /// ```swift
  /// Tensor([[1, 3, 5]]).deviation  // == 2
  /// ```
  public var deviation: Double { deviation(around: mean) }

  func deviation(around mean: Double) -> Double {
    guard count > 1 else { return 0 }
    let squares = tk_sum_of_squared_differences(precision.kernel, count, storage.start, mean)
    return (squares / Double(count - 1)).squareRoot().withPlainNaN
  }

  /// The length √Σx² (Frobenius norm).
  ///
  /// ```swift
  /// Tensor([[3, 4]]).norm  // == 5
  /// ```
  public var norm: Double {
    tk_sum_of_squares(precision.kernel, count, storage.start).squareRoot().withPlainNaN
  }

  /// The largest number that is not NaN.
  ///
  /// ```swift
  /// Tensor([[1, -3, .nan]]).maximum  // == 1
  /// ```
  public var maximum: Double { tk_max(precision.kernel, count, storage.start) }

  /// The smallest number that is not NaN.
  ///
  /// ```swift
  /// Tensor([[1, -3, .nan]]).minimum  // == -3
  /// ```
  public var minimum: Double { tk_min(precision.kernel, count, storage.start) }

  /// The share of numbers that are exactly 0.
  public var zeroFraction: Double {
    Double(tk_count_zero(precision.kernel, count, storage.start)) / Double(count)
  }

  /// The share of numbers x with |x| > `limit`.
  ///
  /// ```swift
  /// Tensor([[0.5, -2, 3, 1]]).fraction(beyond: 1)  // == 0.5
  /// ```
  public func fraction(beyond limit: Double) -> Double {
    Double(tk_count_beyond(precision.kernel, count, storage.start, limit)) / Double(count)
  }

  /// The share of columns for which `isIncluded` holds: `unit` has the numbers of one column.
  ///
  /// ```swift
  /// Tensor([[0, 1], [0, 0]]).fractionOfUnits { unit in unit.allSatisfy { $0 == 0 } }  // == 0.5
  /// ```
  public func fractionOfUnits(where isIncluded: (_ unit: [Double]) -> Bool) -> Double {
    Double((0..<columns).filter { isIncluded(column($0)) }.count) / Double(columns)
  }

  /// The dot product of two tensors of one shape, Σ xᵢ·yᵢ.
  ///
  /// ```swift
  /// Tensor([[1, 2]]).dot(Tensor([[3, 4]]))  // == 11
  /// ```
  public func dot(_ other: Tensor, file: StaticString = #filePath, line: UInt = #line) -> Double {
    check(
      rows == other.rows && columns == other.columns && precision == other.precision,
      .shapes("dot", shape, other.shape), file, line)
    return tk_dot(precision.kernel, count, storage.start, other.storage.start).withPlainNaN
  }

  /// Whether no number is NaN or infinite.
  ///
  /// ```swift
  /// Tensor([[1, .infinity]]).isFinite  // == false
  /// ```
  public var isFinite: Bool { storage.isFinite }

  var shape: Shape { Shape(rows: rows, columns: columns, precision: precision) }
}
