import Testing
import TrainingEngine

private let tolerance = 1e-6

struct OperationCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var positive = false
  let compute: @Sendable (_ a: Tensor, _ b: Tensor) -> Tensor

  init(
    _ name: String, positive: Bool = false,
    _ compute: @escaping @Sendable (_ a: Tensor, _ b: Tensor) -> Tensor
  ) {
    testDescription = name
    self.positive = positive
    self.compute = compute
  }
}

/// Every operation, of tensors of one shape; those with one operand ignore the second.
let everyOperation = [
  OperationCase("a + b") { $0 + $1 },
  OperationCase("a - b") { $0 - $1 },
  OperationCase("a * b") { $0 * $1 },
  OperationCase("a / b") { $0 / $1 },
  OperationCase("-a") { a, _ in -a },
  OperationCase("a + 3") { a, _ in a + 3 },
  OperationCase("3 - a") { a, _ in 3 - a },
  OperationCase("a * 3") { a, _ in a * 3 },
  OperationCase("a / 3") { a, _ in a / 3 },
  OperationCase("sigmoid") { a, _ in a.sigmoid() },
  OperationCase("tanh") { a, _ in a.tanh() },
  OperationCase("relu") { a, _ in a.relu() },
  OperationCase("exp") { a, _ in a.exp() },
  OperationCase("log", positive: true) { a, _ in a.log() },
  OperationCase("squared") { a, _ in a.squared() },
  OperationCase("squareRoot", positive: true) { a, _ in a.squareRoot() },
  OperationCase("leakyReLU") { a, _ in a.leakyReLU(slope: 0.1) },
  OperationCase("elu") { a, _ in a.elu(alpha: 0.7) },
  OperationCase("selu") { a, _ in a.selu() },
  OperationCase("erf") { a, _ in a.erf() },
  OperationCase("gelu") { a, _ in a.gelu() },
  OperationCase("gelu by tanh") { a, _ in a.gelu(.tanh) },
  OperationCase("silu") { a, _ in a.silu() },
  OperationCase("softplus") { a, _ in a.softplus() },
  OperationCase("abs") { a, _ in a.abs() },
  OperationCase("softmax") { a, _ in a.softmax() },
  OperationCase("logSoftmax") { a, _ in a.logSoftmax() },
  OperationCase("transposed") { a, b in a.transposed() * b.transposed() },
  OperationCase("reshaped") { a, b in
    a.reshaped(rows: a.columns, columns: a.rows) * b.reshaped(rows: a.columns, columns: a.rows)
  },
  OperationCase("rows") { a, _ in a[rows: (a.rows / 2)...] },
  OperationCase("columns") { a, _ in a[columns: ..<((a.columns + 1) / 2)] },
  OperationCase("below each other") { a, b in Tensor(concatenating: [a, b, a], axis: 0) },
  OperationCase("beside each other") { a, b in Tensor(concatenating: [b, a, b, a], axis: 1) },
  OperationCase("sum of columns") { a, b in a.sum(axis: 0) * b.sum(axis: 0) },
  OperationCase("average of rows") { a, b in a.average(axis: 1) * b.average(axis: 1) },
  OperationCase("sum") { a, _ in a.sum().squared() },
  OperationCase("average") { a, _ in a.average().squared() },
  OperationCase("matrix product") { a, _ in a.multiplied(by: numbers(a.columns, 2, seed: 9)) },
  // One tensor in several places: its gradient is the sum of what comes from each.
  OperationCase("a * a") { a, _ in a * a },
  OperationCase("a - a * b / a") { a, b in a - a * b / a },
  OperationCase("sum twice") { a, _ in a.sum() * a.average() },
  OperationCase("a whole and its parts") { a, _ in
    let half = a.rows / 2
    let shares = a.softmax() * a - a.logSoftmax()
    let folded = a[rows: half...].sum(axis: 0) * a[rows: ...half].average(axis: 0)
    let turned =
      a.multiplied(by: a.transposed()).sum() + a.transposed().sum(axis: 1).squared().sum()
    let flat = a.reshaped(rows: 1, columns: a.count) * a.reshaped(rows: 1, columns: a.count)
    return shares + folded + turned + flat.sum() + a[columns: 0..<1]
  },
  OperationCase("branches that meet") { a, b in
    let shared = a * b
    return shared.tanh() + shared * a.relu() - shared
  },
]

