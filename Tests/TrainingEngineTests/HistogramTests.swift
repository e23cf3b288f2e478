import Testing
import TrainingEngine

@Suite struct HistogramTests {
  @Test func countsOverTheRangeGivenOrTheOneThereIs() {
    let x = Tensor([[0, 0.1, 0.6, 1], [2, -1, .nan, .infinity]])
    let given = x.histogram(bins: 2, over: 0...1)
    #expect(given.counts == [2, 2])
    #expect(given.outside == 4)
    #expect(given.edges == [0, 0.5, 1])

    let own = Tensor([[1, 2, 3, 5]]).histogram(bins: 4)
    #expect(own.counts == [1, 1, 1, 1])
    #expect(own.range == 1...5)
    #expect(Tensor([[3, 3]]).histogram(bins: 2).counts == [0, 2])
    #expect(Tensor([[.nan]]).histogram(bins: 2).outside == 1)
  }

  @Test func areRecordedOverTime() {
    let probe = Probe.activationHistogram(bins: 10, over: -1...1)
    let network = Network(seed: 1) {
      Dense(from: 2, to: 8)
      Tanh()
      Dense(from: 8, to: 4)
      Tanh()
      Dense(from: 4, to: 2)
    }
    let history = network.train(
      on: .spirals(count: 30, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1),
      steps: 5, recording: probe, every: 2)
    let samples = history[histograms: probe]
    #expect(samples.map(\.step) == [0, 0, 2, 2, 4, 4])
    #expect(samples.map(\.layer) == [1, 2, 1, 2, 1, 2])
    #expect(samples.map(\.name).prefix(2) == ["Tanh 1", "Tanh 2"])
    #expect(
      samples.map { $0.histogram.counts.reduce(0, +) } == [240, 120, 240, 120, 240, 120])
    #expect(history[probe].isEmpty)
    #expect(history[histograms: .loss].isEmpty)
  }

  @Test func whatAStepTakesOffIsKnownBeforeItDoes() {
    let network = Network(seed: 1, precision: .double) { Dense(from: 2, to: 2) }
    for optimizer in [
      Optimizer.adam(rate: 0.1), .adamW(rate: 0.1, decay: 0.1), .sgd(rate: 0.1, momentum: 0.9),
      .sgd(rate: 0.1).clippingGradient(toValue: 0.01), .sgd(rate: 0.1).decayingWeights(l1: 0.1),
      .adam(rate: 0.1).following(.warmUp(steps: 3)),
    ] {
      var expected: [Double] = []
      for step in network.training(
        on: .spirals(count: 9, seed: 1), minimizing: .crossEntropy, using: optimizer, steps: 4)
      {
        let weights = step.layers[0].weights.values
        for (a, b) in zip(weights, expected) { #expect((a - b).magnitude < 1e-14) }
        expected = zip(weights, step.layers[0].weightChange?.values ?? []).map { $0 - $1 }
      }
      #expect(expected.count == 4)
    }
  }
}
