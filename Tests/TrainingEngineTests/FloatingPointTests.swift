import Testing
import TrainingEngine

/// Where 32-bit numbers end, with subnormal numbers kept.
@Suite struct FloatingPointTests {
  @Test(
    arguments: [
      (2.0, "float32.doublingsToInf"), (0.5, "float32.halvingsToZero"),
      (0.25, "float32.quarteringsToZero"),
    ])
  func leavesTheRangeOfFloatAfterSoManyFactors(_ factor: Double, _ id: String) {
    var product = Tensor(1, precision: .float, tracksGradient: false)
    var count = 0
    while product.value != 0, product.value.isFinite {
      product = product * factor
      count += 1
    }
    expectReference(id, Double(count))
  }

  @Test func sigmoidSlopeIsExactlyZeroFromSixteenAndAHalfOn() {
    let first = (0...3000).first { index in
      let x = Tensor(Double(index) / 100, precision: .float)
      x.sigmoid().backward()
      return x.gradient.value == 0
    }
    expectReference("float32.sigmoidSlopeExactlyZeroAt", Double(first ?? 0) / 100)
  }

  // Which NaN infinity − infinity gives differs among processors, and "-nan" would be printed.
  @Test func printsEveryNaNAlike() {
    let negative = Tensor([[-Double.nan, 1]], precision: .float)
    #expect(negative.values[0].sign == .plus)
    for value in [negative.mean, negative.deviation, negative.norm, negative.dot(negative)] {
      #expect("\(value)" == "nan")
    }
    #expect("\(Sample(step: 0, value: -.nan).value)" == "nan")
  }

  @Test func keepsNotANumberThroughReLU() {
    #expect(Tensor([[.nan, -1, 1]]).relu()[0, 0].isNaN)
  }
}
