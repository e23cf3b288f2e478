import TrainingEngine

/// How fast a workload trains through the interface that lessons use, and what it loses.
struct TrainingMeasurement {
  let workload: Workload
  /// The median over nine repetitions.
  let stepsPerSecond: Double
  /// Losses at steps 0, 9 and 99.
  let losses: [Double]

  /// Billions of floating-point operations in matrix products a second.
  var gigaflops: Double { stepsPerSecond * workload.operationsPerStep / 1e9 }

  init(of workload: Workload) {
    self.workload = workload
    var losses: [Double] = []
    for step in workload.training(workload.network(), steps: 100)
    where [0, 9, 99].contains(step.index) {
      losses.append(step.loss)
    }
    self.losses = losses
    stepsPerSecond = TrainingMeasurement.stepsPerSecond(of: workload)
  }

  /// At least ten steps and 0.4 s to warm up, then nine repetitions of at least 0.25 s.
  private static func stepsPerSecond(of workload: Workload) -> Double {
    let steps = workload.training(workload.network(), steps: .max).makeIterator()
    let warmUp = run(steps, atLeast: 10, seconds: 0.4)
    let chunk = max(1, Int(0.25 * warmUp))
    let rates = (0..<9).map { _ in run(steps, atLeast: chunk, seconds: 0.25) }
    return rates.sorted()[4]
  }

  /// Steps a second of a run of at least so many steps and seconds.
  private static func run(_ steps: Training.Iterator, atLeast count: Int, seconds: Double) -> Double
  {
    let clock = ContinuousClock()
    let start = clock.now
    var done = 0
    var elapsed = 0.0
    repeat {
      for _ in 0..<max(1, count / 8) {
        guard let step = steps.next(), step.loss < .infinity else { return .nan }
        done += 1
      }
      let (whole, fraction) = (clock.now - start).components
      elapsed = Double(whole) + Double(fraction) * 1e-18
    } while done < count || elapsed < seconds
    return Double(done) / elapsed
  }
}
