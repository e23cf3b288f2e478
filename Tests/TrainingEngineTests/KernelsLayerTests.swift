import TestSupport
import Testing
import TrainingKernels

/// Batch normalization, losses and the update: the same bits on every path, and right in double.
struct KernelsLayerTests {
  /// Everything that a forward and a backward pass of batch normalization write.
  struct Normalization<T: KernelNumber> {
    var mean, variance, inverse, xhat, y, dgamma, dbeta, dx, applied: [T]

    init(rows: Int, columns: Int, _ x: [T], gamma: [T], beta: [T], dy: [T], accumulate: Bool) {
      let p = T.precision, epsilon = 1e-5
      mean = [T](repeating: 0, count: columns)
      (variance, inverse, dgamma, dbeta) = (mean, mean, gamma, beta)
      xhat = [T](repeating: 0, count: rows * columns)
      (y, dx, applied) = (xhat, x, xhat)
      tk_batch_norm_forward(
        p, rows, columns, x, gamma, beta, epsilon, &mean, &variance, &inverse, &xhat, &y)
      tk_batch_norm_apply(p, rows, columns, x, mean, variance, gamma, beta, epsilon, &applied)
      tk_batch_norm_backward(
        p, rows, columns, xhat, inverse, gamma, dy, &dgamma, &dbeta, accumulate, &dx, accumulate)
    }

    var all: [T] { mean + variance + inverse + xhat + y + dgamma + dbeta + dx + applied }
  }

  func checkPaths<T: KernelNumber>(_ type: T.Type, rows: Int, columns: Int) {
    var noise = Noise(state: UInt64(rows * 100 + columns))
    let n = rows * columns
    let x: [T] = noise.array(n), dy: [T] = noise.array(n), gamma: [T] = noise.array(columns)
    let beta: [T] = noise.array(columns)
    let labels = (0..<rows).map { _ in Int32(noise.next(below: columns)) }
    expectSameOnEveryPath {
      var all: [UInt64] = []
      for accumulate in [false, true] {
        all += bits(
          Normalization(
            rows: rows, columns: columns, x, gamma: gamma, beta: beta, dy: dy,
            accumulate: accumulate
          ).all)
      }
      var losses = [Double](repeating: 0, count: rows)
      var probabilities = x, gradient = x
      all += bits([
        tk_softmax_cross_entropy(
          T.precision, rows, columns, x, labels, 1.7, &losses, &probabilities, &gradient)
      ])
      all += bits(losses) + bits(probabilities) + bits(gradient)
      all += bits([tk_squared_error(T.precision, n, x, dy, 0.3, 1.7, &gradient)]) + bits(gradient)
      var velocity = dy, parameters = x
      all += bits([
        tk_sgd(T.precision, n, 0.1, 0.9, 0.01, 0.7, gradient, &velocity, &parameters),
        tk_sgd(T.precision, n, 0.1, 0, 0, 1, gradient, nil, &parameters),
      ])
      return all + bits(velocity) + bits(parameters)
    }
  }

  @Test func everyPathGivesTheSameBits() {
    withEvery("rows", in: [1, 2, 3, 15, 16, 17, 33]) { rows in
      withEvery("columns", in: [1, 2, 7, 10, 15, 16, 17, 33]) { columns in
        checkPaths(Float.self, rows: rows, columns: columns)
        checkPaths(Double.self, rows: rows, columns: columns)
      }
    }
  }

