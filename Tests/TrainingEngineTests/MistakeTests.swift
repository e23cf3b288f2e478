import Testing
import TrainingEngine

/// What a user of the engine reads when a network cannot be.
@Suite struct MistakeTests {
  @Test(arguments: mistakes)
  func isASentence(_ found: Mistake?, _ sentence: String) {
    #expect(found?.sentence == sentence)
  }

  @Test func isReportedAtTheLineOfWhoMadeIt() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Network(seed: 1) {
        Dense(from: 2, to: 8)
        Dense(from: 16, to: 2)
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("MistakeTests.swift:"))
    #expect(text.contains(": Fatal error: Dense(from: 16, to: 2) expects rows of 16 numbers"))
  }

  @Test func nothingIsSaidOfWhatIsRight() {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 16)
      BatchNorm(16)
      Dense(from: 16, to: 2)
    }
    let data = Dataset.spirals(count: 10, seed: 1)
    #expect(network.mistake(fitting: data, examples: 10, to: .crossEntropy, mode: .training) == nil)
    #expect(Optimizer.sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 1).mistake == nil)
  }

  private static let mistakes: [(Mistake?, String)] = [
    (
      Network.mistake(in: [Dense(from: 2, to: 8), Sigmoid(), Dense(from: 16, to: 2)]),
      "Dense(from: 16, to: 2) expects rows of 16 numbers, but gets rows of 8 from Dense(from: 2, to: 8)."
    ),
    (
      Network.mistake(in: [Dense(from: 2, to: 8), BatchNorm(16)]),
      "BatchNorm(16) expects rows of 16 numbers, but gets rows of 8 from Dense(from: 2, to: 8)."
    ),
    (
      twice(),
      "Dense(from: 2, to: 2) already belongs to a network; write Dense(from: 2, to: 2) again to make a new layer."
    ),
    (
      .emptyNetwork,
      "A network needs at least one layer: Network(seed: 1) { Dense(from: 2, to: 2) }."
    ),
    (
      .denseSize(from: 0, to: 2),
      "Dense(from: 0, to: 2) cannot be: a layer needs at least one input and one output."
    ),
    (
      Residual.mistake(in: [Dense(from: 3, to: 4), ReLU()]),
      "Residual adds its branch to its input, but the branch gets rows of 3 numbers and Dense(from: 3, to: 4) makes rows of 4; write to: 3 there."
    ),
    (
      Residual.mistake(in: []),
      "Residual needs at least one layer between its braces: Residual { Dense(from: 64, to: 64) }."
    ),
    (
      twiceInside(),
      "ReLU() already belongs to a network; write ReLU() again to make a new layer."
    ),
    (
      Network.mistake(in: [Dense(from: 2, to: 8), Residual { Dense(from: 4, to: 4) }]),
      "Residual { Dense(from: 4, to: 4) } expects rows of 4 numbers, but gets rows of 8 from Dense(from: 2, to: 8)."
    ),
    (
      .recurrentSize(from: 1, to: 0, steps: 5),
      "Recurrent(from: 1, to: 0, steps: 5) cannot be: a layer needs at least one input, one output and one step."
    ),
    (
      .layerNormSize(1),
      "LayerNorm(1) cannot be: a single number minus its mean is always 0, so there must be at least two."
    ),
    (
      .dropoutRate(1),
      "Dropout(1) cannot be: the rate is the share that is dropped, at least 0 and less than 1."
    ),
    (
      .activationShape(
        "Activation(\"mean\") { … }", Shape(rows: 4, columns: 3), Shape(rows: 1, columns: 1)),
      "Activation(\"mean\") { … } must give a tensor of the shape that it gets: it got 4×3 and gave 1×1."
    ),
    (.batchNormSize(0), "BatchNorm(0) cannot be: there must be at least one feature."),
    (
      .layerWithoutNetwork("weights"),
      "A layer has no weights before it is put into a network: Network(seed: 1) { … }. A layer of your own lists those inside it: var layers: [any Layer] { [gate] }."
    ),
    (
      .valueCount(5, rows: 2, columns: 3),
      ".values gives 5 numbers, but the parameter is 2×3, 6 numbers."
    ),
  ]

  private static func twiceInside() -> Mistake? {
    let layer = ReLU()
    return Network.mistake(in: [layer, Residual { layer }])
  }

  private static func twice() -> Mistake? {
    let layer = Dense(from: 2, to: 2)
    return Network.mistake(in: [layer, layer])
  }
}
