internal import TrainingKernels

/// The state of one training run.
///
/// A step is a forward and a backward pass; its update is applied when the next step is asked for,
/// so that whoever holds a step sees parameters, gradients and loss that belong together.
final class Run {
  let pass: Pass
  let optimizer: Optimizer
  private(set) var skippedSteps: [Int] = []
  private(set) var firstNonFinite: NonFinite?
  /// The step at which the run came to nothing.
  private(set) var divergedAt: Int?
  private let batches: Batches
  private let isWholeSet: Bool
  private let updater: Updater
  private let stepCount: Int
  private let stopsWhenNotFinite: Bool
  private var index = -1
  private var squaredNorm: Double?
  private var change: Storage?
  private var previewedStep = -1
  private let shaped: ShapedGradient?
  private var shapedStep = -1

  init(
    _ pass: Pass, _ batches: Batches, isWholeSet: Bool, optimizer: Optimizer, stepCount: Int,
    stopsWhenNotFinite: Bool
  ) {
    self.pass = pass
    self.batches = batches
    self.isWholeSet = isWholeSet
    self.optimizer = optimizer
    #if canImport(Glibc)
      self.stepCount = stepCount
    #else
      self.stepCount = LiveRuns.shortened(stepCount)
    #endif
    self.stopsWhenNotFinite = stopsWhenNotFinite
    updater = optimizer.makeUpdater(pass.network.store)
    shaped = optimizer.needsShapedGradient ? ShapedGradient(of: pass.network) : nil
  }

  /// Applies the update of the step before, then computes the next one.
  func next() -> Step? {
    if isStopped { return nil }
    if index >= 0 && index < stepCount { update() }
    guard index + 1 < stepCount, !isStopped else {
      index = stepCount
      return nil
    }
    index += 1
    #if !canImport(Glibc)
      if index % 16 == 0 { LiveRuns.report?(index, stepCount) }
    #endif
    squaredNorm = nil
    if !isWholeSet || index == 0 { batches.load(index, into: pass) }
    let loss = pass.forward()
    pass.backward()
    if !loss.isFinite { diverge() }
    return Step(index: index, epoch: index / batches.perEpoch, loss: loss, pass: pass, run: self)
  }

  private var isStopped: Bool { divergedAt != nil && stopsWhenNotFinite }

  /// The length of all gradients together, before clipping.
  var gradientNorm: Double {
    if let squaredNorm { return squaredNorm.squareRoot() }
    pass.reclaimGradients()
    let square = pass.squaredGradientNorm
    squaredNorm = square
    return square.squareRoot()
  }

  /// |ΔW| / |W| of the update that this step will make.
  func updateRatio(of parameter: Parameter) -> Double {
    guard let change = change(of: parameter) else { return 0 }
    return change.norm / parameter.value.norm
  }

  /// The change of every parameter in the update that this step will make; nil if there is none.
  private var previewedChange: Storage? {
    guard let update = nextUpdate else { return nil }
    let values = pass.network.store.values
    let change = change ?? Storage(count: values.count, precision: values.precision)
    self.change = change
    if previewedStep != index {
      updater.preview(update, in: change)
      previewedStep = index
    }
    return change
  }

  /// What the update that this step will make takes off a parameter; nil if there is none.
  func change(of parameter: Parameter) -> Tensor? {
    guard let change = previewedChange else { return nil }
    let store = pass.network.store
    let index =
      (parameter.value.storage.start - store.values.start) / store.values.precision.byteCount
    return Tensor(
      storage: Storage(slice: change, at: index, count: parameter.count), rows: parameter.rows,
      columns: parameter.columns, tracksGradient: false)
  }

  /// Forgets momentum and moments.
  func resetMoments() {
    updater.reset()
    previewedStep = -1
  }

  private func update() {
    guard let update = nextUpdate else {
      skippedSteps.append(index)
      noteNonFinite()
      return
    }
    let square = updater.apply(update)
    if !square.isFinite { diverge() }
  }

  /// The update of this step; nil where it is to be clipped and has no length.
  private var nextUpdate: Update? {
    pass.reclaimGradients()
    guard let scale = clippingScale else { return nil }
    var update = Update(
      rateFactor: optimizer.rateFactor(atStep: index), scale: scale, l2: optimizer.l2,
      decoupledDecay: optimizer.decoupledDecay, gradients: pass.network.store.gradients)
    if let shaped {
      if shapedStep != index {
        shaped.fill(optimizer, scale: scale)
        shapedStep = index
      }
      (update.scale, update.gradients) = (1, shaped.storage)
    }
    return update
  }

  /// What the gradient is multiplied by: 1, or less where it is too long; nil where it has no length.
  private var clippingScale: Double? {
    if case .none = optimizer.clipping { return 1 }
    let norm = gradientNorm
    guard norm.isFinite else { return nil }
    if case .norm(let limit) = optimizer.clipping, norm > limit { return limit / norm }
    return 1
  }

  private func diverge() {
    noteNonFinite()
    if divergedAt == nil { divergedAt = index }
  }

  private func noteNonFinite() {
    if firstNonFinite == nil { firstNonFinite = pass.firstNonFinite(atStep: index) }
  }
}

extension Pass {
  var squaredGradientNorm: Double {
    let gradients = network.store.gradients
    return tk_sum_of_squares(gradients.precision.kernel, gradients.count, gradients.start)
      .withPlainNaN
  }
}
