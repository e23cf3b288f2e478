import Testing
import TrainingEngine

@Suite struct SavedWeightsTests {
  private func network(
    seed: Int = 1, units: Int = 3, precision: Precision = .float, isNormalized: Bool = true
  ) -> Network {
    Network(seed: seed, precision: precision) {
      Dense(from: 2, to: units)
      if isNormalized { BatchNorm(units) }
      Tanh()
      Dense(from: units, to: 2)
    }
  }

  private let data = Dataset.spirals(count: 50, seed: 1)

  @Test(arguments: [Precision.float, .double])
  func areTheSameWhenLoaded(_ precision: Precision) throws {
    let trained = network(precision: precision), other = network(seed: 2, precision: precision)
    trained.train(on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 20)
    #expect(trained(data.inputs) != other(data.inputs))
    try other.loadWeights(trained.savedWeights())
    #expect(trained(data.inputs) == other(data.inputs))
    #expect(trained.savedWeights() == other.savedWeights())
  }

  @Test func anyDamagedByteIsRefusedAndNothingChanges() {
    let trained = network(), other = network(seed: 2)
    let bytes = trained.savedWeights(), before = other.savedWeights()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x40
      #expect(throws: WeightsError.self) { try other.loadWeights(damaged) }
      #expect(throws: WeightsError.self) { try other.loadWeights(Array(bytes.prefix(index))) }
    }
    #expect(other.savedWeights() == before)
  }

  @Test func whatDoesNotFitIsNamed() {
    let bytes = network().savedWeights()
    var damaged = bytes
    // Behind the header of 16 bytes, and 4 + 15 + 8 of the first tensor, lie its numbers.
    damaged[16 + 27] ^= 1
    let cases: [(Network, [UInt8], String)] = [
      (network(), [1, 2, 3], "These bytes are no saved weights: they do not begin with GRADUSW1."),
      (network(), damaged, "Dense 1 weights is damaged: its checksum does not fit."),
      (network(), Array(bytes.prefix(60)), "The weights end in the middle of Dense 1 weights."),
      (
        network(), bytes + [0],
        "The weights go on after BatchNorm 1 running variance, the last of this network."
      ),
      (network(units: 4), bytes, "Dense 1 weights is 2×3 in the weights, but 2×4 in this network."),
      (
        network(isNormalized: false), bytes,
        "The weights have BatchNorm 1 scale where this network has Dense 2 weights."
      ),
      (
        network(precision: .double), bytes,
        "The weights have 32 bits a number, this network has 64: make it with precision: .float."
      ),
    ]
    for (network, bytes, sentence) in cases {
      #expect {
        try network.loadWeights(bytes)
      } throws: { error in
        (error as? WeightsError)?.description == sentence
      }
    }
  }
}
