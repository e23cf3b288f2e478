import Testing
import TrainingEngine

@Suite struct DropoutTests {
  @Test func dropsTheShareThatItSaysAndScalesTheRest() {
    let layer = Dropout(0.3)
    _ = Network(seed: 1, precision: .double) { layer }
    let output = layer(
      Tensor([[Double]](repeating: [Double](repeating: 7, count: 100), count: 100)), .training)
    #expect((output.zeroFraction - 0.3).magnitude < 0.015)
    #expect(Set(output.values) == [0, 7 / 0.7])
    #expect((output.mean - 7).magnitude < 0.15)
  }

  @Test(arguments: [Mode.batchStatistics, .runningStatistics])
  func passesEverythingOnWhenNothingIsLearned(_ mode: Mode) {
    let layer = Dropout(0.9)
    _ = Network(seed: 1) { layer }
    let x = numbers(3, 4, seed: 1)
    #expect(layer(x, mode).values == x.values)
  }

  @Test func dropsOthersAtEveryStepAndTheSameInEveryRun() {
    func masks(seed: Int) -> [[Double]] {
      let network = Network(seed: seed) {
        Dropout(0.5)
        Dense(from: 40, to: 6)
      }
      return network.training(
        on: .wiggle(count: 8, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 3
      ).map { step in step.layers[0].output.values.map { $0 == 0 ? 0 : 1 } }
    }
    let first = masks(seed: 1)
    #expect(first == masks(seed: 1))
    #expect(first != masks(seed: 2))
    #expect(first[0] != first[1] && first[1] != first[2])
  }

  @Test func dropsOthersInEveryLayer() {
    let one = Dropout(0.5), two = Dropout(0.5), inside = Dropout(0.5)
    _ = Network(seed: 1) {
      one
      two
      Residual { inside }
    }
    let ones = Tensor([[Double](repeating: 1, count: 64)])
    let outputs = [one, two, inside].map { $0(ones, .training).values }
    #expect(outputs[0] != outputs[1] && outputs[1] != outputs[2] && outputs[0] != outputs[2])
  }

  // Var ReLU(N(0, 1)) with half of it dropped and doubled: (E x²/p − m²)/Var = 2.467 times that in use.
  @Test func widensWhatComesOutOfAReLU() {
    let layer = Dropout(0.5)
    _ = Network(seed: 3) { layer }
    let normal = Dataset.gaussian(count: 1000, features: 100, seed: 1)
    let x = Tensor(normal.inputs, precision: .float).relu()
    let shift = layer(x, .training).deviation / layer(x, .runningStatistics).deviation
    expectReference("dropout.varShift.relu.p.5", shift * shift)
  }
}
