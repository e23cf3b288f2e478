/// One step of training: a forward and a backward pass, before the update.
///
/// What a step gives access to are the buffers of the pass itself: parameters, outputs and gradients
/// belong together. The update is applied when the loop asks for the next step, which then fills the
/// same buffers anew; copy what you want to keep.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 8)
///   ReLU()
///   Dense(from: 8, to: 2)
/// }
/// let data = Dataset.spirals(count: 50, seed: 1)
/// for step in network.training(
///   on: data, minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 25, steps: 3)
/// {
///   guard step.index == 2 else { continue }
///   step.epoch  // == 1
///   step.input.rows  // == 25
///   step.layers.map { $0.name }  // == ["Dense 1", "ReLU 1", "Dense 2"]
///   step.linearLayers.count  // == 2
///   step.activationLayers[0].output.columns  // == 8
///   step.network.layers.count  // == 3
///   step.loss.isFinite && step.totalGradientNorm > 0 && step.accuracy > 0  // == true
/// }
/// ```
public struct Step {
  /// The number of the step, from 0.
  public let index: Int
  /// The number of the pass over the data that the step belongs to, from 0.
  public let epoch: Int
  /// The loss of this batch, before the update.
  public let loss: Double
  let pass: Pass
  let run: Run?

  /// The network.
  public var network: Network { pass.network }

  /// The share of this batch that the network classifies correctly; NaN without labels.
  public var accuracy: Double { pass.accuracy }

  /// The length √Σg² of the gradients of all parameters together, before any clipping.
  public var totalGradientNorm: Double {
    run?.gradientNorm ?? pass.squaredGradientNorm.squareRoot()
  }

  /// Forgets momentum and moments, as if this step were the first, before its update is made.
  ///
  /// ```swift
  /// func weight(resets: Bool) -> Double {
  ///   let layer = Dense(from: 1, to: 1, bias: false, weights: .constant(1))
  ///   for step in Network(seed: 1) { layer }.training(
  ///     on: Dataset(inputs: [[1]], targets: [[0]]), minimizing: .squaredError,
  ///     using: .sgd(rate: 0.25, momentum: 0.5), steps: 3)
  ///   {
  ///     if resets { step.resetMoments() }
  ///   }
  ///   return layer.weights.value.value
  /// }
  /// weight(resets: false)  // == -0.25
  /// weight(resets: true)  // == 0.125
  /// ```
  public func resetMoments() { run?.resetMoments() }

  /// The inputs of this batch, one row an example.
  public var input: Tensor { pass.input }

  /// The derivative of the loss with respect to each number of ``input``.
  ///
  /// Only a step from ``Network/inspect(_:minimizing:file:line:)`` has one: training does without.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1, weights: .values([3, 4])) }
  /// let data = Dataset(inputs: [[1, 0]], targets: [[1]])
  /// network.inspect(data, minimizing: .squaredError).inputGradient.values  // == [12, 16]
  /// ```
  public var inputGradient: Tensor {
    guard pass.input.tracksGradient else { stop(.noInputGradient, #filePath, #line) }
    return pass.input.gradient
  }

  /// Each layer, from input to output, with what it computed.
  public var layers: [LayerStep] { pass.network.layers.indices.map(layerStep) }

  func layerStep(_ index: Int) -> LayerStep {
    LayerStep(
      name: pass.network.names[index], layer: pass.network.layers[index],
      input: index == 0 ? pass.input : pass.outputs[index - 1], output: pass.outputs[index],
      run: run)
  }

  /// The layers whose output is a pre-activation, those inside blocks among them.
  public var linearLayers: [LayerStep] { layers(in: .linear) }

  /// The layers whose output is an activation, those inside blocks among them.
  public var activationLayers: [LayerStep] { layers(in: .activation) }
}

/// What one layer computed in one step.
///
/// ```swift
/// let network = Network(seed: 1) { Dense(from: 2, to: 1, bias: false, weights: .values([3, 4])) }
/// let data = Dataset(inputs: [[1, 0]], targets: [[1]])
/// let steps = network.training(
///   on: data, minimizing: .squaredError, using: .sgd(rate: 0.5), steps: 1)
/// for step in steps {
///   let layer = step.layers[0]
///   layer.name  // == "Dense 1"
///   layer.layer.kind  // == "Dense"
///   layer.input.values  // == [1, 0]
///   layer.output.value  // == 3
///   layer.outputGradient.value  // == 4
///   layer.weights.values  // == [3, 4]
///   layer.weightGradient.values  // == [4, 0]
///   layer.weightChange?.values  // == [2, 0]
///   layer.updateRatio  // == 0.4
/// }
/// ```
public struct LayerStep {
  /// Its kind and its number among its kind: "Dense 3".
  public let name: String
  /// The layer itself.
  public let layer: any Layer
  /// Its input, one row an example.
  public let input: Tensor
  /// Its output, one row an example and one column a unit: a map of the activity.
  public let output: Tensor
  let run: Run?

  /// The derivative of the loss with respect to the output; of a dense layer, this is δ.
  public var outputGradient: Tensor { output.gradient }

  /// The first parameter of the layer: the weights of a dense layer.
  public var weights: Tensor {
    guard let weights = layer.parameters.first else { stop(.noWeights(name), #filePath, #line) }
    return weights.value
  }

  /// The derivative of the loss with respect to ``weights``.
  public var weightGradient: Tensor {
    run?.pass.reclaimGradients()
    return weights.gradient
  }

  /// What this step will take off ``weights``; nil where nothing is updated.
  ///
  /// It shares the buffer of the run: the next step changes it.
  public var weightChange: Tensor? {
    guard let run, let weights = layer.parameters.first else { return nil }
    return run.change(of: weights)
  }

  /// |ΔW| / |W|, the length of the change that this step makes to the weights, relative to theirs.
  ///
  /// It is 0 where nothing is updated.
  public var updateRatio: Double {
    guard let run, let weights = layer.parameters.first else { return 0 }
    return run.updateRatio(of: weights)
  }
}

extension Mistake {
  package static let noInputGradient = Mistake(
    "A step of training has no gradient with respect to its inputs; "
      + "ask network.inspect(data, minimizing: loss).inputGradient.")

  package static func noWeights(_ layer: String) -> Mistake {
    Mistake("\(layer) has no weights; ask only step.linearLayers for them.")
  }
}
