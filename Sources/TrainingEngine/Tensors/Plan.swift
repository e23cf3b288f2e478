internal import TrainingKernels

/// The operations behind one number, in the order in which they are computed.
///
/// A plan is recorded once, by computing an expression, and replayed on new numbers in the same
/// buffers: replaying allocates nothing. Whether a backward pass writes a gradient or adds to it is
/// decided here, once, so that no gradient is ever set to zero first.
final class Plan {
  private let tensors: [Tensor]
  // The tensors keep the operations; counting references again at each of a hundred operations a
  // step would show in the time of a small network.
  private let operations: [Unmanaged<Operation>]
  private let differentiated: [Unmanaged<Operation>]

  /// - Parameter isRecorded: Whether the plan will be replayed, and so owns its operations.
  init(computing root: Tensor, isRecorded: Bool = false, differentiates: Bool = true) {
    tensors = Plan.order(of: root)
    let operations = tensors.compactMap { $0.operation }
    let differentiated = differentiates ? operations.filter { $0.tracksGradient }.reversed() : []
    self.operations = operations.map { Unmanaged.passUnretained($0) }
    self.differentiated = differentiated.map { Unmanaged.passUnretained($0) }
    if differentiates { Plan.bind(tensors, root: root) }
    Plan.shareScratch(among: operations)
    if isRecorded {
      for tensor in tensors { tensor.isRecorded = true }
    }
  }

  func forward() {
    for operation in operations { operation._withUnsafeGuaranteedRef { $0.forward() } }
  }

  func backward() {
    for operation in differentiated { operation._withUnsafeGuaranteedRef { $0.backward() } }
  }

  /// Every computed tensor behind `root`, inputs before results; an explicit stack, so that depth
  /// is limited by memory alone.
  private static func order(of root: Tensor) -> [Tensor] {
    var ordered: [Tensor] = []
    var stack: [(tensor: Tensor, next: Int)] = [(root, 0)]
    root.isVisited = true
    while let (tensor, next) = stack.popLast() {
      let inputs = tensor.operation?.inputs ?? []
      if next < inputs.count {
        stack.append((tensor, next + 1))
        let input = inputs[next]
        if !input.isVisited, input.operation != nil, !input.isRecorded {
          input.isVisited = true
          stack.append((input, 0))
        }
      } else {
        ordered.append(tensor)
      }
    }
    for tensor in ordered { tensor.isVisited = false }
    return ordered
  }

  /// Gives each tensor that wants a gradient a buffer, and tells each operation what it writes first.
  private static func bind(_ tensors: [Tensor], root: Tensor) {
    var written: [Tensor] = []
    for tensor in tensors.reversed() {
      guard let operation = tensor.operation, operation.tracksGradient else { continue }
      let inputs = operation.inputs.map { input -> (gradient: Storage?, accumulates: Bool) in
        guard input.tracksGradient, !input.isRecorded else { return (nil, false) }
        let accumulates = input.isVisited
        if !accumulates {
          input.isVisited = true
          written.append(input)
        }
        return (input.requestGradients(), accumulates)
      }
      operation.bind(outputGradient: tensor.requestGradients(), inputs: inputs)
    }
    for tensor in written { tensor.isVisited = false }
    root.requestGradients().fill(1)
  }

  private static func shareScratch(among operations: [Operation]) {
    let byteCount = operations.map { $0.scratchByteCount }.max() ?? 0
    guard byteCount > 0 else { return }
    let scratch = Storage(count: byteCount / 4 + 1, precision: .float)
    for operation in operations { operation.scratch = scratch }
  }
}

extension Tensor {
  fileprivate func requestGradients() -> Storage {
    if let gradients { return gradients }
    let made = Storage(count: count, precision: precision)
    gradients = made
    return made
  }
}
