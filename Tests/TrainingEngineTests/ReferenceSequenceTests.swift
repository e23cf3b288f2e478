import Testing
import TrainingEngine

/// One matrix applied again and again: reference values of the lesson on sequences.
@Suite struct ReferenceSequenceTests {
  @Test func aMatrixOfSpectralRadiusBelowOneGrowsAtFirst() {
    let a = Tensor([[0.9, 5], [0, 0.9]])
    var power = a
    var largest = 0.0, place = 0
    for t in 1...50 {
      if t > 1 { power = power.multiplied(by: a) }
      // The larger singular value of a 2×2 matrix, from its length and determinant.
      let squares = power.norm * power.norm
      let determinant = power[0, 0] * power[1, 1] - power[0, 1] * power[1, 0]
      let root = (squares * squares - 4 * determinant * determinant).squareRoot()
      let norm = ((squares + root) / 2).squareRoot()
      if norm > largest { (largest, place) = (norm, t) }
    }
    expectReference("rnn.nonnormal.peak", largest)
    #expect(place == 9)
  }

  // Pascanu et al. 2013: the wall in the loss of a single recurrent sigmoid.
  @Test func aSingleSigmoidUnitHasAWall() {
    let w = Tensor(5), b = Tensor(-2.5)
    var h = Tensor(0.5, tracksGradient: false)
    for _ in 1...50 { h = (w * h + b).sigmoid() }
    (h - 0.7).squared().backward()
    expectReference("rnn.wall.w5", b.gradient.value)
  }
}
