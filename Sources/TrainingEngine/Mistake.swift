/// What a user of the engine did wrong, as a sentence: what was written, what was expected, what came.
///
/// Sentences are made here and apart from stopping the program, so that tests can read them.
package struct Mistake: Error, Equatable {
  /// The sentence, with its full stop.
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

/// Rows × columns and precision of a tensor, for sentences.
package struct Shape: Sendable {
  let rows: Int
  let columns: Int
  let precision: Precision

  package init(rows: Int, columns: Int, precision: Precision = .float) {
    self.rows = rows
    self.columns = columns
    self.precision = precision
  }

  var text: String { "\(rows)×\(columns)" }
}

// `precondition` loses its message in an optimized module; `fatalError` keeps it, and the line.
@inline(never)
package func stop(_ mistake: Mistake, _ file: StaticString, _ line: UInt) -> Never {
  #if !canImport(Glibc)
    LiveRuns.willStop?(mistake.sentence)
  #endif
  fatalError(mistake.sentence, file: file, line: line)
}

@inline(__always)
func check(
  _ condition: Bool, _ mistake: @autoclosure () -> Mistake, _ file: StaticString, _ line: UInt
) {
  if !condition { stop(mistake(), file, line) }
}

/// A number as a person writes it in source: `1`, `0.5`, `1e-05`.
func source(_ number: Double) -> String {
  let isWhole = number == number.rounded(.towardZero) && number.magnitude < 1e15
  return isWhole ? "\(Int(number))" : "\(number)"
}

// Tensors
extension Mistake {
  package static let emptyTensor = Mistake("A tensor needs at least one row and one column.")

  package static let noGradient = Mistake(
    "This tensor has no gradient yet: call backward() on a number computed from it first.")

  package static func raggedRows(row: Int, count: Int, expected: Int) -> Mistake {
    Mistake(
      "All rows need the same length: row \(row) has \(count) numbers, row 0 has \(expected).")
  }

  package static func values(_ count: Int, for shape: Shape) -> Mistake {
    Mistake("A \(shape.text) tensor holds \(shape.rows * shape.columns) values, not \(count).")
  }

  package static func notASingleNumber(rows: Int, columns: Int) -> Mistake {
    Mistake(
      "value is for a single number, but this tensor is \(rows)×\(columns); use [row, column] or values."
    )
  }

  package static func backwardOfMany(rows: Int, columns: Int) -> Mistake {
    Mistake(
      "backward() starts from a single number, but this tensor is \(rows)×\(columns); "
        + "take its sum() or average() first.")
  }

  package static func shapes(_ operation: String, _ left: Shape, _ right: Shape) -> Mistake {
    if left.rows == right.rows, left.columns == right.columns {
      return Mistake(
        "\(operation) needs tensors of one precision, but got a \(left.precision.name) and a \(right.precision.name) one."
      )
    }
    return Mistake(
      "\(operation) needs tensors of one shape, but got \(left.text) and \(right.text).")
  }

  package static func product(_ left: Shape, _ right: Shape) -> Mistake {
    Mistake(
      "A matrix product needs as many columns on the left as rows on the right, "
        + "but got \(left.text) and \(right.text).")
  }
}
