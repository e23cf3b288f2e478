internal import TrainingKernels

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
/// distance(.cosine(steps: 4), steps: 4)  // == 2.5
/// distance(Schedule("halves") { step in step == 0 ? 1 : 0.5 }, steps: 4)  // == 2.5
/// Schedule.step(every: 2, times: 0.5).description  // == ".step(every: 2, times: 0.5)"
/// ```
public struct Schedule: Sendable, CustomStringConvertible {
  /// The source that makes it.
  public let description: String
  private let factor: @Sendable (_ step: Int) -> Double
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

  /// What the rate of step `step`, from 0, is multiplied by.
  ///
  /// ```swift
  /// (0..<4).map(Schedule.warmUp(steps: 4).factor(atStep:))  // == [0.25, 0.5, 0.75, 1]
  /// ```
  public func factor(atStep step: Int) -> Double { factor(step) }

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

  /// Raises the rate evenly, from 1/`steps` of it at the first step to all of it at step `steps` −
  /// 1 and after (Goyal et al. 2017).
  public static func warmUp(steps: Int) -> Schedule {
    let mistake: Mistake? = steps < 1 ? .scheduleSteps("warmUp(steps:)", steps) : nil
    return Schedule(".warmUp(steps: \(steps))", mistake: mistake) { step in
      step + 1 < steps ? Double(step + 1) / Double(steps) : 1
    }
  }

  /// Lowers the rate along half a cosine, from all of it at the first step to `floor` of it at step
  /// `steps` and after (Loshchilov & Hutter 2017).
  ///
  /// ```swift
  /// .sgd(rate: 0.1).following(.warmUp(steps: 100)).following(.cosine(steps: 2000))
  /// ```
  public static func cosine(steps: Int, to floor: Double = 0) -> Schedule {
    let mistake: Mistake? =
      steps < 1
      ? .scheduleSteps("cosine(steps:)", steps) : (0...1).contains(floor) ? nil : .floor(floor)
    let text = floor == 0 ? "" : ", to: \(source(floor))"
    return Schedule(".cosine(steps: \(steps)\(text))", mistake: mistake) { step in
      let share = Double(min(step, steps)) / Double(steps)
      return floor + (1 - floor) * (1 + tk_cos(.pi * share)) / 2
    }
  }
}

extension Mistake {
  package static func scheduleSteps(_ schedule: String, _ steps: Int) -> Mistake {
    Mistake("\(schedule) needs at least one step, not \(steps).")
  }

  package static func floor(_ floor: Double) -> Mistake {
    Mistake("cosine(steps:to:) ends at a share of the rate from 0 to 1, not \(source(floor)).")
  }

  package static func factor(_ factor: Double) -> Mistake {
    Mistake("step(every:times:) needs a positive factor, not \(source(factor)).")
  }
}
