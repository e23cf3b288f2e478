import Testing
import TrainingEngine

@Suite struct DatasetTests {
  @Test func wiggleHasSixClassesOfAboutOneSize() {
    let waves = Dataset.wiggle(count: 3000, seed: 1)
    #expect(waves.features == 40 && waves.classes == 6 && waves.count == 3000)
    for label in 0..<6 {
      let share = Double(waves.labels.filter { $0 == label }.count) / 3000
      #expect((share - 1.0 / 6).magnitude < 0.03)
    }
  }

  // Mean square of each wave form at amplitude 1 (over all phases and frequencies), times the mean
  // square amplitude 1 + 0.6²/12, plus the noise 0.25².
  @Test(arguments: [(0, 0.5), (1, 1), (2, 0.3333), (3, 0.3333), (4, 0.5), (5, 0.943)])
  func wiggleHasTheEnergyOfItsWaveForms(_ label: Int, _ square: Double) {
    let waves = Dataset.wiggle(count: 6000, seed: 3)
    let rows = (0..<waves.count).filter { waves.labels[$0] == label }.map { waves[$0].input }
    let sum = rows.joined().reduce(0) { $0 + $1 * $1 }
    let expected = square * 1.03 + 0.0625
    #expect((sum / Double(rows.count * 40) / expected - 1).magnitude < 0.06)
  }

  @Test func anExampleDoesNotDependOnHowManyThereAre() {
    let few = Dataset.wiggle(count: 10, seed: 1), many = Dataset.wiggle(count: 100, seed: 1)
    #expect(few.inputs == many.prefix(10).inputs)
    #expect(few.labels == many.prefix(10).labels)
    #expect(Dataset.wiggle(count: 10, seed: 2).inputs != few.inputs)
  }

  @Test func withoutNoiseAWaveStaysWithinItsAmplitude() {
    let waves = Dataset.wiggle(count: 200, noise: 0, seed: 1)
    for example in 0..<200 where waves.labels[example] == 1 {
      let sizes = Set(waves[example].input.map(\.magnitude))
      #expect(sizes.count == 1 && (0.7...1.3).contains(sizes.first ?? 0))
    }
  }

  @Test func spiralsAreTwoArmsOfDeviationOne() {
    let spirals = Dataset.spirals(count: 400, noise: 0, seed: 7)
    let numbers = Tensor(spirals.inputs)
    #expect((numbers.deviation - 1).magnitude < 0.01)
    #expect(spirals.labels.prefix(4) == [0, 1, 0, 1])
  }

  @Test func digitsAreTheRealOnesInAnOrderOfTheSeed() {
    let digits = Dataset.digits(seed: 1)
    #expect(digits.count == 1797 && digits.features == 64 && digits.classes == 10)
    #expect(digits.labels.filter { $0 == 0 }.count == 178)
    let pixels = Tensor(digits.inputs)
    #expect(pixels.minimum == 0 && pixels.maximum == 1)
    #expect((pixels.mean * 16 - 4.884164).magnitude < 1e-5)
    #expect(Dataset.digits(seed: 2).labels != digits.labels)
    #expect(Dataset.digits(count: 100, seed: 1).labels == Array(digits.labels.prefix(100)))
  }

  @Test func gaussianRowsHaveTheLengthOfTheirDimensionWhenNormalized() {
    let inputs = Dataset.gaussian(count: 3, features: 256, normalized: true, seed: 1)
    for row in inputs.inputs {
      #expect((row.reduce(0) { $0 + $1 * $1 } - 256).magnitude < 1e-9)
    }
    let plain = Tensor(Dataset.gaussian(count: 100, features: 100, seed: 1).inputs)
    #expect(plain.mean.magnitude < 0.03 && (plain.deviation - 1).magnitude < 0.03)
  }

  @Test func splitsInOrder() {
    let data = Dataset(inputs: (0..<10).map { [Double($0)] }, labels: (0..<10).map { $0 % 2 })
    let (train, test) = data.split(train: 0.7)
    #expect(train.inputs.map { $0[0] } == [0, 1, 2, 3, 4, 5, 6])
    #expect(test.inputs.map { $0[0] } == [7, 8, 9] && test.labels == [1, 0, 1])
    #expect(data[3].input == [3] && data[3].label == 1)
    #expect(data.dropFirst(9).count == 1 && data.prefix(99).count == 10)
  }

  @Test func shufflesBySeedAndKeepsEveryExampleWithItsLabel() {
    let data = Dataset(inputs: (0..<50).map { [Double($0)] }, labels: (0..<50).map { $0 % 3 })
    let shuffled = data.shuffled(seed: 1)
    #expect(shuffled.inputs != data.inputs)
    #expect(shuffled.inputs.map { $0[0] }.sorted() == data.inputs.map { $0[0] })
    #expect(shuffled.inputs.map { Int($0[0]) % 3 } == shuffled.labels)
    #expect(shuffled.inputs == data.shuffled(seed: 1).inputs)
    #expect(shuffled.inputs != data.shuffled(seed: 2).inputs)
    let (train, test) = data.split(train: 0.8, shuffleSeed: 1)
    #expect(train.inputs + test.inputs == shuffled.inputs && train.count == 40)
  }

  @Test func batchesAreFullAndInOrder() {
    let data = Dataset(inputs: (0..<10).map { [Double($0)] }, labels: (0..<10).map { $0 % 2 })
    let batches = data.batches(of: 4)
    #expect(batches.map(\.inputs) == [[[0], [1], [2], [3]], [[4], [5], [6], [7]]])
    #expect(batches[1].labels == [0, 1, 0, 1])
  }

  @Test func standardizingGivesMeanZeroAndDeviationOneByTheTrainingSet() {
    let train = Dataset(inputs: [[1, 5], [3, 5], [5, 5]], labels: [0, 1, 0])
    let test = Dataset(inputs: [[3, 6]], labels: [1])
    let scaled = Tensor(train.standardized().inputs)
    #expect(scaled.column(1) == [0, 0, 0] && scaled[1, 0] == 0)
    let squares = scaled.column(0).reduce(0) { $0 + $1 * $1 }
    #expect((squares - 3).magnitude < 1e-14)
    #expect(test.standardized(like: train).inputs == [[0, 1]])
    #expect(train.standardized().labels == [0, 1, 0])
  }

  @Test func recallStartsWithTheSignOfItsClassAndGoesOnWithNoise() {
    let data = Dataset.recall(count: 500, length: 20, seed: 1)
    #expect(data.features == 20 && data.classes == 2)
    for example in 0..<500 {
      #expect(data[example].input[0] == (data[example].label == 1 ? 1 : -1))
    }
    let noise = Tensor(data.inputs.map { Array($0.dropFirst()) })
    #expect(noise.mean.magnitude < 0.01 && (noise.deviation - 0.3).magnitude < 0.01)
    let share = Double(data.labels.reduce(0, +)) / 500
    #expect((share - 0.5).magnitude < 0.07)
    #expect(data.prefix(10).inputs == Dataset.recall(count: 10, length: 20, seed: 1).inputs)
    #expect(Dataset.recall(count: 2, length: 1, seed: 1).features == 1)
  }
}
