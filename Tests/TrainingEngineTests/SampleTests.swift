import Testing
import TrainingEngine

@Suite struct SampleTests {
  private let growing = [1.0, 8, 4, 16, 3].enumerated().map { place, value in
    Sample(step: 0, layer: place + 1, name: "Dense \(place + 1)", value: value)
  }

  // Back from 16 to 8 over two layers is a factor of √(8/16) a layer.
  @Test func theRatioIsTheGeometricMeanOnTheWayBack() {
    let expected = 0.5.squareRoot()
    #expect((geometricMeanRatio(of: growing, layers: 2...4) - expected).magnitude < 1e-15)
    #expect((geometricMeanRatio(of: growing, layers: 1...2) - 0.125).magnitude < 1e-15)
  }

  @Test func theRatioIsThatOfTheFirstStep() {
    let later = growing.map { Sample(step: 1, layer: $0.layer, name: $0.name, value: 7) }
    #expect(
      geometricMeanRatio(of: growing + later, layers: 2...4)
        == geometricMeanRatio(of: growing, layers: 2...4))
  }

  @Test func theRatioOfALayerThatWasNotMeasuredIsNotANumber() {
    #expect(geometricMeanRatio(of: growing, layers: 2...9).isNaN)
  }
}
