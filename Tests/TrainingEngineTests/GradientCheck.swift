import TrainingEngine

/// The largest difference between the derivatives that the engine finds and central differences,
/// relative to the largest derivative of the same tensor.
///
/// - Parameters:
///   - tensors: What `function` computes its number from; changed and restored.
///   - step: Half the width of the difference.
func gradientError(
  of tensors: [Tensor], step: Double = 1e-5, _ function: () -> Tensor
) -> Double {
  let result = function()
  result.backward()
  let gradients = tensors.map { $0.gradient.values }
  var worst = 0.0
  for (tensor, gradient) in zip(tensors, gradients) {
    var differences: [Double] = []
    for row in 0..<tensor.rows {
      for column in 0..<tensor.columns {
        let value = tensor[row, column]
        tensor[row, column] = value + step
        let above = function().value
        tensor[row, column] = value - step
        let below = function().value
        tensor[row, column] = value
        differences.append((above - below) / (2 * step))
      }
    }
    let scale = max(1e-3, differences.map(\.magnitude).max() ?? 0)
    for (found, expected) in zip(gradient, differences) {
      worst = max(worst, (found - expected).magnitude / scale)
    }
  }
  return worst
}

/// Numbers from −2 to 2, none closer than 0.1 to 0, where ReLU has its kink.
func numbers(_ rows: Int, _ columns: Int, seed: Int, positive: Bool = false) -> Tensor {
  let stream = RandomStream(seed: seed, name: "numbers")
  return Tensor(
    (0..<rows).map { row in
      (0..<columns).map { column in
        let number = 4 * stream.uniform(row * columns + column) - 2
        let size = max(0.1, number.magnitude)
        return positive || number > 0 ? size : -size
      }
    })
}
