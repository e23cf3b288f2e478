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
    (
      .reshaping(Shape(rows: 2, columns: 3), Shape(rows: 4, columns: 2)),
      "The 6 numbers of a 2×3 tensor do not fill 4×2."
    ),
    (
      .part("columns", 2..<5, of: Shape(rows: 2, columns: 3)),
      "[columns: 2..<5] is not within the 2×3 tensor: its columns are 0..<3."
    ),
    (
      .part("rows", 1..<1, of: Shape(rows: 2, columns: 3)),
      "[rows: 1..<1] is empty; a tensor needs at least one row and one column."
    ),
    (
      .axis(2),
      "A tensor has the axes 0, from row to row, and 1, from column to column, but not 2."
    ),
    (
      .concatenation(Shape(rows: 2, columns: 3), Shape(rows: 2, columns: 4), axis: 0),
      "Tensors below each other need as many columns, but got 2×3 and 2×4."
    ),
    (
      .concatenation(
        Shape(rows: 2, columns: 3), Shape(rows: 1, columns: 3, precision: .double), axis: 1),
      "Concatenating needs tensors of one precision, but got a .float and a .double one."
    ),
    (
      .values(3, for: Shape(rows: 2, columns: 2)), "A 2×2 tensor holds 4 values, not 3."
    ),
    (
      .eigenvalues(Shape(rows: 2, columns: 3)),
      "Only a square matrix has eigenvalues, but this tensor is 2×3; try singularValues."
    ),
    (
      .notSymmetric(1, 0),
      "eigenvalues are those of a symmetric matrix, but [1, 0] is not [0, 1]; try singularValues."
    ),
    (
      .layers(2..<5, of: 4),
      "layers: 2..<5 are not within this network, whose layers are 0..<4."
    ),
    (
      .layerHidesItsWidth("Dense(from: 16, to: 2)", 16, got: 40, from: "Gated(units: 16)"),
      "Dense(from: 16, to: 2) expects rows of 16 numbers, but Gated(units: 16) before it does not say that it makes them from rows of 40: declare var outputColumns: Int? { 16 } in it."
    ),
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
