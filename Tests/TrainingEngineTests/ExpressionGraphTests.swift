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
}
