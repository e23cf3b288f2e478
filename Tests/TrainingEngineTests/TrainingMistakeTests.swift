import Testing
import TrainingEngine

/// What a user of the engine reads when something is wrong with optimizers and runs.
@Suite struct TrainingMistakeTests {
  @Test(arguments: mistakes)
  func isASentence(_ found: Mistake?, _ sentence: String) {
    #expect(found?.sentence == sentence)
  }

  private static let mistakes: [(Mistake?, String)] = [
    (
      Optimizer.sgd(rate: -0.1).mistake,
      "The rate must be a positive number, but is -0.1: a step goes against the gradient by itself."
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
    (
      .noExampleGradient("BatchNorm 1"),
      "BatchNorm 1 is not a dense layer: only of those the gradient falls apart by example."
    ),
    (
      .example(9, count: 8),
      "There is no example 9 in a batch of 8; ask for 0 to 7."
    ),
    (.iterations(0), "largestHessianEigenvalue needs at least one iteration, not 0."),
    (.batch(300, count: 256), "batch: 300 cannot be drawn from 256 examples; choose 1 to 256."),
    (
      .interval(0),
      "every: 0 cannot be; every: 1 measures at each step, every: 10 at each tenth."
    ),
    (
      Optimizer.adam(rate: 0).mistake,
      "The rate must be a positive number, but is 0: a step goes against the gradient by itself."
    ),
    (
      Optimizer.sgd(rate: .nan).mistake,
      "The rate must be a positive number, but is nan: a step must have a length; try rate: 0.1."
    ),
    (
      Optimizer.sgd(rate: .infinity).mistake,
      "The rate must be a positive number, but is inf: a step must have a length; try rate: 0.1."
    ),
  ]
}
