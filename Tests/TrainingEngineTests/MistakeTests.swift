import Testing
import TrainingEngine

/// What a user of the engine reads when something cannot be.
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
      fit(Dataset.spirals(count: 1, seed: 1), examples: 1),
      "BatchNorm(8) needs at least 2 examples to train on: the variance of a single example is undefined."
    ),
    (
      fit(.wiggle(count: 4, seed: 1), examples: 4),
      "Dense(from: 2, to: 8) expects rows of 2 numbers, but the data has rows of 40; write from: 40 in the first layer, or choose other data."
    ),
    (
      fit(Dataset(inputs: [[1, 2], [3, 4]], labels: [0, 5]), examples: 2),
      "Dense(from: 8, to: 2) ends the network with 2 outputs, but the data has 6 classes; write to: 6 in the last layer."
    ),
    (
      fit(.gaussian(count: 2, features: 2, seed: 1), examples: 2),
      ".crossEntropy compares outputs with labels, but the data has none; try .linearProbe(seed: 1)."
    ),
    (
      Optimizer.sgd(rate: -0.1).mistake,
      "The rate must be positive, but is -0.1: a step goes against the gradient by itself."
    ),
    (
      Optimizer.sgd(rate: 0.1, momentum: 1).mistake,
      "Momentum must be at least 0 and less than 1, but is 1."
    ),
    (
      Optimizer.sgd(rate: 0.1).clippingGradient(toNorm: 0).mistake,
      "clippingGradient(toNorm:) needs a positive length, not 0."
    ),
    (
      Optimizer.sgd(rate: 0.1).decayingWeights(l2: -1).mistake,
      "decayingWeights(l2:) needs a factor that is not negative, not -1."
    ),
    (
      Optimizer.sgd(rate: 0.1).clippingGradient(toLayerNorm: -1).mistake,
      "clippingGradient(toLayerNorm:) needs a positive length, not -1."
    ),
    (
      Optimizer.sgd(rate: 0.1).clippingGradient(toValue: 0).mistake,
      "clippingGradient(toValue:) needs a positive length, not 0."
    ),
    (
      Optimizer.sgd(rate: 0.1).decayingWeights(l1: -1).mistake,
      "decayingWeights(l1:) needs a factor that is not negative, not -1."
    ),
    (
      Optimizer.adamW(rate: 0.1, decay: -1).mistake,
      "decayingWeights(decoupled:) needs a factor that is not negative, not -1."
    ),
    (
      Optimizer.adam(rate: 0.1, beta2: 1).mistake,
      "beta2 must be at least 0 and less than 1, but is 1."
    ),
    (
      Optimizer.adam(rate: 0.1, epsilon: -1).mistake,
      "Adam's epsilon must not be negative, but is -1."
    ),
    (
      Optimizer.sgd(rate: 0.1).following(.warmUp(steps: 0)).mistake,
      "warmUp(steps:) needs at least one step, not 0."
    ),
    (
      Optimizer.sgd(rate: 0.1).following(.step(every: 0, times: 0.5)).mistake,
      "step(every:times:) needs at least one step, not 0."
    ),
    (
      Optimizer.sgd(rate: 0.1).following(.step(every: 1, times: 0)).mistake,
      "step(every:times:) needs a positive factor, not 0."
    ),
    (.threads(0), "useThreads(0) cannot be: at least one thread has to compute."),
    (.bins(0), "A histogram needs at least one bin, not 0."),
    (
      .emptyRange(1...1),
      "A histogram over 1...1 has no width; give a lower and a higher number: over: -1...1."
    ),
    (
      .noInputGradient,
      "A step of training has no gradient with respect to its inputs; ask network.inspect(data, minimizing: loss).inputGradient."
    ),
    (
      .noExampleGradient("BatchNorm 1"),
      "BatchNorm 1 is not a dense layer: only of those the gradient falls apart by example."
    ),
    (
      .example(9, count: 8),
      "There is no example 9 in a batch of 8; ask for 0 to 7."
    ),
    (.iterations(0), "largestHessianEigenvalue needs at least one iteration, not 0."),
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
    (
      .broadcast("+", Shape(rows: 2, columns: 3), Shape(rows: 3, columns: 2)),
      "+ needs tensors of one shape, or one row, one column or one number beside a matrix, but got 2×3 and 3×2."
    ),
    (
      .broadcast("*", Shape(rows: 1, columns: 1), Shape(rows: 1, columns: 1, precision: .double)),
      "* needs tensors of one precision, but got a .float and a .double one."
    ),
    (.batchNormSize(0), "BatchNorm(0) cannot be: there must be at least one feature."),
    (
      .layerWithoutNetwork("weights"),
      "A layer has no weights before it is put into a network: Network(seed: 1) { … }."
    ),
    (
      .valueCount(5, rows: 2, columns: 3),
      ".values gives 5 numbers, but the parameter is 2×3, 6 numbers."
    ),
    (.batch(300, count: 256), "batch: 300 cannot be drawn from 256 examples; choose 1 to 256."),
    (
      .interval(0),
      "every: 0 cannot be; every: 1 measures at each step, every: 10 at each tenth."
    ),
    (.emptyDataset, "A data set needs at least one example with at least one number."),
    (
      .labelCount(labels: 3, inputs: 4),
      "A data set needs one label for each row: got 3 labels for 4 rows."
    ),
    (
      .label(7, example: 12, classes: 6),
      "Example 12 has label 7, but with 6 classes labels go from 0 to 5."
    ),
    (.digitCount(2000), "There are 1,797 digits; ask for 1 to 1,797 of them, not 2000."),
    (
      .notRecorded("delta", recorded: ["loss", "accuracy"]),
      "This history did not record .delta, only .loss, .accuracy; add it where the run is made: recording: .delta."
    ),
    (.noWeights("ReLU 1"), "ReLU 1 has no weights; ask only step.linearLayers for them."),
    (.emptyTensor, "A tensor needs at least one row and one column."),
    (
      .raggedRows(row: 2, count: 3, expected: 4),
      "All rows need the same length: row 2 has 3 numbers, row 0 has 4."
    ),
    (
      .notASingleNumber(rows: 2, columns: 3),
      "value is for a single number, but this tensor is 2×3; use [row, column] or values."
    ),
    (
      .backwardOfMany(rows: 2, columns: 3),
      "backward() starts from a single number, but this tensor is 2×3; take its sum() or average() first."
    ),
    (
      .noGradient,
      "This tensor has no gradient yet: call backward() on a number computed from it first."
    ),
    (
      .shapes("+", Shape(rows: 2, columns: 3), Shape(rows: 3, columns: 2)),
      "+ needs tensors of one shape, but got 2×3 and 3×2."
    ),
    (
      .shapes("+", Shape(rows: 1, columns: 1), Shape(rows: 1, columns: 1, precision: .double)),
      "+ needs tensors of one precision, but got a .float and a .double one."
    ),
    (
      .product(Shape(rows: 2, columns: 3), Shape(rows: 2, columns: 3)),
      "A matrix product needs as many columns on the left as rows on the right, but got 2×3 and 2×3."
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

  private static func fit(_ data: Dataset, examples: Int) -> Mistake? {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 8)
      BatchNorm(8)
      ReLU()
      Dense(from: 8, to: 2)
    }
    return network.mistake(fitting: data, examples: examples, to: .crossEntropy, mode: .training)
  }
}
