import Testing
import TrainingEngine
import TrainingKernels

@Suite(.serialized) struct TrainingTests {
  private let waves = Dataset.wiggle(count: 256, seed: 1)

  private func network(seed: Int = 1, depth: Int = 3, _ weights: Initializer = .he) -> Network {
    Network(seed: seed) {
      Dense(from: 40, to: 32, weights: weights)
      ReLU()
      for _ in 1..<depth {
        Dense(from: 32, to: 32, weights: weights)
        ReLU()
      }
      Dense(from: 32, to: 6)
    }
  }

  private func bits(of network: Network) -> [UInt64] {
    network.parameters.flatMap { $0.value.values.map(\.bitPattern) }
  }

  @Test func learnsToTellWavesApart() {
    let network = network()
    network.train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.05, momentum: 0.9), batch: 32,
      epochs: 30)
    let evaluation = network.evaluate(on: waves)
    #expect(evaluation.loss < 0.1)
    #expect(evaluation.accuracy > 0.97)
  }

  @Test func theSameSeedIsTheSameRunToTheBit() {
    let runs = (0..<2).map { _ in
      let network = network()
      network.train(
        on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 32, steps: 40)
      return bits(of: network)
    }
    #expect(runs[0] == runs[1])
  }

  @Test func everyPathOfTheKernelsTrainsToTheSameBits() {
    let paths: [TKPath] = [.plain, .avx2, .avx512, .neon].filter { tk_path_is_available($0) }
    let fastest = tk_path()
    defer { tk_use_path(fastest) }
    let runs = paths.map { path in
      tk_use_path(path)
      let network = Network(seed: 1) {
        Dense(from: 40, to: 24, weights: .he)
        BatchNorm(24)
        ReLU()
        Dense(from: 24, to: 17)
        Tanh()
        Dense(from: 17, to: 9)
        Sigmoid()
        Dense(from: 9, to: 6)
      }
      network.train(
        on: waves, minimizing: .crossEntropy,
        using: .sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 0.5), batch: 30, steps: 25)
      return bits(of: network)
    }
    for run in runs { #expect(run == runs[0]) }
    #expect(paths.count > 1)
  }

  @Test func recordingChangesNothing() {
    let (silent, observed) = (network(), network())
    silent.train(on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 10)
    observed.train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 10,
      recording: .accuracy, .delta, .gradientNorm, .totalGradientNorm, .activationMean,
      .activationDeviation, .zeroFraction, .saturatedFraction(), .updateRatio, .weightNorm)
    #expect(bits(of: silent) == bits(of: observed))
  }

  @Test func trainIsTheLoopThatItsCommentPrints() {
    let (sugar, loop) = (network(), network())
    let history = sugar.train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 64, steps: 20)
    var losses: [Double] = []
    for step in loop.training(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 64, steps: 20)
    {
      losses.append(step.loss)
    }
    #expect(history[.loss].map(\.value) == losses)
    #expect(bits(of: sugar) == bits(of: loop))
  }

  @Test func afterABreakTheNetworkIsTheOneWhoseLossWasSeen() {
    let network = network()
    var seen = 0.0
    for step in network.training(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 100)
    {
      seen = step.loss
      if step.index == 5 { break }
    }
    #expect(network.evaluate(on: waves).loss == seen)
  }

  @Test func samplesAreTidy() {
    let history = network().train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 7, recording: .delta,
      every: 3)
    #expect(history[.delta].map(\.step) == [0, 0, 0, 0, 3, 3, 3, 3, 6, 6, 6, 6])
    #expect(history[.delta].map(\.layer) == [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4])
    #expect(history[.delta].prefix(2).map(\.name) == ["Dense 1", "Dense 2"])
    #expect(history[.loss].map(\.step) == [0, 3, 6])
    #expect(history.stepCount == 7)
  }

  @Test func aProbeOfOnesOwnMeasuresWhatItSays() {
    let twice = Probe("twice") { 2 * $0.loss }
    let units = Probe("silent") { step in
      step.layers.filter { $0.layer is ReLU }
        .map { ($0.name, $0.output.fractionOfUnits { unit in unit.allSatisfy { $0 == 0 } }) }
    }
    let history = network().train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 3,
      recording: twice, units)
    #expect(history[twice].map(\.value) == history[.loss].map { 2 * $0.value })
    #expect(history[units].map(\.name).prefix(3) == ["ReLU 1", "ReLU 2", "ReLU 3"])
  }

  @Test func anEpochTakesEveryExampleOnceInAnOrderOfItsOwn() {
    let numbered = Dataset(inputs: (0..<10).map { [Double($0)] }, labels: [])
    let sum = Loss("sum") { outputs, _ in outputs.sum() }
    let network = Network(seed: 3, precision: .double) { Dense(from: 1, to: 1) }
    var epochs: [[Double]] = [[], []]
    for step in network.training(
      on: numbered, minimizing: sum, using: .sgd(rate: 1e-300), batch: 1, epochs: 2)
    {
      epochs[step.epoch].append(step.loss / network.parameters[0].value.value)
    }
    let rounded = epochs.map { $0.map { Int(($0 + 0.5).rounded(.down)) } }
    #expect(rounded.map { $0.sorted() } == [Array(0..<10), Array(0..<10)])
    #expect(rounded[0] != rounded[1])
  }

  @Test func stepsAndEpochsCountFullBatches() {
    let history = network().train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 100, epochs: 3)
    #expect(history.stepCount == 6)
  }

  @Test func stopsAtTheFirstNumberThatIsNotFiniteAndNamesItsTensor() {
    let network = network(depth: 20, .normal(variance: 40))
    let history = network.train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 50)
    let step = history.divergedAt ?? -1
    #expect(step >= 0 && step < 49)
    #expect(history.stepCount == step + 1)
    #expect(history.firstNonFinite?.step == step)
    #expect(history.firstNonFinite?.tensor.contains("Dense") == true)
    #expect(network.parameters.contains { $0.value.isFinite })
  }

  @Test func goesOnAfterwardsWhenAsked() {
    let history = network(depth: 20, .normal(variance: 40)).train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 50,
      stoppingWhenNotFinite: false)
    #expect(history.stepCount == 50)
    #expect(history.lastLoss.isNaN)
    #expect(history.divergedAt != nil)
  }

  @Test func labelsThatAreNotThereGiveNoAccuracy() {
    let inputs = Dataset.gaussian(count: 4, features: 40, seed: 1)
    let evaluation = network().evaluate(on: inputs, minimizing: .linearProbe(seed: 1))
    #expect(evaluation.accuracy.isNaN)
    #expect(evaluation.loss.isFinite)
  }

  @Test func anExpressionOfAStepLeavesTheGradientsOfThePassAlone() {
    for step in network().training(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 2)
    {
      let before = step.layers.map { $0.outputGradient.values }
      step.layers[1].output.squared().sum().backward()
      #expect(step.layers.map { $0.outputGradient.values } == before)
    }
  }

  @Test func namesAnInputBeyondTheRangeOfFloat() {
    let data = Dataset(inputs: [[1, 1e300], [2, 3]], labels: [0, 1])
    let network = Network(seed: 1) {
      Dense(from: 2, to: 2)
      Tanh()
      Dense(from: 2, to: 2)
    }
    let history = network.probe(on: data, minimizing: .crossEntropy, recording: .delta)
    #expect(history.firstNonFinite == NonFinite(tensor: "input", step: 0))
  }

  // The loss is finite, but the derivative of √x at 0 is not.
  @Test func skipsAStepWhoseGradientCannotBeClippedAndSaysSo() {
    let root = Loss("root") { outputs, _ in (outputs * 0.0).squareRoot().sum() }
    let data = Dataset(inputs: [[1], [2]], labels: [])
    let network = Network(seed: 1) { Dense(from: 1, to: 1) }
    let before = bits(of: network)
    let history = network.train(
      on: data, minimizing: root, using: .sgd(rate: 0.1).clippingGradient(toNorm: 1), steps: 2)
    #expect(history.skippedSteps == [0, 1])
    #expect(history.firstNonFinite == NonFinite(tensor: "Dense 1 output gradient", step: 0))
    #expect(history.divergedAt == nil)
    #expect(bits(of: network) == before)
  }

  @Test func aGradientThatIsNotFiniteStopsARunWithoutClipping() {
    let root = Loss("root") { outputs, _ in (outputs * 0.0).squareRoot().sum() }
    let history = Network(seed: 1) { Dense(from: 1, to: 1) }.train(
      on: Dataset(inputs: [[1], [2]], labels: []), minimizing: root, using: .sgd(rate: 0.1),
      steps: 5)
    #expect(history.divergedAt == 0)
    #expect(history.stepCount == 1)
  }

  @Test func probingChangesNoWeightAndNoStatistic() {
    let layer = BatchNorm(6)
    let network = Network(seed: 1) {
      Dense(from: 40, to: 6)
      layer
    }
    let before = bits(of: network)
    _ = network.probe(on: waves, minimizing: .crossEntropy, recording: .delta)
    #expect(bits(of: network) == before)
    #expect(layer.runningMean == [Double](repeating: 0, count: 6))
  }

  @Test func batchNormUsesWhatItGatheredWhenTheNetworkIsEvaluated() {
    let network = Network(seed: 1) {
      Dense(from: 40, to: 32, bias: false)
      BatchNorm(32)
      ReLU()
      Dense(from: 32, to: 6)
    }
    let early = network.evaluate(on: waves).loss
    network.train(
      on: waves, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 64, epochs: 60)
    let running = network.evaluate(on: waves).loss
    let batch = network.evaluate(on: waves, using: .batchStatistics).loss
    #expect(early != network.evaluate(on: waves, using: .batchStatistics).loss)
    #expect((running - batch).magnitude < 0.1)
    #expect(running < 0.5)
  }
}
