internal import TrainingKernels

/// A matrix of numbers that knows how it was computed, and so can tell its derivative.
///
/// Every operation on tensors computes its result at once. `backward()` on a single number then
/// finds the derivative of that number with respect to every tensor that it was computed from.
///
/// ```swift
/// let w = Tensor(3), x = Tensor(2), b = Tensor(1)
/// let y = (w * x + b).squared()
/// y.value  // == 49
/// y.backward()
/// w.gradient.value  // == 28
/// ```
public final class Tensor {
  /// The number of rows; in a network, one row an example.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2, 3], [4, 5, 6]])
  /// x.rows  // == 2
  /// x.columns  // == 3
  /// x.count  // == 6
  /// x.precision == .double  // == true
  /// ```
  public let rows: Int
  /// The number of columns; in a network, one column a feature or unit.
  public let columns: Int
  /// The numbers, row after row.
  let storage: Storage
  /// The derivative with respect to each number, once a plan has asked for it.
  var gradients: Storage?
  /// The same numbers as a tensor, made once: whoever looks at every step makes nothing.
  var gradientView: Tensor?
  /// What computed this tensor; nil for one that was given.
  private(set) var operation: Operation?
  /// Whether derivatives with respect to this tensor are wanted.
  let tracksGradient: Bool
  /// True when a plan that is replayed owns the operation: `backward()` on another expression then
  /// takes this tensor as given.
  var isRecorded = false
  /// What it is called where an expression is shown; see ``named(_:)``.
  var name: String?
  /// What a layer made of several steps computed on its way to this output, for probes to see: the
  /// outputs of the layers inside it, or hidden states.
  var inner: [Tensor] = []
  /// Used while a graph is made.
  var place = 0
  /// Used while a plan or a graph is made.
  var isVisited = false

  init(
    storage: Storage, rows: Int, columns: Int, gradients: Storage? = nil, tracksGradient: Bool
  ) {
    self.storage = storage
    self.rows = rows
    self.columns = columns
    self.gradients = gradients
    self.tracksGradient = tracksGradient
  }

  /// Computes `operation` and is its result.
  init(_ operation: Operation) {
    rows = operation.rows
    columns = operation.columns
    storage = operation.result
    tracksGradient = operation.tracksGradient
    self.operation = operation
    operation.forward()
  }

  convenience init(rows: Int, columns: Int, precision: Precision, tracksGradient: Bool) {
    self.init(
      storage: Storage(count: rows * columns, precision: precision), rows: rows, columns: columns,
      tracksGradient: tracksGradient)
  }

  /// A single number.
  ///
  /// - Parameter tracksGradient: Whether its derivative is wanted.
  public convenience init(
    _ value: Double, precision: Precision = .double, tracksGradient: Bool = true
  ) {
    self.init(
      storage: Storage([value], precision: precision), rows: 1, columns: 1,
      tracksGradient: tracksGradient)
  }

  /// A matrix, row by row.
  ///
  /// ```swift
  /// Tensor([[1, 2], [3, 4]])[1, 0]  // == 3
  /// ```
  public convenience init(
    _ rows: [[Double]], precision: Precision = .double, tracksGradient: Bool = true,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    let columns = rows.first?.count ?? 0
    check(columns > 0, .emptyTensor, file, line)
    for (index, row) in rows.enumerated() {
      check(
        row.count == columns, .raggedRows(row: index, count: row.count, expected: columns), file,
        line)
    }
    self.init(
      storage: Storage(rows.flatMap { $0 }, precision: precision), rows: rows.count,
      columns: columns, tracksGradient: tracksGradient)
  }

  /// One row of numbers.
  ///
  /// ```swift
  /// Tensor([1, 2, 3]).columns  // == 3
  /// ```
  public convenience init(
    _ row: [Double], precision: Precision = .double, tracksGradient: Bool = true,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.init(
      [row], precision: precision, tracksGradient: tracksGradient, file: file, line: line)
  }

  /// A matrix of one number, such as the hidden state before the first step of time.
  ///
  /// In a layer of your own, take the precision of its input: `precision: input.precision`.
  ///
  /// ```swift
  /// Tensor(repeating: 0, rows: 2, columns: 3).values  // == [0, 0, 0, 0, 0, 0]
  /// ```
  public convenience init(
    repeating value: Double, rows: Int, columns: Int, precision: Precision = .double,
    tracksGradient: Bool = false, file: StaticString = #filePath, line: UInt = #line
  ) {
    check(rows > 0 && columns > 0, .emptyTensor, file, line)
    self.init(rows: rows, columns: columns, precision: precision, tracksGradient: tracksGradient)
    storage.fill(value)
  }

  // A chain of a hundred thousand operations must not be released by as many nested calls.
  deinit {
    inner = []
    var pending: [Operation] = []
    if let operation { pending.append(operation) }
    operation = nil
    while var next = pending.popLast() {
      guard isKnownUniquelyReferenced(&next) else { continue }
      var inputs = next.releaseInputs()
      while var input = inputs.popLast() {
        if isKnownUniquelyReferenced(&input), let operation = input.operation {
          input.operation = nil
          pending.append(operation)
        }
      }
    }
  }

  /// How the numbers are stored.
  public var precision: Precision { storage.precision }

  /// The number of numbers.
  public var count: Int { rows * columns }
}
