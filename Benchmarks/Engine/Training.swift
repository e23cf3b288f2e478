import Foundation
import TrainingEngine

/// How fast a workload trains through the interface that lessons use, and what it loses.
struct TrainingMeasurement {
  let workload: Workload
  /// Median over nine repetitions of the steps a second.
  let stepsPerSecond: Double
  /// The same for a second of processor time, which other programs disturb less.
  let stepsPerProcessorSecond: Double
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
    // At least ten steps and 0.4 s to warm up, then nine repetitions of at least 0.25 s.
    let steps = workload.training(workload.network(), steps: .max).makeIterator()
    let warmUp = Rate(of: steps, atLeast: 10, seconds: 0.4)
    let count = max(1, Int(0.25 * warmUp.perSecond))
    let rates = (0..<9).map { _ in Rate(of: steps, atLeast: count, seconds: 0.25) }
    stepsPerSecond = rates.map(\.perSecond).sorted()[4]
    stepsPerProcessorSecond = rates.map(\.perProcessorSecond).sorted()[4]
  }
}

/// Steps a second, by the clock and by the time that the processor gave to this program.
private struct Rate {
  let perSecond: Double
  let perProcessorSecond: Double

  init(of steps: Training.Iterator, atLeast count: Int, seconds: Double) {
    let (wall, processor) = (Rate.now(CLOCK_MONOTONIC), Rate.now(CLOCK_PROCESS_CPUTIME_ID))
    var done = 0
    repeat {
      for _ in 0..<max(1, count / 8) {
        guard let step = steps.next(), step.loss.isFinite else { fatalError("The loss ran away.") }
        done += 1
      }
    } while done < count || Rate.now(CLOCK_MONOTONIC) - wall < seconds
    perSecond = Double(done) / (Rate.now(CLOCK_MONOTONIC) - wall)
    perProcessorSecond = Double(done) / (Rate.now(CLOCK_PROCESS_CPUTIME_ID) - processor)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
