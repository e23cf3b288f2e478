import Testing
import TrainingEngine

/// Functions of lessons are called for one batch and repeated for all: what that would change is
/// refused.
@Suite struct RepetitionTests {
  @Test func operationsAreRepeatable() {
    for function: (Tensor) -> Tensor in [
      { $0 }, { $0.relu() }, { $0 - $0.average() }, { $0 * $0.softplus().tanh() },
      { $0 / ($0.squared().average(axis: 1) + 1e-5).squareRoot() }, { ($0 + 5).log() },
      { 2 * $0 - 1 },
      { Tensor(concatenating: [$0, $0[columns: 0..<1]], axis: 1) },
    ] {
      #expect(input.result(ofRepeatable: function)?.values == function(input).values)
    }
    // NaN is like NaN.
    #expect(input.result(ofRepeatable: { $0.log() })?.values.first?.isNaN == true)
  }

  @Test func whatReadsNumbersOutIsNot() {
    for function: (Tensor) -> Tensor in [
      { $0 - $0.mean }, { $0 / $0.norm }, { $0.maximum > 1 ? $0 : $0.relu() },
      { $0 + $0[0, 0] }, { $0 * Tensor($0.softmax().values.reduce(0, max), precision: .float) },
    ] {
      #expect(input.result(ofRepeatable: function) == nil)
    }
  }

  @Test func whatChangesFromCallToCallIsNot() {
    var calls = 0
    #expect(
      input.result(ofRepeatable: {
        calls += 1
        return Double(calls) * $0
      }) == nil)
  }

  @Test func theCallForTheBatchIsTheLast() {
    var kept: Tensor?
    let output = input.result(ofRepeatable: {
      kept = $0.relu()
      return 2 * kept!
    })
    #expect(kept?.values == input.relu().values && output?.values == (2 * input.relu()).values)
  }

  /// Calls for a trial would draw other numbers, and move running statistics.
  @Test func aLayerOfLayersIsCalledOnce() {
    final class Noisy: Layer {
      let kind = "Noisy", role = LayerRole.block
      let norm = BatchNorm(2), dropout = Dropout(0.5)
      private(set) var calls = 0
      var description: String { "Noisy()" }
      var layers: [any Layer] { [norm, dropout] }
      func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
        calls += 1
        return dropout(norm(input, mode), mode)
      }
    }
    let noisy = Noisy()
    Network(seed: 1) {
      noisy
      Dense(from: 2, to: 2)
    }.train(
      on: .moons(count: 9, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 3)
    #expect(noisy.calls == 1)
  }

  private let input = Tensor([[-1, 0.25], [3, 2], [0.5, -4]], precision: .float)

  @Test func trainingStopsAndUsingDoesNot() async {
    let centered = Network(seed: 1) { Activation("centered") { $0 - $0.mean } }
    #expect(centered([[1, 3]]) == [[-1, 1]] && centered([[10, 30]]) == [[-10, 10]])
    await #expect(processExitsWith: .failure) {
      Network(seed: 1) {
        Dense(from: 2, to: 2)
        Residual { Activation("centered") { $0 - $0.mean } }
      }
      .train(
        on: .moons(count: 9, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 1)
    }
    await #expect(processExitsWith: .failure) {
      let detached = Loss("detached") { outputs, _ in
        (outputs * Tensor(outputs.values.reduce(0, max), precision: .float)).average()
      }
      Network(seed: 1) { Dense(from: 2, to: 2) }.train(
        on: .moons(count: 9, seed: 1), minimizing: detached, using: .sgd(rate: 0.1), steps: 1)
    }
    #expect(
      Mistake.notRepeatable("Activation(\"centered\") { … }").sentence
        == "The operations of Activation(\"centered\") { … } are recorded for the first batch and repeated for the others, but it does more: it reads a number out of a tensor, with .mean, .values or [0, 0], or changes from call to call. Write it with operations alone, such as .average() for .mean."
    )
  }
}
