import Testing
import TrainingEngine

/// What a user of the engine reads when something is wrong with tensors and what is measured.
@Suite struct TensorMistakeTests {
  @Test(arguments: mistakes)
  func isASentence(_ found: Mistake?, _ sentence: String) {
    #expect(found?.sentence == sentence)
  }

  private static let mistakes: [(Mistake?, String)] = [
    (.bins(0), "A histogram needs at least one bin, not 0."),
    (
      .emptyRange(1...1),
      "A histogram over 1...1 has no width; give a lower and a higher number: over: -1...1."
    ),
    (
      .noInputGradient,
      "A step of training has no gradient with respect to its inputs; ask network.inspect(data, minimizing: loss).inputGradient."
    ),
    (
      .broadcast("+", Shape(rows: 2, columns: 3), Shape(rows: 3, columns: 2)),
      "+ needs tensors of one shape, or one row, one column or one number beside a matrix, but got 2×3 and 3×2."
    ),
    (
      .broadcast("*", Shape(rows: 1, columns: 1), Shape(rows: 1, columns: 1, precision: .double)),
      "* needs tensors of one precision, but got a .float and a .double one."
    ),
    (
      .notRecorded("delta", recorded: ["loss", "accuracy"]),
      "This history did not record .delta, only .loss, .accuracy; add it where the run is made: recording: .delta."
    ),
    (.noWeights("ReLU 1"), "ReLU 1 has no weights; ask only step.linearLayers for them."),
    (.emptyTensor, "A tensor needs at least one row and one column."),
    (
      .raggedRows(row: 2, count: 3, expected: 4),
      "All rows need the same length: row 2 has 3 numbers, row 0 has 4."
    ),
    (
      .notASingleNumber(rows: 2, columns: 3),
      "value is for a single number, but this tensor is 2×3; use [row, column] or values."
    ),
    (
      .backwardOfMany(rows: 2, columns: 3),
      "backward() starts from a single number, but this tensor is 2×3; take its sum() or average() first."
    ),
    (
      .noGradient,
      "This tensor has no gradient yet: call backward() on a number computed from it first."
    ),
    (
      .shapes("+", Shape(rows: 2, columns: 3), Shape(rows: 3, columns: 2)),
      "+ needs tensors of one shape, but got 2×3 and 3×2."
    ),
    (
      .shapes("+", Shape(rows: 1, columns: 1), Shape(rows: 1, columns: 1, precision: .double)),
      "+ needs tensors of one precision, but got a .float and a .double one."
    ),
    (
      .product(Shape(rows: 2, columns: 3), Shape(rows: 2, columns: 3)),
      "A matrix product needs as many columns on the left as rows on the right, but got 2×3 and 2×3."
    ),
  ]
}
