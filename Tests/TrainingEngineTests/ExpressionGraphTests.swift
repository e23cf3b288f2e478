import Testing
import TrainingEngine

/// What a lesson shows of an expression of its own.
@Suite struct ExpressionGraphTests {
  @Test func showsValuesAndDerivativesStepByStep() {
    let w = Tensor(3).named("w"), x = Tensor(2).named("x")
    let y = (w * x + 1).squared().named("y")
    y.backward()
    #expect(
      y.graph.description == """
        w = 3.0, derivative 28.0
        x = 2.0, derivative 42.0
        t2 = w * x = 6.0, derivative 14.0
        t3 = t2 + 1 = 7.0, derivative 14.0
        y = squared(t3) = 49.0, derivative 1.0
        """)
  }

  @Test func hasATensorOnceHoweverOftenItIsUsed() {
    let x = Tensor(3).named("x")
    let graph = (x * x - x).graph
    #expect(graph.nodes.map(\.name) == ["x", "t1", "t2"])
    #expect(graph.edges.map { [$0.from, $0.to] } == [[0, 1], [0, 1], [1, 2], [0, 2]])
    #expect(graph.nodes[2].formula == "t1 - x")
    #expect(graph.nodes[0].operation == nil)
  }

  @Test func knowsNoDerivativesBeforeABackwardPass() {
    #expect(Tensor(3).tanh().graph.nodes.allSatisfy { $0.derivatives == nil })
  }

  @Test func namesEveryOperation() {
    let a = Tensor([[1, 2]]).named("a"), b = Tensor([[3], [4]]).named("b")
    let c = Tensor(5).named("c")
    let formulas: [(Tensor, String)] = [
      (a + a, "a + a"), (a - a, "a - a"), (a * a, "a * a"), (a / a, "a / a"), (-a, "-(a)"),
      (a + 1, "a + 1"), (a - 1, "a - 1"), (1 - a, "1 - a"), (a * 2, "2 * a"), (a / 4, "0.25 * a"),
      (a.multiplied(by: b), "a · b"), (a.multiplied(by: b, adding: c), "a · b + c"),
      (a.sigmoid(), "σ(a)"), (a.tanh(), "tanh(a)"), (a.relu(), "relu(a)"),
      (a.leakyReLU(), "leakyReLU(a)"), (a.elu(), "elu(a)"), (a.selu(), "selu(a)"),
      (a.erf(), "erf(a)"), (a.gelu(), "gelu(a)"), (a.silu(), "silu(a)"),
      (a.softplus(), "softplus(a)"), (a.exp(), "exp(a)"), (a.log(), "log(a)"),
      (a.squared(), "squared(a)"), (a.squareRoot(), "√(a)"), (a.sum(), "sum(a)"),
      (a.average(), "average(a)"),
    ]
    for (tensor, formula) in formulas { #expect(tensor.graph.nodes.last?.formula == formula) }
    #expect((a + c).graph.nodes.map(\.formula) == [nil, nil, "repeat(c)", "a + t2"])
  }

  @Test func needsNoStackForADeepExpression() {
    var y = Tensor(1)
    for _ in 1...100_000 { y = y + 1.0 }
    #expect(y.graph.nodes.count == 100_001)
  }

  // Pascanu 2013: a single sigmoid unit over 50 steps, on the wall b = −w/2 where h stays 1/2:
  // d(h₅₀ − 0.7)²/db = −0.1·((w/4)⁵⁰ − 1)/(w/4 − 1).
  @Test func derivesTheWallOfARecurrentUnit() {
    let w = Tensor(5), b = Tensor(-2.5)
    var h = Tensor(0.5, tracksGradient: false)
    for _ in 1...50 { h = (w * h + b).sigmoid() }
    (h - 0.7).squared().backward()
    #expect((b.gradient.value / -28_025.569_286_496_34 - 1).magnitude < 1e-9)
    #expect((w.gradient.value / b.gradient.value - 0.5).magnitude < 1e-9)
  }

  // A = [[0.9, 5], [0, 0.9]] has the spectral radius 0.9, and yet |Aᵗ| grows to 19.4 at t = 9.
  @Test func seesTheTransientGrowthOfANonNormalMatrix() {
    let a = Tensor([[0.9, 5], [0, 0.9]])
    var power = a
    var norms: [Double] = []
    for _ in 1...80 {
      let (p, q, r, s) = (power[0, 0], power[0, 1], power[1, 0], power[1, 1])
      let squares = p * p + q * q + r * r + s * s, determinant = p * s - q * r
      let root = (squares * squares - 4 * determinant * determinant).squareRoot()
      norms.append(((squares + root) / 2).squareRoot())
      power = power.multiplied(by: a)
    }
    #expect((norms.max() ?? 0) > 19.359 && (norms.max() ?? 0) < 19.399)
    #expect(norms.firstIndex(of: norms.max() ?? 0) == 8)
  }
}
