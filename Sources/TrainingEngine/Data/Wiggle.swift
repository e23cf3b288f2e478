internal import TrainingKernels

extension Dataset {
  /// Six wave forms to tell apart, 40 noisy samples each: sine, square, saw, triangle, chirp and
  /// double pulse, with random phase in [0, 0.5), frequency in [1.8, 2.4), amplitude in [0.7, 1.3).
  ///
  /// Guessing gives the loss ln 6 = 1.7918. Example i is the same whatever the count.
  ///
  /// ```swift
  /// Dataset.wiggle(count: 1500, seed: 1).features  // == 40
  /// ```
  public static func wiggle(count: Int, noise: Double = 0.25, seed: Int) -> Dataset {
    let samples = 40
    let classes = RandomStream(seed: seed, name: "wiggle classes")
    let phases = RandomStream(seed: seed, name: "wiggle phases")
    let frequencies = RandomStream(seed: seed, name: "wiggle frequencies")
    let amplitudes = RandomStream(seed: seed, name: "wiggle amplitudes")
    let deviates = RandomStream(seed: seed, name: "wiggle noise")
    var flat: [Double] = []
    var labels: [Int] = []
    flat.reserveCapacity(count * samples)
    for example in 0..<count {
      let label = classes.integer(example, below: 6)
      let phase = 0.5 * phases.uniform(example)
      let frequency = 1.8 + 0.6 * frequencies.uniform(example)
      let amplitude = 0.7 + 0.6 * amplitudes.uniform(example)
      for sample in 0..<samples {
        let time = Double(sample) / Double(samples)
        let form = waveForm(label, at: time, frequency: frequency, phase: phase)
        flat.append(amplitude * form + noise * deviates.normal(example * samples + sample))
      }
      labels.append(label)
    }
    return Dataset(flat: flat, features: samples, labels: labels, classes: 6)
  }

  private static func waveForm(
    _ label: Int, at time: Double, frequency: Double, phase: Double
  ) -> Double {
    let turns = frequency * time + phase
    let turn = turns - turns.rounded(.down)
    switch label {
    case 0: return tk_sin(2 * .pi * turn)
    case 1: return turn == 0 || turn == 0.5 ? 0 : turn < 0.5 ? 1 : -1
    case 2: return 2 * turn - 1
    case 3: return 4 * (turn - 0.5).magnitude - 1
    case 4: return tk_sin(2 * .pi * (frequency * time * time * 1.6 + phase))
    default: return turn < 0.15 || (turn > 0.3 && turn < 0.45) ? 1.6 : -0.5
    }
  }
}