struct LayerCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let mode: Mode
  let make: @Sendable () -> any Layer

  init(_ name: String, _ mode: Mode = .training, _ make: @escaping @Sendable () -> any Layer) {
    testDescription = name
    self.mode = mode
    self.make = make
  }
}

/// Every layer, from rows of 3.
let everyLayer = [
  LayerCase("Dense") { Dense(from: 3, to: 4, biases: .normal(variance: 1, over: .one)) },
  LayerCase("Dense without bias") { Dense(from: 3, to: 2, bias: false) },
  LayerCase("Sigmoid") { Sigmoid() },
  LayerCase("Tanh") { Tanh() },
  LayerCase("ReLU") { ReLU() },
  LayerCase("LeakyReLU") { LeakyReLU(slope: 0.1) },
  LayerCase("PReLU") { PReLU() },
  LayerCase("PReLU by unit") { PReLU(units: 3, slope: 0.4) },
  LayerCase("ELU") { ELU(alpha: 0.7) },
  LayerCase("SELU") { SELU() },
  LayerCase("GELU") { GELU() },
  LayerCase("GELU by tanh") { GELU(.tanh) },
  LayerCase("SiLU") { SiLU() },
  LayerCase("Softplus") { Softplus() },
  LayerCase("Activation of one's own") { Activation("swish") { $0 * $0.sigmoid() } },
  LayerCase("LayerNorm") { LayerNorm(3, scale: .lecun, shift: .lecun) },
  LayerCase("Dropout, training") { Dropout(0.4) },
  LayerCase("Dropout, in use", .runningStatistics) { Dropout(0.4) },
  LayerCase("Residual") {
    Residual(scale: 0.5) {
      Dense(from: 3, to: 4)
      Tanh()
      Dropout(0.2)
      Residual { Softplus() }
      Dense(from: 4, to: 3)
    }
  },
  LayerCase("Recurrent") { Recurrent(from: 1, to: 4, steps: 3, biases: .lecun) },
  LayerCase("Recurrent, one step") { Recurrent(from: 3, to: 2, steps: 1, bias: false) },
  LayerCase("Recurrent, linear") {
    Recurrent(from: 1, to: 2, steps: 3, activation: .none, recurrentWeights: .lecun)
  },
  LayerCase("Recurrent, ReLU") {
    Recurrent(from: 1, to: 3, steps: 3, activation: .relu, recurrentWeights: .identity())
  },
  LayerCase("BatchNorm, training") { BatchNorm(3, scale: .lecun, shift: .lecun) },
  LayerCase("BatchNorm, its batch", .batchStatistics) { BatchNorm(3, scale: .lecun) },
  LayerCase("BatchNorm, in use", .runningStatistics) { BatchNorm(3, scale: .lecun) },
]

/// Every loss.
let everyLoss: [Loss] = [
  .crossEntropy, .crossEntropy(labelSmoothing: 0.2), .squaredError, .absoluteError,
  .huber(delta: 0.5), .binaryCrossEntropy, .linearProbe(seed: 3),
]

@Suite struct GradientTests {
  @Test(arguments: everyOperation)
  func ofAnOperationIsItsDerivative(_ operation: OperationCase) {
    for (rows, columns) in [(1, 1), (1, 5), (4, 3)] {
      let a = numbers(rows, columns, seed: 1, positive: operation.positive)
      let b = numbers(rows, columns, seed: 2)
      let weights = numbers(rows, max(columns, 2), seed: 3)
      let error = gradientError(of: [a]) { weigh(operation.compute(a, b), by: weights) }
      #expect(error <= tolerance, "\(rows)×\(columns)")
      let result = weigh(operation.compute(a, b), by: weights)
      result.backward()
    }
  }

