/// How the rate changes from step to step: a factor for each.
///
/// ```swift
/// // Where the weight 0 ends when every step adds the rate, which is 1.
/// func distance(_ schedule: Schedule, steps: Int) -> Double {
///   let layer = Dense(from: 1, to: 1, bias: false, weights: .zero)
///   let minusOutput = Loss("minusOutput") { outputs, _ in -outputs.average() }
///   _ = Network(seed: 1) { layer }.train(
///     on: Dataset(inputs: [[1]], targets: [[0]]), minimizing: minusOutput,
///     using: .sgd(rate: 1).following(schedule), steps: steps)
///   return layer.weights.value.value
/// }
/// distance(.constant, steps: 4)  // == 4
/// distance(.step(every: 2, times: 0.5), steps: 4)  // == 3
/// distance(.warmUp(steps: 4), steps: 4)  // == 2.5
/// distance(Schedule("halves") { step in step == 0 ? 1 : 0.5 }, steps: 4)  // == 2.5
/// Schedule.step(every: 2, times: 0.5).description  // == ".step(every: 2, times: 0.5)"
/// ```
public struct Schedule: Sendable, CustomStringConvertible {
  /// The source that makes it.
  public let description: String
  let factor: @Sendable (_ step: Int) -> Double
  let mistake: Mistake?

  init(
    _ description: String, mistake: Mistake?, factor: @escaping @Sendable (_ step: Int) -> Double
  ) {
    self.description = description
    self.mistake = mistake
    self.factor = factor
  }

  /// A schedule of your own: what the rate is multiplied by at each step, from 0.
  ///
  /// ```swift
  /// Schedule("inverse") { step in 1 / Double(1 + step) }
  /// ```
  public init(_ name: String, factor: @escaping @Sendable (_ step: Int) -> Double) {
    self.init(".\(name)", mistake: nil, factor: factor)
  }

  /// The rate as it is.
  public static let constant = Schedule("constant") { _ in 1 }

  /// Multiplies the rate by `factor` after every `count` steps.
  public static func step(every count: Int, times factor: Double) -> Schedule {
    let mistake: Mistake? =
      count < 1 ? .scheduleSteps("step(every:times:)", count) : factor > 0 ? nil : .factor(factor)
    return Schedule(".step(every: \(count), times: \(source(factor)))", mistake: mistake) { step in
      (0..<step / count).reduce(1) { product, _ in product * factor }
    }
  }

  /// Raises the rate evenly, from 1/`steps` of it at the first step to all of it at step `steps` − 1
  /// and after (Goyal et al. 2017).
  public static func warmUp(steps: Int) -> Schedule {
    let mistake: Mistake? = steps < 1 ? .scheduleSteps("warmUp(steps:)", steps) : nil
    return Schedule(".warmUp(steps: \(steps))", mistake: mistake) { step in
      step + 1 < steps ? Double(step + 1) / Double(steps) : 1
    }
  }
}

extension Mistake {
  package static func scheduleSteps(_ schedule: String, _ steps: Int) -> Mistake {
    Mistake("\(schedule) needs at least one step, not \(steps).")
  }

  package static func factor(_ factor: Double) -> Mistake {
    Mistake("step(every:times:) needs a positive factor, not \(source(factor)).")
  }
}
