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
      Optimizer.sgd(rate: 0.1, nesterov: true).mistake,
      "nesterov: true needs a momentum, such as .sgd(rate: 0.1, momentum: 0.9, nesterov: true)."
    ),
    (
      Optimizer.rmsProp(rate: 0.1, decay: 1).mistake,
      "decay must be at least 0 and less than 1, but is 1."
    ),
    (
      Optimizer.rmsProp(rate: 0.1, epsilon: -1).mistake,
      "RMSProp's epsilon must not be negative, but is -1."
    ),
    (
      Optimizer.sgd(rate: 0.1).following(.cosine(steps: 0)).mistake,
      "cosine(steps:) needs at least one step, not 0."
    ),
    (
      Optimizer.sgd(rate: 0.1).following(.cosine(steps: 9, to: 2)).mistake,
      "cosine(steps:to:) ends at a share of the rate from 0 to 1, not 2."
    ),
    (
      .labelSmoothing(1),
      "labelSmoothing: is the share that the label gives away, at least 0 and less than 1, not 1."
    ),
    (.huberDelta(0), "huber(delta:) needs a positive distance, not 0."),
    (
      .labelRows(10, outputs: Shape(rows: 2, columns: 3)),
      "targets(like:) needs a row for each of the 10 examples, but got a 2×3 tensor."
    ),
    (
      .labelWithoutOutput(4, 2),
      "targets(like:) has a column for each of the 2 outputs, but one of the examples is of class 4: make the last layer Dense(…, to: 5)."
    ),
    (
      .targetColumns(2, Shape(rows: 2, columns: 3)),
      "targets(like:) got a 2×3 tensor, but the data has 2 targets an example."
    ),
    (.parameterVector(3, of: 5), "This network has 5 parameters, not 3."),
    (
      .hessian(parameters: 2530),
      "hessian(on:minimizing:) is for networks of 1 to 1000 parameters, but this one has 2530; largestHessianEigenvalue(on:minimizing:) takes any number."
    ),
    (.example(5, of: 3), "The data has the examples 0..<3, so none at 5."),
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
