internal import TrainingKernels

extension Initializer {
  /// `gain` times a random orthogonal matrix, which turns vectors and changes lengths by `gain` only.
  ///
  /// Of a matrix that is not square, the shorter side is orthonormal. See Saxe et al. 2013.
  public static func orthogonal(gain: Double = 1) -> Initializer {
    Initializer(".orthogonal(gain: \(source(gain)))") { target, rows, columns, stream in
      let vectors = orthonormal(
        count: min(rows, columns), length: max(rows, columns), stream: stream)
      for row in 0..<rows {
        for column in 0..<columns {
          target[row * columns + column] =
            gain * (rows < columns ? vectors[row][column] : vectors[column][row])
        }
      }
    }
  }

  /// Gram–Schmidt on normal vectors, each projection done twice: once leaves a visible remainder.
  private static func orthonormal(count: Int, length: Int, stream: RandomStream) -> [[Double]] {
    var vectors: [[Double]] = []
    for index in 0..<count {
      var vector = (0..<length).map { stream.normal(index * length + $0) }
      for _ in 1...2 {
        for other in vectors {
          tk_axpy(.float64, length, -tk_dot(.float64, length, other, vector), other, &vector)
        }
      }
      let norm = tk_sum_of_squares(.float64, length, vector).squareRoot()
      vectors.append(vector.map { $0 / norm })
    }
    return vectors
  }
}
