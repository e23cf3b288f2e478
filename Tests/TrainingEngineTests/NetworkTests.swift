import Testing
import TrainingEngine

@Suite struct NetworkTests {
  @Test(
    arguments: [
      "Dense(from: 2, to: 16)", "Dense(from: 2, to: 16, bias: false)",
      "Dense(from: 2, to: 16, weights: .he)", "Dense(from: 2, to: 16, weights: .glorot)",
      "Dense(from: 2, to: 16, weights: .normal(variance: 4, over: .fanIn))",
      "Dense(from: 2, to: 16, weights: .orthogonal(gain: 1), biases: .constant(0.1))",
      "Dense(from: 2, to: 16, weights: .uniform(gain: 1))", "Sigmoid()", "Tanh()", "ReLU()",
      "BatchNorm(32)", "BatchNorm(32, epsilon: 1e-08, momentum: 0.01)",
      "Dense(from: 2, to: 16, weights: .uniform(variance: 2, over: .fanIn))",
      "Dense(from: 2, to: 16, weights: .frameworkDefault)",
      "Dense(from: 2, to: 16, weights: .identity(gain: 0.5))", "LeakyReLU()",
      "LeakyReLU(slope: 0.2)", "PReLU()", "PReLU(units: 16, slope: 0.1)", "ELU()",
      "ELU(alpha: 0.5)", "SELU()", "GELU()", "GELU(.tanh)", "SiLU()", "Softplus()",
      "Activation(\"swish\") { … }", "LayerNorm(32)", "LayerNorm(32, epsilon: 0.001)",
      "Dropout(0.5)", "Residual { ReLU() }",
      "Residual(scale: 0.1) { ReLU(); Dense(from: 8, to: 8, bias: false) }",
      "Recurrent(from: 4, to: 32, steps: 10)",
      "Recurrent(from: 4, to: 32, steps: 10, activation: .none, bias: false, recurrentWeights: .orthogonal(gain: 0.9))",
      "Recurrent(from: 1, to: 8, steps: 2, activation: .relu, weights: .he, recurrentWeights: .identity(gain: 1), biases: .constant(1))",
    ])
  func aLayerDescribesItselfAsSource(_ source: String) {
    let layers: [any Layer] = [
      Dense(from: 2, to: 16), Dense(from: 2, to: 16, bias: false),
      Dense(from: 2, to: 16, weights: .he), Dense(from: 2, to: 16, weights: .glorot),
      Dense(from: 2, to: 16, weights: .normal(variance: 4)),
      Dense(from: 2, to: 16, weights: .orthogonal(), biases: .constant(0.1)),
      Dense(from: 2, to: 16, weights: .uniform()), Sigmoid(), Tanh(), ReLU(), BatchNorm(32),
      BatchNorm(32, epsilon: 1e-8, momentum: 0.01),
      Dense(from: 2, to: 16, weights: .uniform(variance: 2)),
      Dense(from: 2, to: 16, weights: .frameworkDefault),
      Dense(from: 2, to: 16, weights: .identity(gain: 0.5)), LeakyReLU(), LeakyReLU(slope: 0.2),
      PReLU(), PReLU(units: 16, slope: 0.1), ELU(), ELU(alpha: 0.5), SELU(), GELU(), GELU(.tanh),
      SiLU(), Softplus(), Activation("swish") { $0 * $0.sigmoid() }, LayerNorm(32),
      LayerNorm(32, epsilon: 1e-3), Dropout(0.5), Residual { ReLU() },
      Residual(scale: 0.1) {
        ReLU()
        Dense(from: 8, to: 8, bias: false)
      },
      Recurrent(from: 4, to: 32, steps: 10),
      Recurrent(
        from: 4, to: 32, steps: 10, activation: .none, bias: false,
        recurrentWeights: .orthogonal(gain: 0.9)),
      Recurrent(
        from: 1, to: 8, steps: 2, activation: .relu, weights: .he, recurrentWeights: .identity(),
        biases: .constant(1)),
    ]
    #expect(layers.map(\.description).contains(source))
  }

