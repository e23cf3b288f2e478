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
  /// step.layers[0].hiddenStates.map { $0.gradient.norm }  // |dL/dh| at each step of time
  /// ```
  public var hiddenStates: [Tensor] {
    layer.role == .recurrent ? output.inner + [output] : []
  }
}

extension Probe {
  /// |dL/dh| of the hidden state of a recurrent layer at each step of time, from the first to the
  /// last, which samples count as their `layer`.
  public static let hiddenGradientNorm = Probe("hiddenGradientNorm") { step in
    step.layers.flatMap { layer in
      layer.hiddenStates.map { (layer.name, $0.gradient.norm) }
    }
  }
}