  @Test func normalizesColumnsToMeanBetaAndDeviationGamma() {
    var noise = Noise(state: 1)
    let rows = 50, columns = 19
    let x: [Double] = noise.array(rows * columns).map { 3 * $0 + 5 }
    let gamma = (1...columns).map(Double.init), beta = gamma.map { 10 - $0 }
    let zeros = [Double](repeating: 0, count: x.count)
    let result = Normalization(
      rows: rows, columns: columns, x, gamma: gamma, beta: beta, dy: zeros, accumulate: false)
    for column in 0..<columns {
      func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
        let own = stride(from: column, to: values.count, by: columns).map { values[$0] }
        let mean = own.reduce(0, +) / Double(rows)
        return (mean, own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows))
      }
      let before = moments(x), after = moments(result.y)
      expectEvery(abs(result.mean[column] - before.mean) < 1e-12)
      expectEvery(abs(result.variance[column] - before.variance) < 1e-12)
      expectEvery(abs(after.mean - beta[column]) < 1e-12)
      let shrunk = before.variance / (before.variance + 1e-5)
      expectEvery(abs(after.variance - gamma[column] * gamma[column] * shrunk) < 1e-9)
    }
    #expect(zip(result.applied, result.y).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// d(Σ w·y)/dx against a central difference, element by element.
  @Test func differentiatesNormalization() {
    var noise = Noise(state: 2)
    let rows = 6, columns = 3, step = 1e-5
    let x: [Double] = noise.array(rows * columns), w: [Double] = noise.array(rows * columns)
    let gamma: [Double] = noise.array(columns), beta: [Double] = noise.array(columns)
    func value(_ x: [Double], _ gamma: [Double], _ beta: [Double]) -> Double {
      let result = Normalization(
        rows: rows, columns: columns, x, gamma: gamma, beta: beta, dy: w, accumulate: false)
      return tk_dot(.float64, w.count, w, result.y)
    }
    func slope(_ values: [Double], _ i: Int, _ f: ([Double]) -> Double) -> Double {
      var up = values, down = values
      up[i] += step
      down[i] -= step
      return (f(up) - f(down)) / (2 * step)
    }
    let result = Normalization(
      rows: rows, columns: columns, x, gamma: gamma, beta: beta, dy: w, accumulate: false)
    for i in x.indices {
      expectEvery(abs(result.dx[i] - slope(x, i) { value($0, gamma, beta) }) < 1e-7, "x[\(i)]")
    }
    for j in 0..<columns {
      expectEvery(abs(result.dgamma[j] - slope(gamma, j) { value(x, $0, beta) }) < 1e-7)
      expectEvery(abs(result.dbeta[j] - slope(beta, j) { value(x, gamma, $0) }) < 1e-7)
    }
    let added = Normalization(
      rows: rows, columns: columns, x, gamma: gamma, beta: beta, dy: w, accumulate: true)
    for i in x.indices { expectEvery(abs(added.dx[i] - (x[i] + result.dx[i])) < 1e-14) }
    for j in 0..<columns {
      expectEvery(abs(added.dgamma[j] - (gamma[j] + result.dgamma[j])) < 1e-14)
      expectEvery(abs(added.dbeta[j] - (beta[j] + result.dbeta[j])) < 1e-14)
    }
  }

  @Test func crossEntropyIsMinusTheLogarithmOfTheLabelsShare() {
    let logits: [Double] = [1, 2, 4, 1000, 1001, 0]
    var losses: [Double] = [0, 0]
    var probabilities = logits, gradient = logits
    let loss = tk_softmax_cross_entropy(
      .float64, 2, 3, logits, [2, 0], 2, &losses, &probabilities, &gradient)
    let e = tk_exp(1), sum = e + e * e + e * e * e * e
    let expected = [e / sum, e * e / sum, e * e * e * e / sum, 1 / (1 + e), e / (1 + e), 0]
    #expect(zip(probabilities, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(zip(losses, [expected[2], expected[3]]).allSatisfy { abs($0 + tk_log($1)) < 1e-14 })
    #expect(loss == (losses[0] + losses[1]) / 2)
    #expect(gradient == probabilities.enumerated().map { $1 - ($0 == 2 || $0 == 3 ? 1 : 0) })
  }

  /// Rows of NaN or infinity spoil their own loss and nobody else's.
  @Test func crossEntropyKeepsNonFiniteRowsApart() {
    let logits: [Float] = [.nan, 0, 1, .infinity, 0, 0]
    var losses: [Double] = [0, 0, 0]
    #expect(
      tk_softmax_cross_entropy(.float32, 3, 2, logits, [1, 0, 1], 1, &losses, nil, nil).isNaN)
    #expect(losses[0].isNaN && losses[1].isNaN)
    #expect(abs(losses[2] - 0.693_147_180_559_945_3) < 1e-15)
  }

  @Test func squaredErrorScales() {
    var gradient: [Float] = [0, 0]
    #expect(
      tk_squared_error(.float32, 2, [3, 1] as [Float], [1, 2] as [Float], 0.5, 4, &gradient) == 2.5)
    #expect(gradient == [8, -4])
  }

  @Test func updatesLikeTheFormula() {
    let gradient: [Double] = [4, -2, 1]
    var parameters: [Double] = [1, 2, 3], velocity: [Double] = [0, 1, -1]
    let moved = tk_sgd(.float64, 3, 0.5, 0.5, 0.25, 0.5, gradient, &velocity, &parameters)
    #expect(velocity == [2.25, 0, 0.75])
    #expect(parameters == [-0.125, 2, 2.625])
    #expect(moved == 1.125 * 1.125 + 0.375 * 0.375)
    #expect(tk_sgd(.float64, 3, 1, 9, 0, 1, gradient, nil, &parameters) == 21)
    #expect(parameters == [-4.125, 4, 1.625])
  }
}
