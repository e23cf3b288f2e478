extension Initializer {
  /// `gain` times a random orthogonal matrix, which turns vectors and changes lengths by `gain` only.
  ///
  /// Of a matrix that is not square, the shorter side is orthonormal. See Saxe et al. 2013.
  ///
  /// ```swift
  /// let layer = Dense(from: 8, to: 8, weights: .orthogonal(gain: 2))
  /// _ = Network(seed: 1, precision: .double) { layer }
  /// layer.weights.value.singularValues.map { ($0 * 1e6).rounded() / 1e6 }  // == [2, 2, 2, 2, 2, 2, 2, 2]
  /// ```
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
}
