internal import TrainingKernels

/// A copy of the gradient, for what cannot be done to it by one factor: clipping layer by layer or
/// number by number, and the slope of |W|.
///
/// What a step shows stays as the backward pass left it.
final class ShapedGradient {
  let storage: Storage
  private let network: Network
  private let store: ParameterStore

  init(of network: Network) {
    self.network = network
    store = network.store
    storage = Storage(count: store.gradients.count, precision: store.gradients.precision)
  }

  func fill(_ optimizer: Optimizer, scale: Double) {
    let kernel = storage.precision.kernel
    switch optimizer.clipping {
    case .none, .norm:
      tk_affine(kernel, storage.count, scale, store.gradients.start, 0, storage.start)
    case .value(let limit):
      tk_clamp(kernel, storage.count, limit, store.gradients.start, storage.start)
    case .layerNorm(let limit): clipLayers(to: limit)
    }
    if optimizer.l1 != 0 {
      tk_add_sign(
        kernel, store.decayingCount, optimizer.l1, store.values.start, storage.start)
    }
  }

  private func clipLayers(to limit: Double) {
    let kernel = storage.precision.kernel
    for layer in network.layers {
      var square = 0.0
      for parameter in layer.parameters {
        guard let gradient = parameter.value.gradients else { continue }
        square += tk_sum_of_squares(kernel, gradient.count, gradient.start)
      }
      let norm = square.squareRoot()
      let scale = norm > limit ? limit / norm : 1
      for parameter in layer.parameters {
        guard let gradient = parameter.value.gradients else { continue }
        let offset = gradient.start - store.gradients.start
        tk_affine(kernel, gradient.count, scale, gradient.start, 0, storage.start + offset)
      }
    }
  }
}
