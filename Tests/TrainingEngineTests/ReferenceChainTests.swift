import Testing
import TrainingEngine

/// Products of many factors, and derivatives small and large: reference values of the lessons on
/// the gradient, on powers and on the sigmoid.
@Suite struct ReferenceChainTests {
  @Test func theSlopeOfASigmoidIsAtMostAQuarter() {
    let x = Tensor([(0...1600).map { Double($0 - 800) / 100 }])
    x.sigmoid().sum().backward()
    expectReference("sigmoid.maxSlope", x.gradient.maximum)
    #expect(x.gradient[0, 800] == x.gradient.maximum)
  }

  // In multiply-adds: a product forward, one for the weights, and one for the inputs where those
  // have a gradient, which the data has not.
  @Test func aGradientCostsLessThanTwoFurtherPasses() {
    let network = Network(seed: 1) {
      for (inputs, outputs) in [(40, 64), (64, 64), (64, 64)] {
        Dense(from: inputs, to: outputs)
        ReLU()
      }
      Dense(from: 64, to: 6)
    }
    let data = Dataset.wiggle(count: 8, seed: 1)
    var forward = 0.0, backward = 0.0
    for step in network.training(
      on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 1)
    {
      for (index, layer) in step.layers.enumerated() where layer.layer is Dense {
        forward += Double(layer.weights.count)
        backward += layer.weightGradient.norm > 0 ? Double(layer.weights.count) : 0
        let hasInputGradient = index > 0 && step.layers[index - 1].outputGradient.norm > 0
        backward += hasInputGradient ? Double(layer.weights.count) : 0
      }
    }
    #expect(forward == 11_136)
    expectReference("backprop.flopRatio", (forward + backward) / forward)
  }

  @Test func inFloatTheBestDifferenceIsGoodToFourDigits() {
    func value(_ x: Double, _ precision: Precision) -> Tensor {
      Tensor(x, precision: precision).squared().tanh()
    }
    let x = Tensor(0.7)
    x.squared().tanh().backward()
    let exact = x.gradient.value
    let h = 1e-3
    let difference = (value(0.7 + h, .float).value - value(0.7 - h, .float).value) / (2 * h)
    expectReference("gradcheck.float32.bestError", (difference / exact - 1).magnitude)
  }

  @Test(arguments: [1, 4, 8, 16])
  func aChainOfEqualWeightsStartsLaterTheLongerItIs(_ length: Int) {
    // (1 − wᴸ)² has twice the slope of the (1 − wᴸ)²/2 that the reference takes.
    var steps = -1
    for step in chain(length, start: 0.5).training(
      on: Dataset(inputs: [[1]], targets: [[1]]), minimizing: .squaredError,
      using: .sgd(rate: 0.005), steps: 200_000)
    where step.loss <= 0.01 {
      steps = step.index
      break
    }
    expectReference("chain.steps.L\(length)", Double(steps))
  }

  @Test func aChainOfSixteenExplodesAtOneAndAHalf() {
    let network = chain(16, start: 1.5)
    _ = network.probe(
      on: Dataset(inputs: [[1]], targets: [[1]]), minimizing: .squaredError, recording: .loss)
    for parameter in network.parameters {
      expectReference("chain.grad.w1.5.L16", parameter.value.gradient.value / 2)
    }
  }

  @Test func randomMatricesMultiplyByAFixedFactorAStep() {
    let rates = (0..<20).map { seed in
      let stream = RandomStream(seed: seed, name: "matrices")
      func matrix(_ index: Int) -> Tensor {
        Tensor((0..<4).map { r in (0..<4).map { stream.normal(16 * index + 4 * r + $0) } })
      }
      let first = matrix(0)
      let last = (1...100).reduce(first) { matrix($1).multiplied(by: $0) }
      return (logarithm(last.norm) - logarithm(first.norm)) / 100
    }
    expectReference("lyapunov.d2l", mean(rates))
  }

  // Nielsen, Neural Networks and Deep Learning, chapter 5: how wide the inputs are for which a
  // sigmoid unit of weight w does not vanish.
  @Test func theWindowWithoutVanishingIsNarrow() {
    func window(_ w: Tensor) -> Tensor {
      let root = (1 - 4 / w).squareRoot()
      return 2 / w * (w * (1 + root) / 2 - 1).log()
    }
    var low = 4.1, high = 20.0
    for _ in 1...60 {
      let w = Tensor((low + high) / 2)
      window(w).backward()
      if w.gradient.value > 0 { low = w.value } else { high = w.value }
    }
    expectReference("nielsen.w", low)
    expectReference("nielsen.window", window(Tensor(low)).value)
  }

  private func chain(_ length: Int, start: Double) -> Network {
    Network(seed: 1, precision: .double) {
      for _ in 1...length { Dense(from: 1, to: 1, bias: false, weights: .constant(start)) }
    }
  }
}

private func / (number: Double, x: Tensor) -> Tensor { Tensor(number) / x }
