import TrainingEngine

/// The networks and runs of the course's outcomes: six waves to tell apart, hidden layers of 64.
struct ReferenceNetwork {
  var depth: Int
  var weights = Initializer.he
  var normalized = false
  var precision = Precision.float
  var activation: () -> any Layer = { ReLU() }

  func made(seed: Int) -> Network {
    Network(seed: seed, precision: precision) {
      for layer in 1...depth {
        Dense(from: layer == 1 ? 40 : 64, to: 64, weights: weights)
        if normalized { BatchNorm(64) }
        activation()
      }
      Dense(from: 64, to: 6)
    }
  }

  /// The median over some seeds of the loss after training; NaN counts as infinite.
  func loss(_ optimizer: Optimizer, epochs: Int, batch: Int = 64, seeds: Int = 3) -> Double {
    median(
      (0..<seeds).map { seed in
        let loss = made(seed: seed).lossAfter(optimizer, epochs: epochs, batch: batch)
        return loss.isNaN ? .infinity : loss
      })
  }
}

let waves = Dataset.wiggle(count: 1500, seed: 1)

/// ln 6: the loss of guessing.
let guessing = logarithm(6)

extension Network {
  /// The loss on all waves after some epochs, with the statistics of the data; NaN if the run came
  /// to nothing.
  func lossAfter(_ optimizer: Optimizer, epochs: Int, batch: Int = 64) -> Double {
    let history = train(
      on: waves, minimizing: .crossEntropy, using: optimizer, batch: batch, epochs: epochs)
    if history.divergedAt != nil { return .nan }
    return evaluate(on: waves, using: .batchStatistics).loss
  }
}
