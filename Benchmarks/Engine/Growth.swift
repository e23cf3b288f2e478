import TrainingEngine

/// How the time of a step grows with the number of layers, beside the memory that a step goes over:
/// it is in proportion as long as that memory stays in one level of the processor's caches.
func measureDepth(_ timing: Timing) -> [BenchmarkLine] {
  [8, 32].flatMap { width in
    [10, 30, 100, 300, 1000].map { depth in
      let network = Network(seed: 1) {
        for _ in 1...depth {
          Dense(from: width, to: width)
          Tanh()
        }
      }
      let rate = stepsPerSecond(of: network, batch: width, features: width, timing)
      // Outputs of both layers, parameters, and the gradients of all of them.
      let numbers = 2 * (2 * width * width + width * width + width)
      return BenchmarkLine(
        name: "\(depth) layers of \(width)",
        values: [
          ("stepsPerSecond", rate), ("microsecondsPerLayer", 1e6 / rate / Double(depth)),
          ("megabytes", Double(4 * numbers * depth) / 1e6),
        ])
    }
  }
}

/// The same for the number of steps of time that a recurrent layer reads.
func measureLength(_ timing: Timing) -> [BenchmarkLine] {
  [10, 30, 100, 300, 1000].map { length in
    let network = Network(seed: 1) { Recurrent(from: 1, to: 32, steps: length) }
    let rate = stepsPerSecond(of: network, batch: 8, features: length, timing)
    return BenchmarkLine(
      name: "\(length) steps of time",
      values: [
        ("stepsPerSecond", rate), ("microsecondsPerStepOfTime", 1e6 / rate / Double(length)),
      ])
  }
}

private func stepsPerSecond(
  of network: Network, batch: Int, features: Int, _ timing: Timing
) -> Double {
  let steps = network.training(
    on: .gaussian(count: batch, features: features, seed: 1), minimizing: .linearProbe(seed: 1),
    using: .sgd(rate: 1e-9), steps: .max
  ).makeIterator()
  return timing.rate { _ = steps.next() }
}
