internal import TrainingKernels

extension Network {
  /// One forward and one backward pass over all of `data`, without any update, to look at.
  ///
  /// ```swift
  /// let network = Network(seed: 1) { Dense(from: 2, to: 1, weights: .values([3, -1])) }
  /// let data = Dataset(inputs: [[1, 1], [0, 1]], targets: [[1], [0]])
  /// let step = network.inspect(data, minimizing: .squaredError)
  /// step.loss  // == 1
  /// step.inputGradient.row(0)  // == [3, -1]
  /// ```
  /// Batch norm uses the statistics of `data`, and nothing changes: training goes on as if nobody
  /// had looked.
  public func inspect(
    _ data: Dataset, minimizing loss: Loss, file: StaticString = #filePath, line: UInt = #line
  ) -> Step {
    checkFit(of: data, examples: data.count, to: loss, mode: .batchStatistics, file, line)
    let pass = Pass(
      self, minimizing: loss, mode: .batchStatistics, examples: data.count,
      features: data.features, tracksInput: true)
    pass.load(data)
    let value = pass.forward()
    pass.backward()
    return Step(index: 0, epoch: 0, loss: value, pass: pass, run: nil)
  }

  /// The outputs of all activation layers for all of `data`, by a forward pass alone.
  func activations(on data: Dataset) -> [LayerStep] {
    let loss = Loss.linearProbe(seed: 0)
    checkFit(
      of: data, examples: data.count, to: loss, mode: .batchStatistics, #filePath, #line)
    let pass = Pass(
      self, minimizing: loss, mode: .batchStatistics, examples: data.count,
      features: data.features, differentiates: false)
    pass.load(data)
    let value = pass.forward()
    return Step(index: 0, epoch: 0, loss: value, pass: pass, run: nil).activationLayers
  }
}

extension Tensor {
  /// The share of columns that are 0 in every row: of units that are silent for every example.
  ///
  /// ```swift
  /// Tensor([[0, 1], [0, 0]]).silentFraction  // == 0.5
  /// ```
  public var silentFraction: Double {
    var zeros = [Int32](repeating: 0, count: columns)
    tk_column_zero_counts(precision.kernel, rows, columns, storage.start, &zeros)
    return Double(zeros.count { Int($0) == rows }) / Double(columns)
  }
}