  @Test(arguments: everyOperation.prefix(4))
  func ofASecondOperandIsItsDerivative(_ operation: OperationCase) {
    let a = numbers(4, 3, seed: 1), b = numbers(4, 3, seed: 2), weights = numbers(4, 3, seed: 3)
    #expect(
      gradientError(of: [a, b]) { weigh(operation.compute(a, b), by: weights) } <= tolerance)
  }

  @Test(arguments: everyLayer)
  func ofALayerIsItsDerivative(_ layerCase: LayerCase) {
    let layer = layerCase.make()
    _ = Network(seed: 5, precision: .double) { layer }
    let input = numbers(6, 3, seed: 1)
    let weights = numbers(6, layer.outputColumns ?? 3, seed: 2)
    let error = gradientError(of: [input] + layer.parameters.map(\.value)) {
      (layer(input, layerCase.mode) * weights).sum()
    }
    #expect(error <= tolerance)
  }

  @Test(arguments: everyLoss)
  func ofALossIsItsDerivative(_ loss: Loss) {
    let outputs = numbers(5, 4, seed: 1)
    let labels = Labels(count: 5)
    for index in 0..<5 { labels[index] = index * 7 % 4 }
    #expect(gradientError(of: [outputs]) { loss.compute(outputs, labels).squared() } <= tolerance)
  }

  @Test(arguments: everyLayer, everyLoss)
  func ofANetworkIsItsDerivative(_ layerCase: LayerCase, _ loss: Loss) {
    let layer = layerCase.make()
    let network = Network(seed: 5, precision: .double) {
      Dense(from: 2, to: 3)
      layer
      Dense(from: layer.outputColumns ?? 3, to: 3)
    }
    let input = numbers(6, 2, seed: 1)
    let labels = Labels(count: 6)
    for index in 0..<6 { labels[index] = index % 3 }
    let error = gradientError(of: network.parameters.map(\.value)) {
      let output = network.layers.reduce(input) { $1($0, layerCase.mode) }
      return loss.compute(output, labels)
    }
    expectReference("gradcheck.float64.tanh", error)
  }

  // x · constant(x) has the value x² but the derivative x: what a forgotten term looks like.
  @Test func aWrongDerivativeIsRejected() {
    let x = numbers(3, 2, seed: 1)
    let error = gradientError(of: [x]) {
      (x * Tensor((0..<3).map { x.row($0) }, tracksGradient: false)).sum()
    }
    #expect(error > 0.1)
  }

  @Test func ofAnExpressionIsReadableAtEveryTensor() {
    let w = Tensor(3), x = Tensor(2), b = Tensor(1)
    let sum = w * x + b
    let y = sum.squared()
    y.backward()
    #expect(y.value == 49)
    #expect(sum.gradient.value == 14)
    #expect(w.gradient.value == 28)
    #expect(x.gradient.value == 42)
    #expect(b.gradient.value == 14)
  }

  @Test func startsAfreshAtEveryBackwardPass() {
    let x = Tensor(3)
    x.squared().backward()
    x.squared().backward()
    #expect(x.gradient.value == 6)
  }

  @Test func ofAVeryDeepExpressionNeedsNoStack() {
    let x = Tensor(1)
    var y = x
    for _ in 1...200_000 { y = y * 1.0 }
    y.backward()
    #expect(x.gradient.value == 1)
  }

  private func weigh(_ result: Tensor, by weights: Tensor) -> Tensor {
    guard result.rows == weights.rows, result.columns == weights.columns else {
      return result.squared().sum()
    }
    return (result * weights).sum()
  }
}
