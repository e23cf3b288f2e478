/// Whether operations that were recorded once can be repeated for other examples.
extension Tensor {
  /// What `function` makes of this tensor; nil if it is not made of operations alone.
  ///
  /// The operations of another call, for the first row by half in all rows, are repeated for this
  /// tensor. They give what this call gives, unless the function read a number out of a tensor, or
  /// does not do the same at each call.
  package func result(ofRepeatable function: (Tensor) -> Tensor) -> Tensor? {
    let other = Tensor(
      rows: rows, columns: columns, precision: precision, tracksGradient: tracksGradient)
    for index in 0..<count { other.storage[index] = storage[index % columns] / 2 }
    let tried = function(other)
    let plan = Plan(computing: tried, differentiates: false)
    for index in 0..<count { other.storage[index] = storage[index] }
    plan.forward()
    // The call that counts is the last: a layer that keeps a tensor to look at keeps this one.
    let output = function(self)
    return tried.hasNumbers(of: output) ? output : nil
  }

  private func hasNumbers(of other: Tensor) -> Bool {
    rows == other.rows && columns == other.columns
      && (0..<count).allSatisfy { index in
        let (a, b) = (storage[index], other.storage[index])
        return a == b || (a.isNaN && b.isNaN)
      }
  }
}

extension Layer {
  /// The output for the first of many batches, for which its operations will be repeated.
  func recorded(
    _ input: Tensor, _ mode: Mode, _ file: StaticString, _ line: UInt
  ) -> Tensor {
    // Those of the engine that are costly to try or change at each call, which other layers may hold.
    guard mode == .training, layers.isEmpty, !(self is Dense), !(self is Recurrent),
      !(self is Dropout), !(self is BatchNorm)
    else { return self(input, mode) }
    guard let output = input.result(ofRepeatable: { self($0, mode) }) else {
      stop(.notRepeatable(description), file, line)
    }
    return output
  }
}

extension Mistake {
  package static func notRepeatable(_ function: String) -> Mistake {
    Mistake(
      "The operations of \(function) are recorded for the first batch and repeated for the others, but "
        + "it does more: it reads a number out of a tensor, with .mean, .values or [0, 0], or changes "
        + "from call to call. Write it with operations alone, such as .average() for .mean.")
  }
}