  @Test func aNetworkDescribesItselfAsSource() {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 2, to: 16)
      BatchNorm(16)
      Sigmoid()
      Dense(from: 16, to: 2, bias: false)
    }
    #expect(
      network.description == """
        Network(seed: 1, precision: .double) {
          Dense(from: 2, to: 16)  // 48 parameters
          BatchNorm(16)  // 32 parameters
          Sigmoid()
          Dense(from: 16, to: 2, bias: false)  // 32 parameters
        }  // 112 parameters
        """)
  }

  @Test func anOptimizerDescribesItselfAsSource() {
    let optimizer = Optimizer.sgd(rate: 0.1, momentum: 0.9)
      .clippingGradient(toNorm: 1).decayingWeights(l2: 0.01)
    #expect(
      optimizer.description
        == ".sgd(rate: 0.1, momentum: 0.9).clippingGradient(toNorm: 1).decayingWeights(l2: 0.01)")
  }

  @Test func theLoopsAndConditionsOfABuilderAreThoseOfSwift() {
    let network = Network(seed: 1) {
      Dense(from: 2, to: 4)
      for index in 1...3 {
        if index > 1 { BatchNorm(4) }
        if index == 3 { Tanh() } else { ReLU() }
      }
    }
    #expect(
      network.names == ["Dense 1", "ReLU 1", "BatchNorm 1", "ReLU 2", "BatchNorm 2", "Tanh 1"])
  }

  @Test func theSameSeedMakesTheSameWeightsAndAnotherSeedOthers() {
    #expect(weights(seed: 1, layers: 3) == weights(seed: 1, layers: 3))
    #expect(weights(seed: 1, layers: 3)[0] != weights(seed: 2, layers: 3)[0])
    let three = weights(seed: 1, layers: 3)
    #expect(three[1] != three[2])
  }

  @Test func anotherLayerLeavesTheWeightsOfTheOthersAsTheyWere() {
    #expect(weights(seed: 1, layers: 5).prefix(3) == weights(seed: 1, layers: 3)[...])
    let normalized = Network(seed: 1) {
      Dense(from: 4, to: 4, bias: false)
      BatchNorm(4)
      Dense(from: 4, to: 4, bias: false)
    }
    #expect(normalized.parameters[3].value.values == weights(seed: 1, layers: 3)[1])
  }

  @Test func floatStartsFromTheRoundedWeightsOfDouble() {
    let (float, double) = (make(.float), make(.double))
    #expect(float == double.map { Double(Float($0)) })

    func make(_ precision: Precision) -> [Double] {
      Network(seed: 1, precision: precision) { Dense(from: 8, to: 8) }.parameters[0].value.values
    }
  }

  private static let variances: [(Initializer, Double)] = [
    (.lecun, 0.005), (.glorot, 0.02 / 3), (.he, 0.01), (.normal(variance: 4), 0.02),
    (.normal(variance: 4, over: .fanOut), 0.04), (.normal(variance: 4, over: .one), 4),
    (.uniform(), 0.005 / 3), (.uniform(gain: 3), 0.015), (.orthogonal(gain: 2), 0.02),
    (.uniform(variance: 2), 0.01), (.uniform(variance: 2, over: .fanOut), 0.02),
    (.frameworkDefault, 0.005 / 3),
  ]

  @Test(arguments: variances)
  func anInitializerHasTheVarianceThatItSays(_ initializer: Initializer, _ variance: Double) {
    let weights = start(initializer, 200, 100)
    #expect((weights.deviation * weights.deviation / variance - 1).magnitude < 0.03)
    #expect(weights.mean.magnitude < 0.03 * weights.deviation)
  }

  @Test(arguments: [(6, 6), (9, 4), (4, 9)])
  func anOrthogonalMatrixKeepsLengthsOnItsShorterSide(_ rows: Int, _ columns: Int) {
    let weights = start(.orthogonal(gain: 3), rows, columns)
    let vectors =
      rows < columns
      ? (0..<rows).map { weights.row($0) } : (0..<columns).map { weights.column($0) }
    for (i, a) in vectors.enumerated() {
      for (j, b) in vectors.enumerated() {
        let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (i == j ? 9 : 0)).magnitude < 1e-12)
      }
    }
  }

  @Test func anInitializerOfOnesOwnSeesRowAndColumn() {
    let identity = Initializer("identity") { row, column, _ in row == column ? 1 : 0 }
    #expect(start(identity, 2, 2).values == [1, 0, 0, 1])
    #expect(start(.values([1, 2, 3, 4, 5, 6]), 2, 3)[1, 0] == 4)
    #expect(start(.constant(0.5), 1, 2).values == [0.5, 0.5])
    #expect(start(.identity(gain: 3), 2, 3).values == [3, 0, 0, 0, 3, 0])
  }

  @Test func outputsAreThoseOfTheLayersByHand() {
    let network = Network(seed: 1, precision: .double) {
      Dense(from: 2, to: 2, weights: .values([1, 2, 3, 4]), biases: .values([10, -20]))
      ReLU()
    }
    #expect(network([[1, 1], [0, 1]]) == [[14, 0], [13, 0]])
  }

  private func weights(seed: Int, layers: Int) -> [[Double]] {
    let network = Network(seed: seed) {
      for _ in 1...layers { Dense(from: 4, to: 4, bias: false) }
    }
    return network.parameters.map { $0.value.values }
  }

  private func start(_ initializer: Initializer, _ rows: Int, _ columns: Int) -> Tensor {
    Network(seed: 1, precision: .double) {
      Dense(from: rows, to: columns, bias: false, weights: initializer)
    }.parameters[0].value
  }
}
