internal import TrainingKernels

/// `count` random vectors of `length` numbers that are orthogonal to each other and to the unit
/// vectors `others`, each of length 1.
///
/// Gram–Schmidt on normal vectors, each projection done twice: once leaves a visible remainder.
func orthonormal(
  count: Int, length: Int, beside others: [[Double]] = [], stream: RandomStream
) -> [[Double]] {
  var vectors = others
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
  return Array(vectors.dropFirst(others.count))
}
