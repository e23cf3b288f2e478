internal import TrainingKernels

/// h_t = f(x_t·W + h_(t−1)·U + b) from h_0 = 0; its result is the last h.
///
/// Backward through time: ds_t = dh_t · f′, dh_(t−1) = ds_t·Uᵀ; then dx_t = ds_t·Wᵀ, dW = Σ x_tᵀ·ds_t,
/// dU = Σ h_(t−1)ᵀ·ds_t, db = Σ ds_t. The states of all steps lie one after the other, so that what
/// does not depend on the step before is one matrix product for all steps.
final class Recurrence: Operation {
  private let function: TKFunction?
  private let steps: Int
  private let width: Int
  private let hasRow: Bool
  /// x, h and dh, ds and dx: step after step, each batch×columns.
  private let sequence: Storage
  private let states: Storage
  private let stateGradients: Storage
  private let sumGradients: Storage
  private let sequenceGradients: Storage?
  /// Uᵀ, which every step of time wants.
  private let transposedWeights: Storage

  init(
    of x: Tensor, steps: Int, weights: Tensor, recurrentWeights: Tensor, adding row: Tensor?,
    applying function: TKFunction?
  ) {
    self.function = function
    self.steps = steps
    hasRow = row != nil
    width = weights.rows
    let count = x.rows * steps * weights.columns
    sequence = Storage(count: x.count, precision: x.precision)
    states = Storage(count: count, precision: x.precision)
    stateGradients = Storage(count: count, precision: x.precision)
    sumGradients =
      function == nil ? stateGradients : Storage(count: count, precision: x.precision)
    sequenceGradients =
      x.tracksGradient ? Storage(count: x.count, precision: x.precision) : nil
    transposedWeights = Storage(count: recurrentWeights.count, precision: x.precision)
    super.init(
      [x, weights, recurrentWeights] + (row.map { [$0] } ?? []), rows: x.rows,
      columns: weights.columns)
  }

  override var symbol: String { "recurrence" }

  /// The hidden states but the last, which is the result, with their derivatives.
  var earlierStates: [Tensor] {
    (0..<steps - 1).map { step in
      Tensor(
        storage: Storage(slice: states, at: step * count, count: count), rows: rows,
        columns: columns,
        gradients: Storage(slice: stateGradients, at: step * count, count: count),
        tracksGradient: false)
    }
  }

  override func forward() {
    withScratch { scratch in
      for example in 0..<rows {
        for step in 0..<steps {
          (sequence.start + timeFirst(example, step)).copyMemory(
            from: first.values + exampleFirst(example, step), byteCount: inputByteCount)
        }
      }
      tk_gemm(
        precision.kernel, false, false, steps * rows, columns, width, sequence.start,
        second.values, hasRow ? .row : .zero, fourth.values, states.start, scratch)
      for step in 0..<steps {
        let state = states.start + step * byteCount
        if step > 0 {
          tk_gemm(
            precision.kernel, false, false, rows, columns, columns, state - byteCount,
            third.values, .output, nil, state, scratch)
        }
        if let function { tk_map(precision.kernel, function, count, state, state) }
      }
      tk_copy(
        precision.kernel, count, states.start + (steps - 1) * byteCount, output.values)
    }
  }

  override func backward() {
    withScratch { scratch in
      tk_transpose(
        precision.kernel, columns, columns, third.values, transposedWeights.start)
      let last = (steps - 1) * byteCount
      tk_copy(precision.kernel, count, output.gradient, stateGradients.start + last)
      for offset in stride(from: last, through: 0, by: -byteCount) {
        let gradient = stateGradients.start + offset, sum = sumGradients.start + offset
        if let function {
          tk_map_backward(
            precision.kernel, function, count, nil, states.start + offset, gradient, sum, false)
        }
        if offset > 0 {
          tk_gemm(
            precision.kernel, false, false, rows, columns, columns, sum, transposedWeights.start,
            .zero, nil, gradient - byteCount, scratch)
        }
      }
      passToParameters(scratch)
      passToInput(scratch)
    }
  }

  private func passToParameters(_ scratch: UnsafeMutableRawPointer) {
    if let dW = second.gradient {
      tk_gemm(
        precision.kernel, true, false, width, columns, steps * rows, sequence.start,
        sumGradients.start, second.accumulates ? .output : .zero, nil, dW, scratch)
    }
    if let dU = third.gradient {
      tk_gemm(
        precision.kernel, true, false, columns, columns, (steps - 1) * rows, states.start,
        sumGradients.start + byteCount, third.accumulates ? .output : .zero, nil, dU, scratch)
    }
    if hasRow, let db = fourth.gradient {
      tk_column_sums(
        precision.kernel, steps * rows, columns, sumGradients.start, db, fourth.accumulates)
    }
  }

  private func passToInput(_ scratch: UnsafeMutableRawPointer) {
    guard let dx = first.gradient, let sequenceGradients else { return }
    tk_gemm(
      precision.kernel, false, true, steps * rows, width, columns, sumGradients.start,
      second.values, .zero, nil, sequenceGradients.start, scratch)
    for example in 0..<rows {
      for step in 0..<steps {
        let source = sequenceGradients.start + timeFirst(example, step)
        let target = dx + exampleFirst(example, step)
        if first.accumulates {
          tk_axpy(precision.kernel, width, 1, source, target)
        } else {
          target.copyMemory(from: source, byteCount: inputByteCount)
        }
      }
    }
  }

  private var byteCount: Int { count * precision.byteCount }
  private var inputByteCount: Int { width * precision.byteCount }
  private func timeFirst(_ example: Int, _ step: Int) -> Int {
    (step * rows + example) * inputByteCount
  }
  private func exampleFirst(_ example: Int, _ step: Int) -> Int {
    (example * steps + step) * inputByteCount
  }

  override var scratchByteCount: Int {
    let kernel = precision.kernel, all = steps * rows
    return max(
      tk_gemm_scratch_bytes(kernel, false, false, all, columns, width),
      tk_gemm_scratch_bytes(kernel, false, false, rows, columns, columns),
      tk_gemm_scratch_bytes(kernel, true, false, width, columns, all),
      tk_gemm_scratch_bytes(kernel, true, false, columns, columns, all),
      tk_gemm_scratch_bytes(kernel, false, true, all, width, columns))
  }
}
