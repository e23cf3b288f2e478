import Testing
import TrainingEngine

/// The space of weights: its points, gradients and curvatures.
@Suite struct CurvatureTests {
  private let moons = Dataset.moons(count: 40, seed: 1)

  private func network() -> Network {
    Network(seed: 1, precision: .double) {
      Dense(from: 2, to: 4)
      Tanh()
      Dense(from: 4, to: 2)
    }
  }

  // L(w + h) ≈ L(w) + g·h + h·H·h/2, to third order.
  @Test func theHessianIsTheSecondDerivative() {
    let network = network()
    let start = network.parameterVector
    let loss = network.inspect(moons, minimizing: .crossEntropy).loss
    let gradient = network.gradientVector
    let hessian = network.hessian(on: moons, minimizing: .crossEntropy)
    #expect(network.parameterVector == start)
    let stream = RandomStream(seed: 1, name: "direction")
    let h = start.indices.map { 1e-3 * stream.normal($0) }
    network.parameterVector = zip(start, h).map(+)
    let slope = zip(gradient, h).reduce(0) { $0 + $1.0 * $1.1 }
    let curve = h.indices.reduce(0.0) { sum, row in
      sum + h[row] * h.indices.reduce(0) { $0 + hessian[row, $1] * h[$1] }
    }
    let found = network.evaluate(on: moons).loss - loss - slope
    #expect((found - curve / 2).magnitude < 1e-8)
    #expect(curve.magnitude > 1e-7)
  }

  @Test func theEigenvalueOfLargestSizeIsThatOfThePowerIteration() {
    let network = network()
    let largest = network.largestHessianEigenvalue(
      on: moons, minimizing: .crossEntropy, iterations: 300)
    let all = network.hessian(on: moons, minimizing: .crossEntropy).eigenvalues
    #expect((all[0] - largest).magnitude < 1e-4)
    #expect(all == all.sorted { $0 > $1 })
  }

  @Test func eigenvaluesHaveTheirSumAndTheirSigns() {
    let matrix = Tensor([[1, 2, 0], [2, -3, 1], [0, 1, 0.5]])
    let values = matrix.eigenvalues
    #expect((values.reduce(0, +) - -1.5).magnitude < 1e-12)
    #expect(values[0] > 0 && values[2] < 0)
    let squares = values.reduce(0) { $0 + $1 * $1 }
    #expect((squares - matrix.norm * matrix.norm).magnitude < 1e-12)
  }
}
