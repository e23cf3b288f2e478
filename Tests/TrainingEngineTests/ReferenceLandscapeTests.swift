import Testing
import TrainingEngine

/// What batch norm does to the loss around a point: outcomes of lesson 10 (Santurkar et al. 2018).
@Suite struct ReferenceLandscapeTests {
  // How far a middle layer's gradient moves when the layers before it take their
  // own step. Batch norm does not reduce this shift where plain training is stable.
  @Test(.reference("train.icsCrossing")) func batchNormRaisesTheShiftAtSmallRates() {
    for rate in [0.003, 0.01, 0.03] { #expect(shift(rate, true) > shift(rate, false)) }
    #expect(shift(0.3, true) < shift(0.3, false))
  }

  @Test(.reference("train.landscape")) func batchNormSmoothsTheLossAlongTheGradient() {
    #expect(2 * roughness(normalized: true) < roughness(normalized: false))
  }

  private func shift(_ rate: Double, _ normalized: Bool) -> Double {
    mean(
      (0..<2).flatMap { seed in
        walk(seed: seed, normalized: normalized, rate: rate) { place, gradient in
          let middle = place.network.parameters.firstIndex { $0.fullName == "Dense 4 weights" } ?? 0
          place.move(by: -rate, along: gradient, before: middle)
          return distance([place.gradient()[middle]], [gradient[middle]])
        }
      })
  }

  /// The largest |g(x) − g(x − e·g)|/(e·|g|) over step lengths e: the median along a run.
  private func roughness(normalized: Bool) -> Double {
    let values = walk(seed: 0, normalized: normalized, rate: 0.1) { place, gradient in
      let start = place.values
      let length = distance(gradient, gradient.map { $0.map { _ in 0 } })
      return [0.05, 0.1, 0.2, 0.4].map { e in
        place.values = start
        place.move(by: -e, along: gradient)
        return distance(place.gradient(), gradient) / (e * length)
      }.max() ?? 0
    }
    return values.sorted()[values.count / 2]
  }

  /// Twenty steps of descent, with a measurement at each from which the run then goes on unchanged.
  private func walk(
    seed: Int, normalized: Bool, rate: Double, _ measure: (Place, [[Double]]) -> Double
  ) -> [Double] {
    let network = ReferenceNetwork(depth: 6, normalized: normalized).made(seed: seed)
    return (0..<20).map { step in
      let place = Place(network: network, batch: waves.shuffled(seed: step).prefix(256))
      let gradient = place.gradient()
      let start = place.values
      let measured = measure(place, gradient)
      place.values = start
      place.move(by: -rate, along: gradient)
      return measured
    }
  }

  private func distance(_ a: [[Double]], _ b: [[Double]]) -> Double {
    zip(a.joined(), b.joined()).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}

/// A network at a point of its landscape, seen through one batch.
private struct Place {
  let network: Network
  let batch: Dataset

  /// All parameters.
  var values: [[Double]] {
    get { network.parameters.map { $0.value.values } }
    nonmutating set {
      for (parameter, values) in zip(network.parameters, newValue) {
        for (index, value) in values.enumerated() {
          parameter.value[index / parameter.columns, index % parameter.columns] = value
        }
      }
    }
  }

  /// The derivative of the loss with respect to each parameter.
  func gradient() -> [[Double]] {
    _ = network.probe(on: batch, minimizing: .crossEntropy, recording: .loss)
    return network.parameters.map { $0.value.gradient.values }
  }

  /// Adds a multiple of `direction` to the first `count` parameters, or all.
  func move(by factor: Double, along direction: [[Double]], before count: Int = .max) {
    values = zip(values, direction).enumerated().map { index, pair in
      index < count ? zip(pair.0, pair.1).map { $0 + factor * $1 } : pair.0
    }
  }
}
