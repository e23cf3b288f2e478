import TrainingEngine

/// A network, its data and its optimizer, defined to the bit so that engines can be compared.
///
/// Weights and inputs come from SplitMix64, not from the engine's own random streams: other
/// libraries can make the same numbers, and so arrive at the same losses.
struct Workload {
  enum Activation { case tanh, relu }

  let name: String
  let sizes: [Int]
  let activation: Activation
  let isNormalized: Bool
  let batch: Int
  let rate: Double
  /// Losses at steps 0, 1, 2, 9 and 99 in 64-bit arithmetic.
  let referenceLosses: [(step: Int, loss: Double)]
  /// The length of the sequences that a recurrent first layer reads; nil if there is none.
  var time: Int?

  static let all = [
    Workload(
      name: "W1", sizes: [64] + [Int](repeating: 64, count: 20) + [10], activation: .tanh,
      isNormalized: false, batch: 64, rate: 0.01,
      referenceLosses: [
        (0, 2.431741575), (1, 2.439451692), (2, 2.482423624), (9, 2.195875956), (99, 1.352873442),
      ]),
    Workload(
      name: "W2", sizes: [32] + [Int](repeating: 32, count: 50) + [10], activation: .relu,
      isNormalized: false, batch: 32, rate: 0.001,
      referenceLosses: [
        (0, 2.604569263), (1, 2.382600934), (2, 2.412368903), (9, 2.323588790), (99, 2.319250786),
      ]),
    Workload(
      name: "W3", sizes: [128] + [Int](repeating: 128, count: 10) + [10], activation: .relu,
      isNormalized: true, batch: 128, rate: 0.05,
      referenceLosses: [
        (0, 2.559940239), (1, 2.549378327), (2, 2.532653819), (9, 1.928735109), (99, 0.369972985),
      ]),
    Workload(
      name: "W4", sizes: [784, 1024, 1024, 10], activation: .relu, isNormalized: false, batch: 256,
      rate: 0.01,
      referenceLosses: [
        (0, 3.052058259), (1, 2.596980440), (2, 2.607798563), (9, 2.446251162), (99, 1.978920653),
      ]),
    Workload(
      name: "W5", sizes: [8, 64, 10], activation: .tanh, isNormalized: false, batch: 32, rate: 0.05,
      referenceLosses: [
        (0, 2.546869877), (1, 2.406213250), (2, 2.446957153), (9, 2.326884545), (99, 1.885083246),
      ], time: 100),
  ]

  /// Floating-point operations of the matrix products of one step: forward, dW and dX, without the
  /// dX of the first layer.
  var operationsPerStep: Double {
    let layers = (0..<sizes.count - 1).reduce(0) { sum, layer in
      let times = layer == 0 ? 2 * (time ?? 1) : 3
      return sum + Double(2 * batch * sizes[layer] * sizes[layer + 1] * times)
    }
    return layers + Double(2 * batch * sizes[1] * sizes[1] * 3 * (time ?? 0))
  }

  func network(precision: Precision = .float) -> Network {
    var stream = SplitMix64(seed: 1)
    return Network(seed: 1, precision: precision) {
      for layer in 0..<sizes.count - 1 {
        let isLast = layer == sizes.count - 2
        let (inputs, outputs) = (sizes[layer], sizes[layer + 1])
        let isRecurrent = layer == 0 && time != nil
        let gain =
          isLast || isRecurrent ? 1 : activation == .tanh ? 5.0 / 3 : 2.0.squareRoot()
        let weights = Initializer.values(
          stream.uniform(inputs * outputs, within: gain * (3 / Double(inputs)).squareRoot()))
        if isRecurrent {
          Recurrent(
            from: inputs, to: outputs, steps: time ?? 1, weights: weights,
            recurrentWeights: .values(
              stream.uniform(outputs * outputs, within: (3 / Double(outputs)).squareRoot())))
        } else {
          Dense(from: inputs, to: outputs, bias: isLast || !isNormalized, weights: weights)
        }
        if !isLast && !isRecurrent {
          if isNormalized { BatchNorm(outputs) }
          switch activation {
          case .tanh: Tanh()
          case .relu: ReLU()
          }
        }
      }
    }
  }

  /// Eight batches, which training takes in order, again and again.
  func data() -> Dataset {
    var inputs = SplitMix64(seed: 2), labels = SplitMix64(seed: 3)
    let (width, time) = (sizes[0], time ?? 1)
    let examples = (0..<8).flatMap { _ in
      // Drawn time by time, example by example; an example's row holds all its times.
      let drawn = inputs.uniform(time * batch * width, within: 3.0.squareRoot())
      return (0..<batch).map { example in
        (0..<time).flatMap { drawn[(($0 * batch + example) * width)...].prefix(width) }
      }
    }
    return Dataset(
      inputs: examples, labels: examples.map { _ in labels.label(below: 10) }, classes: 10)
  }

  func training(_ network: Network, steps: Int) -> Training {
    let plain = Optimizer.sgd(rate: rate)
    return network.training(
      on: data(), minimizing: .crossEntropy,
      using: time == nil ? plain : plain.clippingGradient(toNorm: 1), batch: batch,
      shuffled: false, steps: steps)
  }
}

/// Steele, Lea & Flood 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// `count` numbers between ∓`bound`, rounded to 32 bits.
  mutating func uniform(_ count: Int, within bound: Double) -> [Double] {
    (0..<count).map { _ in
      let unit = Double(next() >> 40) / Double(1 << 24)
      return Double(Float((2 * unit - 1) * bound))
    }
  }

  mutating func label(below classes: UInt64) -> Int { Int((next() >> 33) % classes) }
}
