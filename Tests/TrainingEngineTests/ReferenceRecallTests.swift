import Testing
import TrainingEngine

/// Outcomes of the lessons on sequences: recalling the first sign after T noisy steps.
@Suite struct ReferenceRecallTests {
  @Test(.reference("train.recall")) func aSmallGainForgetsAndAnOrthogonalMatrixRemembers() {
    let small = Initializer.normal(variance: 0.25)
    let optimizer = Optimizer.sgd(rate: 0.1).clippingGradient(toNorm: 1)
    func accuracy(_ weights: Initializer, _ length: Int) -> Double {
      median((0..<3).map { run(.tanh, weights, length, optimizer, steps: 400, seed: $0).accuracy })
    }
    #expect(accuracy(small, 10) > 0.95)
    #expect(accuracy(small, 20) < 0.6 && accuracy(small, 40) < 0.6)
    #expect(accuracy(.orthogonal(), 40) > 0.95)
  }

  @Test(.reference("train.clipRescue")) func withoutClippingLongerSequencesOverflowMoreOften() {
    let lengths = [10, 20, 40, 80]
    func runs(_ length: Int, _ optimizer: Optimizer) -> [(accuracy: Double, isFinite: Bool)] {
      (0..<4).map {
        run(.none, .orthogonal(gain: 1.1), length, optimizer, steps: 300, seed: $0)
      }
    }
    let plain = Optimizer.sgd(rate: 0.05)
    let failures = lengths.map { runs($0, plain).filter { !$0.isFinite }.count }
    #expect(failures == failures.sorted() && failures[0] == 0 && failures[3] == 4)
    for length in lengths {
      for run in runs(length, plain.clippingGradient(toNorm: 1)) {
        #expect(run.isFinite && run.accuracy > 0.95)
      }
    }
  }

  @Test(.reference("train.explodeWithoutNaN")) func aBoundedStateExplodesWithoutOverflowing() {
    let large = Initializer.normal(variance: 6.25)
    let plain = Optimizer.sgd(rate: 0.5)
    let wild = (0..<3).map { run(.tanh, large, 40, plain, steps: 300, seed: $0) }
    #expect(wild.allSatisfy { $0.isFinite } && median(wild.map(\.accuracy)) < 0.65)
    let clipped = (0..<3).map {
      run(.tanh, large, 40, plain.clippingGradient(toNorm: 1), steps: 300, seed: $0).accuracy
    }
    #expect(median(clipped) > 0.95)
  }

  /// Trains on sequences never seen before; the accuracy is that of the last 50 batches.
  private func run(
    _ activation: Recurrent.Activation, _ weights: Initializer, _ length: Int,
    _ optimizer: Optimizer, steps: Int, seed: Int
  ) -> (accuracy: Double, isFinite: Bool) {
    let network = Network(seed: seed) {
      Recurrent(
        from: 1, to: 32, steps: length, activation: activation,
        weights: .normal(variance: 1, over: .one), recurrentWeights: weights)
      Dense(from: 32, to: 2)
    }
    let history = network.train(
      on: .recall(count: 32 * steps, length: length, seed: seed), minimizing: .crossEntropy,
      using: optimizer, batch: 32, steps: steps, recording: .accuracy)
    let last = history[.accuracy].suffix(50).map(\.value)
    return (mean(Array(last)), history.divergedAt == nil)
  }
}
