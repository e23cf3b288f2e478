import EventFiles
import Testing
import TrainingEngine

@Suite struct EventFileTests {
  // RFC 3720, appendix B.4, and the value that the literature gives for "123456789".
  @Test(
    arguments: [
      ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
      ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
      (Array(0..<32), 0x46DD_794E), (Array("123456789".utf8), 0xE306_9283), ([], 0),
    ] as [([UInt8], UInt32)])
  func theChecksumIsCRC32C(_ bytes: [UInt8], _ expected: UInt32) {
    #expect(checksum(of: bytes) == expected)
  }

  /// The bytes of the smallest file, by hand: a record with the version, one with a number.
  @Test func aFileIsAListOfFramedEvents() throws {
    var file = EventFile(wallTime: 2)
    file.add("loss", 0.5, step: 3, wallTime: 4)
    let records = try records(in: file.bytes)
    #expect(file.recordCount == 2 && records.count == 2)
    let version: [UInt8] =
      [0x09, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x1A, 13] + Array("brain.Event:2".utf8)
    #expect(records[0] == version)
    let value: [UInt8] = [0x0A, 4] + Array("loss".utf8) + [0x15, 0, 0, 0, 0x3F]
    let number: [UInt8] =
      [0x09, 0, 0, 0, 0, 0, 0, 0x10, 0x40, 0x10, 3, 0x2A, 13, 0x0A, 11] + value
    #expect(records[1] == number)
    #expect(file.name == "events.out.tfevents.2.gradus")
  }

  @Test func everySampleOfAHistoryIsWrittenInTheOrderOfItsSteps() throws {
    let history = run()
    let file = EventFile(history, wallTime: 1000, secondsPerStep: 0.5)
    let events = try records(in: file.bytes).dropFirst().map { try Event(serializedBytes: $0) }
    #expect(events.map(\.step) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    #expect(events.map(\.wallTime) == events.map { 1000 + Double($0.step) / 2 })
    let first = events.prefix(5).map { $0.summary.value[0] }
    #expect(
      first.map(\.tag) == [
        "loss", "delta/Dense 1", "delta/Dense 2", "weightNorm/Dense 1", "weightNorm/Dense 2",
      ])
    let values = [history[.loss], history[.delta], history[.weightNorm]].flatMap { $0 }
      .filter { $0.step == 0 }.map { Float($0.value) }
    #expect(first.map(\.simpleValue) == values)
  }

  @Test func theSameRunMakesTheSameBytes() {
    #expect(EventFile(run(), wallTime: 7).bytes == EventFile(run(), wallTime: 7).bytes)
  }

  @Test func aNameThatIsAPathIsTheTag() throws {
    let probe = Probe("zeros") { _ in [("dnn/hiddenlayer_0/fraction_of_zero_values", 0.5)] }
    let data = Dataset.wiggle(count: 10, seed: 1)
    let history = network().probe(on: data, minimizing: .crossEntropy, recording: probe)
    let last = try #require(try records(in: EventFile(history, wallTime: 0).bytes).last)
    let tag = try Event(serializedBytes: last).summary.value[0].tag
    #expect(tag == "dnn/hiddenlayer_0/fraction_of_zero_values")
  }

  @Test func aDistributionCountsEveryFiniteNumberOnce() {
    let stream = RandomStream(seed: 1, name: "numbers")
    let values = (0..<1000).map { stream.normal($0) }
    let histogram = HistogramProto(of: values + [.nan, .infinity])
    #expect(histogram.num == 1000 && histogram.bucket.reduce(0, +) == 1000)
    #expect(histogram.min == values.min() && histogram.max == values.max())
    #expect(histogram.bucketLimit.last == histogram.max && histogram.bucketLimit.count == 30)
    for (index, limit) in histogram.bucketLimit.enumerated() {
      let below = values.filter { $0 <= limit }.count
      #expect(Double(below) == histogram.bucket[...index].reduce(0, +))
    }
    #expect(
      HistogramProto(of: [3, 3]).bucket == [2] && HistogramProto(of: [3, 3]).bucketLimit == [3])
    #expect(HistogramProto(of: [.nan]).num == 0)
  }

  @Test func histogramsOfARunFollowItsNumbersStepByStep() throws {
    let probe = Probe.activationHistogram(bins: 8, over: 0...4)
    let history = network().train(
      on: .wiggle(count: 10, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 2,
      recording: probe)
    let events = try records(in: EventFile(history, wallTime: 5).bytes).dropFirst()
      .map { try Event(serializedBytes: $0) }
    #expect(events.map(\.step) == [0, 0, 1, 1])
    let values = events.map { $0.summary.value[0] }
    #expect(
      values.map(\.tag).prefix(2) == ["loss", "activationHistogram(bins: 8, over: 0...4)/ReLU 1"])
    for (value, sample) in zip([values[1], values[3]], history[histograms: probe]) {
      #expect(value.histo == HistogramProto(sample.histogram))
      #expect(value.histo.num == Double(80 - sample.histogram.outside))
      #expect(
        value.histo.bucket.map(Int.init)
          == Array(sample.histogram.counts.prefix(value.histo.bucket.count)))
    }
  }

  @Test func aHistogramKeepsItsBinsWithoutTheEmptyOnesAtEitherEnd() {
    let histogram = Histogram(range: 0...4, counts: [0, 2, 0, 1], outside: 3)
    let written = HistogramProto(histogram)
    #expect(written.min == 1 && written.max == 4 && written.num == 3)
    #expect(written.bucketLimit == [2, 3, 4] && written.bucket == [2, 0, 1])
    #expect(written.sum == 2 * 1.5 + 3.5 && written.sumSquares == 2 * 2.25 + 12.25)
    let empty = HistogramProto(Histogram(range: 0...1, counts: [0, 0]))
    #expect(empty.num == 0 && empty.bucket.isEmpty && empty.bucketLimit.isEmpty)
  }

  /// Takes the framing apart and checks every checksum.
  private func records(in bytes: [UInt8]) throws -> [[UInt8]] {
    var rest = bytes[...]
    func number(_ count: Int) -> UInt64 {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    var records: [[UInt8]] = []
    while !rest.isEmpty {
      let head = Array(rest.prefix(8))
      let length = Int(number(8))
      #expect(number(4) == UInt64(maskedChecksum(of: head)))
      let payload = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      #expect(number(4) == UInt64(maskedChecksum(of: payload)))
      records.append(payload)
    }
    return records
  }

  private func network() -> Network {
    Network(seed: 1) {
      Dense(from: 40, to: 8)
      ReLU()
      Dense(from: 8, to: 6)
    }
  }

  private func run() -> History {
    network().train(
      on: .wiggle(count: 10, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), steps: 3,
      recording: .delta, .weightNorm)
  }
}
