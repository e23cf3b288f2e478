import Testing
import TrainingEngine

/// What one forward and one backward pass can tell, against what it is defined to be.
@Suite struct InspectionTests {
  private let data = Dataset.wiggle(count: 24, seed: 1)

  private func network() -> Network {
    Network(seed: 1, precision: .double) {
      Dense(from: 40, to: 8)
      Tanh()
      Dense(from: 8, to: 6)
    }
  }

  @Test func theInputGradientIsTheSlopeOfTheLoss() {
    let network = network()
    let gradient = network.inspect(data, minimizing: .crossEntropy).inputGradient
    for (row, column) in [(0, 0), (3, 17), (23, 39)] {
      func loss(_ change: Double) -> Double {
        var inputs = data.inputs
        inputs[row][column] += change
        return network.evaluate(on: Dataset(inputs: inputs, labels: data.labels, classes: 6)).loss
      }
      let slope = (loss(1e-5) - loss(-1e-5)) / 2e-5
      #expect((gradient[row, column] - slope).magnitude < 1e-9)
    }
  }

  @Test func examplesAddUpToTheGradient() {
    let network = network()
    let step = network.inspect(data, minimizing: .crossEntropy)
    for layer in step.linearLayers {
      var mean = [Double](repeating: 0, count: layer.weights.count)
      for example in 0..<data.count {
        let one = layer.exampleGradient(example).values
        for index in mean.indices { mean[index] += one[index] / Double(data.count) }
      }
      for (sum, whole) in zip(mean, layer.weightGradient.values) {
        #expect((sum - whole).magnitude < 1e-14)
      }
    }
    let first = network.inspect(data.prefix(1), minimizing: .crossEntropy).totalGradientNorm
    #expect((step.exampleGradientNorms[0] / first - 1).magnitude < 1e-12)
  }

  /// E|g_B|² = |g|² + tr(Σ)/B·(n − B)/(n − 1), by all batches of two.
  @Test func theNoiseOfSmallBatchesFollowsFromTheExamples() {
    let few = data.prefix(8)
    let network = network()
    let step = network.inspect(few, minimizing: .crossEntropy)
    let whole = step.totalGradientNorm * step.totalGradientNorm
    let mean = step.exampleGradientNorms.reduce(0) { $0 + $1 * $1 } / 8
    var pairs: [Double] = []
    for i in 0..<8 {
      for j in i + 1..<8 {
        let pair = Dataset(
          inputs: [few[i].input, few[j].input], labels: [few[i].label, few[j].label], classes: 6)
        let norm = network.inspect(pair, minimizing: .crossEntropy).totalGradientNorm
        pairs.append(norm * norm)
      }
    }
    let expected = whole + (mean - whole) / 2 * 6 / 7
    #expect((pairs.reduce(0, +) / Double(pairs.count) / expected - 1).magnitude < 1e-12)
  }

  @Test func aUnitIsSilentIfNoExampleWakesIt() {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 4, weights: .values([1, 0, -1, 1, 0, 1, -1, -1]))
      ReLU()
      Dense(from: 4, to: 2)
    }
    let positive = Dataset(inputs: [[1, 2], [2, 1], [3, 3]], labels: [0, 1, 0])
    let history = network.probe(
      on: positive, minimizing: .crossEntropy, recording: .silentFraction)
    #expect(history[.silentFraction].map(\.value) == [0.25])
    let trained = network.train(
      on: positive.prefix(1), minimizing: .crossEntropy, using: .sgd(rate: 1e-9), steps: 1,
      recording: .silentFraction, .silentFraction(on: positive))
    #expect(trained[.silentFraction].map(\.value) == [0.5])
    #expect(trained[.silentFraction(on: positive)].map(\.value) == [0.25])
  }

  @Test func theJacobianOfALinearNetworkIsItsMatrix() {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 3, to: 2, weights: .values([1, 2, 3, 4, 5, 6]), biases: .constant(7))
    }
    #expect(network.jacobian(at: [1, 1, 1]).values == [1, 3, 5, 2, 4, 6])
  }

  @Test func singularValuesAreThoseOfTheMatrix() {
    let turned = Network(seed: 1, precision: .double) {
      Dense(from: 20, to: 20, bias: false, weights: .orthogonal(gain: 3))
    }
    let zeros = [Double](repeating: 0, count: 20)
    for value in turned.jacobian(at: zeros).singularValues {
      #expect((value - 3).magnitude < 1e-12)
    }
    let golden = Tensor([[1, 1], [1, 0]]).singularValues
    #expect((golden[0] - 1.618_033_988_749_895).magnitude < 1e-14)
    #expect((golden[1] - 0.618_033_988_749_895).magnitude < 1e-14)
    #expect(Tensor([[1, 2, 3], [2, 4, 6]]).singularValues[1] < 1e-14)
    #expect(Tensor([[3, 0, 0]]).singularValues == [3])
  }

  @Test func theLargestEigenvalueIsThatOfTheBowl() {
    let bowl = Loss("bowl") { outputs, _ in outputs.squared().sum() * 0.5 }
    let corners = Dataset(inputs: [[10, 0], [0, 1]], labels: [])
    for precision in [Precision.double, .float] {
      let network = Network(seed: 1, precision: precision) {
        Dense(from: 2, to: 1, bias: false)
      }
      let before = network.parameters[0].value.values
      let largest = network.largestHessianEigenvalue(on: corners, minimizing: bowl)
      #expect((largest - 100).magnitude < (precision == .double ? 1e-6 : 0.05))
      #expect(network.parameters[0].value.values == before)
    }
  }
}
