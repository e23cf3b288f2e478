/// Cuts a data set into batches of one size, in an order shuffled anew every epoch.
///
/// The last batch of an epoch is left out if it is not full.
final class Batches {
  let perEpoch: Int
  private let size: Int
  private let inputs: Storage
  private let labels: [Int]
  private let targets: Storage
  private let targetColumns: Int
  private let rowByteCount: Int
  private let seed: Int?
  private var order: [Int]
  private var epoch = -1

  /// - Parameter seed: What the order is keyed by; nil keeps the order of the data.
  init(_ data: Dataset, size: Int, precision: Precision, shuffledBy seed: Int?) {
    self.size = size
    perEpoch = data.count / size
    inputs = Storage(data.flat, precision: precision)
    labels = data.labels
    targets = Storage(data.flatTargets, precision: precision)
    targetColumns = data.targetColumns
    rowByteCount = data.features * precision.byteCount
    self.seed = seed
    order = Array(0..<data.count)
  }

  /// Copies batch number `step`, counted over all epochs, into the buffers of `pass`.
  func load(_ step: Int, into pass: Pass) {
    shuffle(for: step / perEpoch)
    pass.hasLabels = !labels.isEmpty
    let start = step % perEpoch * size
    for row in 0..<size {
      let example = order[start + row]
      (pass.input.storage.start + row * rowByteCount)
        .copyMemory(from: inputs.start + example * rowByteCount, byteCount: rowByteCount)
      if pass.hasLabels { pass.labels[row] = labels[example] }
      if targetColumns > 0 { loadTargets(of: example, into: pass, row) }
    }
  }

  private func loadTargets(of example: Int, into pass: Pass, _ row: Int) {
    let batch = pass.labels.targets(columns: targetColumns, precision: targets.precision)
    let byteCount = targetColumns * targets.precision.byteCount
    (batch.start + row * byteCount)
      .copyMemory(from: targets.start + example * byteCount, byteCount: byteCount)
  }

  private func shuffle(for epoch: Int) {
    guard let seed, epoch != self.epoch else { return }
    self.epoch = epoch
    for index in order.indices { order[index] = index }
    RandomStream(seed: seed, name: "shuffle \(epoch)").shuffle(&order)
  }
}
