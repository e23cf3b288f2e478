// What goes on inside a layer that is made of several steps.

extension Step {
  /// The layers of this role, those inside blocks among them.
  ///
  /// Probes ask for them at every step, so that only those that count are made.
  func layers(in role: LayerRole) -> [LayerStep] {
    var found: [LayerStep] = []
    for (index, layer) in network.layers.enumerated() {
      if layer.role == role { found.append(layerStep(index)) }
      if layer.role == .block { found += layerStep(index).layers.filter { $0.layer.role == role } }
    }
    return found
  }
}

extension LayerStep {
  /// What the layers inside a block computed, from input to output; of one that is no block, nothing.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Residual { Tanh() } }
  /// let step = network.inspect(.gaussian(count: 1, features: 2, seed: 1), minimizing: .linearProbe(seed: 1))
  /// step.layers[0].layers.map { $0.name }  // == ["Residual 1 Tanh 1"]
  /// ```
  public var layers: [LayerStep] {
    let parts = Array(zip(layer.layers, Network.names(of: layer.layers)))
    return zip(parts.indices, output.inner).flatMap { index, output in
      let step = LayerStep(
        name: "\(name) \(parts[index].1)", layer: parts[index].0,
        input: index == 0 ? input : self.output.inner[index - 1], output: output, run: run)
      return [step] + step.layers
    }
  }

  /// The hidden states of a recurrent layer, from the first step of time to the last, which is its
  /// output, each batch×units; of any other layer, none.
  ///
  /// ```swift
  /// let sum = Recurrent(
  ///   from: 1, to: 1, steps: 3, activation: .none, weights: .constant(1),
  ///   recurrentWeights: .identity(gain: 2))
  /// let data = Dataset(inputs: [[1, 0, 0]], targets: [[0]])
  /// let step = Network(seed: 1) { sum }.inspect(data, minimizing: .squaredError)
  /// step.layers[0].hiddenStates.map { $0.value }  // == [1, 2, 4]
  /// step.layers[0].hiddenStates.map { $0.gradient.norm }  // == [32, 16, 8]
  /// ```
  public var hiddenStates: [Tensor] {
    layer.role == .recurrent ? output.inner + [output] : []
  }
}

extension Probe {
  /// |dL/dh| of the hidden state of a recurrent layer at each step of time, from the first to the
  /// last, which samples count as their `layer`.
  ///
  /// ```swift
  /// let sum = Recurrent(
  ///   from: 1, to: 1, steps: 3, activation: .none, weights: .constant(1),
  ///   recurrentWeights: .identity(gain: 2))
  /// let data = Dataset(inputs: [[1, 0, 0]], targets: [[0]])
  /// let history = Network(seed: 1) { sum }.probe(
  ///   on: data, minimizing: .squaredError, recording: .hiddenGradientNorm)
  /// history[.hiddenGradientNorm].map { $0.value }  // == [32, 16, 8]
  /// ```
  public static let hiddenGradientNorm = Probe("hiddenGradientNorm") { step in
    step.layers.flatMap { layer in
      layer.hiddenStates.map { (layer.name, $0.gradient.norm) }
    }
  }
}
