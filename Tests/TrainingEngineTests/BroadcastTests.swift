import TestSupport
import Testing
import TrainingEngine

/// One row, one column or one number in + - * /.
@Suite struct BroadcastTests {
  private static let shapes = [(4, 3), (1, 3), (4, 1), (1, 1)]
  private static let operations: [(name: String, apply: @Sendable (Tensor, Tensor) -> Tensor)] = [
    ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
  ]

  @Test func repeatsTheRowTheColumnOrTheNumber() {
    let matrix = Tensor([[1, 2], [3, 4]])
    #expect((matrix + Tensor([[10, 20]])).values == [11, 22, 13, 24])
    #expect((Tensor([[10], [20]]) - matrix).values == [9, 8, 17, 16])
    #expect((matrix * Tensor(2)).values == [2, 4, 6, 8])
    #expect((Tensor([[2], [4]]) / Tensor([[1, 2]])).values == [2, 1, 4, 2])
  }

  @Test func givesTheDerivativeOfEachNumberTheSumOverItsPlaces() {
    withEvery("left", in: Self.shapes) { left in
      withEvery("right", in: Self.shapes) { right in
        withEvery("operation", in: Self.operations) { operation in
          let a = numbers(left.0, left.1, seed: 1), b = numbers(right.0, right.1, seed: 2)
          let result = operation.apply(a, b)
          let weights = numbers(result.rows, result.columns, seed: 3)
          let error = gradientError(of: [a, b]) { (operation.apply(a, b) * weights).sum() }
          expectEvery(error <= 1e-6, "error \(error)")
        }
      }
    }
  }

  @Test func addsUpWhereATensorIsUsedInSeveralPlaces() {
    let a = numbers(4, 3, seed: 1), row = numbers(1, 3, seed: 2), column = numbers(4, 1, seed: 3)
    let number = numbers(1, 1, seed: 4)
    let error = gradientError(of: [a, row, column, number]) {
      ((a + row) * row + column * (a / number) - column * number).squared().sum()
    }
    #expect(error <= 1e-6)
  }
}
