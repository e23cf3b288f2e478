import Testing
import TrainingEngine

/// Outcomes of the lessons on dead units.
@Suite struct ReferenceSilenceTests {
  @Test(.reference("train.deadVsLr")) func moreUnitsFallSilentAtHigherRatesAndZerosAreNotDeath() {
    let runs = [0.001, 0.01, 0.03, 0.1, 0.3].map { after($0) { ReLU() } }
    for (slow, fast) in zip(runs, runs.dropFirst()) { #expect(slow.silent < fast.silent) }
    #expect(runs[0].silent < 0.05 && runs[3].silent > 0.4)
    #expect(runs[1].zero > runs[0].zero && runs[1].loss < runs[0].loss)
  }

  @Test(.reference("train.fuse")) func unitsThatCannotDieDoWorseAtARateThatKills() {
    let dead = after(0.3) { ReLU() }
    #expect((dead.loss - guessing).magnitude < 0.05 && dead.zero > 0.5)
    for activation in [{ LeakyReLU(slope: 0.01) }, { LeakyReLU(slope: 0.2) }, { ELU() }]
      as [() -> any Layer]
    {
      let alive = after(0.3, activation)
      #expect(alive.zero < 0.001 && alive.loss > dead.loss)
    }
  }

  @Test(.reference("train.deadLayerFloor")) func aNetworkWithADeadLayerEndsAtTheEntropyOfTheLabels()
  {
    let network = Network(seed: 0) {
      Dense(from: 40, to: 64, weights: .he)
      ReLU()
      Dense(from: 64, to: 64, weights: .he, biases: .constant(-100))
      ReLU()
      Dense(from: 64, to: 64, weights: .he)
      ReLU()
      Dense(from: 64, to: 6)
    }
    let loss = network.lossAfter(.sgd(rate: 0.02, momentum: 0.9), epochs: 12)
    let shares = (0..<6).map { label in
      Double(waves.labels.filter { $0 == label }.count) / 1500
    }
    let entropy = -shares.reduce(0) { $0 + $1 * logarithm($1) }
    #expect((loss - entropy).magnitude < 0.005)
    _ = network.probe(on: waves, minimizing: .crossEntropy, recording: .loss)
    #expect(network.parameters[0].value.gradient.norm == 0)
    #expect(network.parameters[7].value.gradient.norm > 0)
  }

  /// Three layers of 64 under Adam for six epochs, in the mean of three seeds: the share of units
  /// that are never positive, the share of zeros, the loss.
  private func after(
    _ rate: Double, _ activation: @escaping () -> any Layer
  ) -> (silent: Double, zero: Double, loss: Double) {
    let silent = Probe("silent") { step in
      step.activationLayers.map { layer in
        (layer.name, layer.output.fractionOfUnits { unit in unit.allSatisfy { $0 <= 0 } })
      }
    }
    let runs = (0..<3).map { seed in
      let network = ReferenceNetwork(depth: 3, activation: activation).made(seed: seed)
      let loss = network.lossAfter(.adam(rate: rate), epochs: 6)
      let history = network.probe(
        on: waves, minimizing: .crossEntropy, recording: silent, .zeroFraction)
      return (
        mean(history[silent].map(\.value)), mean(history[.zeroFraction].map(\.value)), loss
      )
    }
    return (mean(runs.map(\.0)), mean(runs.map(\.1)), mean(runs.map(\.2)))
  }
}
