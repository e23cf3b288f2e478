import TrainingEngine

/// Training steps through the interface that lessons use, beside the most that the processor can do.
///
/// - Parameter peak: Billions of fused floating-point operations a second, measured in this run.
func measureTraining(_ timing: Timing, peak: Double) -> [BenchmarkLine] {
  Workload.all.map { workload in
    let steps = workload.training(workload.network(), steps: .max).makeIterator()
    var losses: [Double] = []
    while losses.count < 100, let step = steps.next() { losses.append(step.loss) }
    let rate = timing.rate {
      guard let step = steps.next(), step.loss.isFinite else { fatalError("The loss ran away.") }
    }
    let gigaflops = rate * workload.operationsPerStep / 1e9
    return BenchmarkLine(
      name: workload.name,
      values: [
        ("threads", 1), ("stepsPerSecond", rate), ("gflops", gigaflops),
        ("fractionOfPeak", gigaflops / peak), ("lossAtStep0", losses[0]),
        ("lossAtStep9", losses[9]), ("lossAtStep99", losses[99]),
      ])
  }
}
