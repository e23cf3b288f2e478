/// The first tensor of a run that held a NaN or an infinity.
///
/// ```swift
/// let network = Network(seed: 1) { Dense(from: 1, to: 1, weights: .constant(1e20)) }
/// let data = Dataset(inputs: [[1e20]], targets: [[0]])
/// let history = network.train(
///   on: data, minimizing: .squaredError, using: .sgd(rate: 1), steps: 3)
/// history.firstNonFinite?.tensor  // == "Dense 1 output"
/// history.firstNonFinite?.step  // == 0
/// history.firstNonFinite?.description  // == "Dense 1 output at step 0"
/// ```
public struct NonFinite: Sendable, Equatable, CustomStringConvertible {
  /// The name of the tensor: "input", "Dense 7 output", "loss",
  /// "Dense 2 weights gradient".
  public let tensor: String
  /// The step, from 0.
  public let step: Int

  package init(tensor: String, step: Int) {
    self.tensor = tensor
    self.step = step
  }

  /// For example "Dense 7 output at step 3".
  public var description: String { "\(tensor) at step \(step)" }
}

extension Pass {
  /// The first non-finite tensor in the order of computing: forward, the loss, backward.
  func firstNonFinite(atStep step: Int) -> NonFinite? {
    if !input.isFinite { return NonFinite(tensor: "input", step: step) }
    let named = Array(zip(network.layers, network.names))
    for (index, (layer, name)) in named.enumerated() {
      for parameter in layer.parameters where !parameter.value.isFinite {
        return NonFinite(tensor: parameter.fullName, step: step)
      }
      if !outputs[index].isFinite { return NonFinite(tensor: "\(name) output", step: step) }
    }
    if !lossValue.isFinite { return NonFinite(tensor: "loss", step: step) }
    for (index, (layer, name)) in named.enumerated().reversed() {
      if let gradients = outputs[index].gradients, !gradients.isFinite {
        return NonFinite(tensor: "\(name) output gradient", step: step)
      }
      for parameter in layer.parameters where !parameter.value.gradient.isFinite {
        return NonFinite(tensor: "\(parameter.fullName) gradient", step: step)
      }
    }
    return nil
  }
}
