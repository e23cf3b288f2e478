import Testing
import TrainingEngine

/// Networks of five shapes, trained from numbers made outside the engine, against 64-bit losses
/// computed by another library.
@Suite struct WorkloadTests {
  @Test(arguments: Workload.all)
  func losesWhatTheReferenceLoses(_ workload: Workload) {
    // The widest network takes half a minute to a hundred steps: ten show as much.
    let last = workload.name == "W4" ? 9 : 99
    var losses: [Double] = []
    for step in workload.training(workload.network(), steps: last + 1) { losses.append(step.loss) }
    for (step, reference) in workload.referenceLosses where step <= last {
      let error = ((losses[step] - reference) / reference).magnitude
      #expect(error <= tolerance(workload, step), "step \(step): \(losses[step])")
    }
  }

  @Test func losesTheSameInDoubleToAllDigitsOfTheReference() {
    for workload in Workload.all.prefix(3) {
      let network = workload.network(precision: .double)
      var losses: [Double] = []
      for step in workload.training(network, steps: 10) { losses.append(step.loss) }
      for (step, reference) in workload.referenceLosses where step <= 9 {
        #expect((losses[step] - reference).magnitude < 2e-9, "\(workload.name), step \(step)")
      }
    }
  }

  /// Batch norm amplifies the last bits, so that 32-bit libraries differ among themselves.
  private func tolerance(_ workload: Workload, _ step: Int) -> Double {
    switch (workload.isNormalized, step) {
    case (true, 99): 0.05
    case (true, 9): 0.005
    case (_, 99): 0.01
    default: 2e-6
    }
  }
}

extension Workload: CustomTestStringConvertible {
  var testDescription: String { name }
}
