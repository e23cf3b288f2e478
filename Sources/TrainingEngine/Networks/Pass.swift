/// A network applied to batches of one size: the buffers, the layers' outputs and the loss.
///
/// The first `forward()` records the plan; all others replay it and allocate nothing.
final class Pass {
  let network: Network
  let loss: Loss
  let mode: Mode
  let input: Tensor
  let labels: Labels
  let differentiates: Bool
  /// Whether the examples of the batch have labels.
  var hasLabels = true
  private(set) var outputs: [Tensor] = []
  private var passNumber = 0
  private var recorded: (loss: Tensor, plan: Plan)?
  private let file: StaticString
  private let line: UInt

  init(
    _ network: Network, minimizing loss: Loss, mode: Mode, examples: Int, features: Int,
    differentiates: Bool = true, tracksInput: Bool = false, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.file = file
    self.line = line
    self.network = network
    self.loss = loss
    self.mode = mode
    self.differentiates = differentiates
    input = Tensor(
      rows: examples, columns: features, precision: network.precision, tracksGradient: tracksInput)
    labels = Labels(count: examples)
  }

  /// Computes the outputs of all layers, and the loss.
  func forward() -> Double {
    if let recorded {
      recorded.plan.forward()
      return recorded.loss.storage[0]
    }
    var tensor = input
    for layer in network.layers {
      tensor = layer.recorded(tensor, mode, file, line)
      outputs.append(tensor)
    }
    let loss = recordedLoss(of: tensor)
    recorded = (loss, Plan(computing: loss, isRecorded: true, differentiates: differentiates))
    return loss.storage[0]
  }

  private func recordedLoss(of outputs: Tensor) -> Tensor {
    guard mode == .training, loss.isOfALesson else { return loss.compute(outputs, labels) }
    guard let value = outputs.result(ofRepeatable: { loss.compute($0, labels) }) else {
      stop(.notRepeatable(loss.description), file, line)
    }
    return value
  }

  /// Computes the gradients of the last `forward()`.
  func backward() {
    recorded?.plan.backward()
    network.store.passCount += 1
    passNumber = network.store.passCount
  }

  /// Computes the gradients again where another pass, such as one to inspect the network, has
  /// written its own over them.
  func reclaimGradients() {
    if passNumber != network.store.passCount { backward() }
  }

  /// The loss of the last `forward()`.
  var lossValue: Double { recorded?.loss.storage[0] ?? .nan }

  /// Fills the batch with the first rows of `data`.
  func load(_ data: Dataset) {
    for index in 0..<input.count { input.storage[index] = data.flat[index] }
    if data.targetColumns > 0 {
      let targets = labels.targets(columns: data.targetColumns, precision: network.precision)
      for index in 0..<targets.count { targets[index] = data.flatTargets[index] }
    }
    hasLabels = !data.labels.isEmpty
    guard hasLabels else { return }
    for index in 0..<labels.count { labels[index] = data.labels[index] }
  }
}
