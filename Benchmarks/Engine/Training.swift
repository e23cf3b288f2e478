import TrainingEngine

/// Training steps through the interface that lessons use, beside the most that the processor can do.
///
/// - Parameters:
///   - peak: Billions of fused floating-point operations a second, measured in this run.
///   - body: What else is done in each step.
func measure(
  _ workload: Workload, named name: String? = nil, threads: Int = 1, _ timing: Timing,
  peak: Double, each body: (Step) -> Void = { _ in }
) -> BenchmarkLine {
  let steps = workload.training(workload.network(), steps: .max).makeIterator()
  var losses: [Double] = []
  while losses.count < 100, let step = steps.next() { losses.append(step.loss) }
  useThreads(threads)
  defer { useThreads(1) }
  let step = {
    guard let step = steps.next(), step.loss.isFinite else { fatalError("The loss ran away.") }
    body(step)
  }
  let rate = threads == 1 ? timing.rate(of: step) : timing.wallRate(of: step)
  let gigaflops = rate * workload.operationsPerStep / 1e9
  return BenchmarkLine(
    name: name ?? workload.name,
    values: [
      ("threads", Double(threads)), ("stepsPerSecond", rate), ("gflops", gigaflops),
      ("fractionOfPeak", gigaflops / peak), ("lossAtStep0", losses[0]),
      ("lossAtStep9", losses[9]), ("lossAtStep99", losses[99]),
    ])
}

/// What W7 looks at in every step: five statistics of every activation, and the length of every
/// gradient.
struct Statistics {
  var activities: [Activity] = []
  var histograms: [Histogram] = []
  var norms: [Double] = []

  mutating func record(_ step: Step) {
    activities.removeAll(keepingCapacity: true)
    histograms.removeAll(keepingCapacity: true)
    norms.removeAll(keepingCapacity: true)
    for layer in step.activationLayers {
      let output = layer.output
      activities.append(output.activity(saturatedBeyond: 0.97))
      histograms.append(output.histogram(bins: 50, over: -1...1))
    }
    for parameter in step.network.parameters { norms.append(parameter.value.gradient.norm) }
  }
}
