import Testing
import TrainingEngine

/// Whoever looks at a network in the middle of its training leaves the training as it was.
@Suite struct LookingOnTests {
  private static let data = Dataset.moons(count: 60, seed: 1)

  private static let looks: [(name: String, look: @Sendable (Network) -> Void)] = [
    ("inspect", { _ = $0.inspect(data, minimizing: .squaredError) }),
    ("probe", { _ = $0.probe(on: data, minimizing: .squaredError, recording: .delta) }),
    (
      "largestHessianEigenvalue",
      { _ = $0.largestHessianEigenvalue(on: data, minimizing: .squaredError, iterations: 2) }
    ),
    ("hessian", { _ = $0.hessian(on: data, minimizing: .squaredError) }),
    ("jacobian", { _ = $0.jacobian(at: [1, 2]) }),
    ("evaluate", { _ = $0.evaluate(on: data) }),
    ("layers", { _ = $0([[1, 2]], layers: ..<3) }),
  ]

  private static let optimizers: [Optimizer] = [
    .sgd(rate: 0.1), .sgd(rate: 0.1, momentum: 0.9), .adam(rate: 0.01),
    .sgd(rate: 0.1).clippingGradient(toNorm: 0.01),
    .sgd(rate: 0.1).clippingGradient(toLayerNorm: 0.01).decayingWeights(l1: 0.01),
  ]

  @Test(arguments: looks.indices, optimizers)
  func changesNothing(_ index: Int, _ optimizer: Optimizer) {
    func end(_ look: (Network) -> Void) -> (parameters: [Double], norms: [Double]) {
      let network = Network(seed: 1) {
        Dense(from: 2, to: 8)
        BatchNorm(8)
        Tanh()
        Dropout(0.3)
        Dense(from: 8, to: 2)
      }
      var norms: [Double] = []
      for step in network.training(
        on: Self.data, minimizing: .crossEntropy, using: optimizer, batch: 20, steps: 8)
      {
        look(network)
        norms += [step.layers[0].weightGradient.norm, step.totalGradientNorm]
        look(network)
      }
      return (network.parameterVector, norms)
    }
    let (alone, watched) = (end { _ in }, end(Self.looks[index].look))
    #expect(alone.parameters == watched.parameters, "\(Self.looks[index].name)")
    #expect(alone.norms == watched.norms, "\(Self.looks[index].name)")
  }

  @Test func partsOfANetworkMakeTheWhole() {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 3)
      Tanh()
      Dense(from: 3, to: 2)
    }
    let codes = network([[1, 2], [3, 4]], layers: 0...1)
    #expect(codes[0].count == 3)
    #expect(network(codes, layers: 2...) == network([[1, 2], [3, 4]]))
  }

  /// Says how long the rows are that it makes, and takes rows of any length.
  private final class Twice: Layer {
    let kind = "Twice", role = LayerRole.linear
    let weights = Parameter("weights", rows: 4, columns: 3, initializer: .lecun)
    var parameters: [Parameter] { [weights] }
    var outputColumns: Int? { 3 }
    var description: String { "Twice()" }
    func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
      input.multiplied(by: weights.value)
    }
  }

  @Test func aLayerOfOnesOwnMayMakeRowsOfAnotherLength() {
    let network = Network(seed: 1) {
      Twice()
      Dense(from: 3, to: 2)
    }
    #expect(network([[1, 2, 3, 4]])[0].count == 2)
  }

  @Test func listsHaveAMeanADeviationAndALargestPlace() {
    #expect([1.0, 2, 6].mean == 3 && [1.0, 3, 5].deviation == 2)
    #expect([Double]().mean.isNaN && [Double]().deviation.isNaN && [4.0].deviation == 0)
    #expect([Double.nan, 1, 3, 3].argmax == 2 && [Double.nan].argmax == nil)
  }
}
