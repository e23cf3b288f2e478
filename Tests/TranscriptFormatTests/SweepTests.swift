import Testing
import TranscriptFormat

private let rate = Control(kind: .slider, name: "Rate", values: ["0.1", "1"], initial: 0)
private let unit = Control(kind: .picker, name: "Unit", values: ["tanh", "ReLU"], initial: 1)

/// A block that shows A, declares a rate, shows B, declares a unit, shows C and claims something,
/// as its program and the program's copies report it.
private let records: [Record] = [
  .began(experiment: 0, printedBytes: 0),
  .output(.text("A"), printedBytes: 0),
  .control(rate, printedBytes: 3),
  .position([1], printedBytes: 3),
  .output(.text("B1"), printedBytes: 3),
  .control(unit, printedBytes: 3),
  .position([1, 0], printedBytes: 3),
  .output(.text("C10"), printedBytes: 6),
  .positionEnded(printedBytes: 6),
  .output(.text("C11"), printedBytes: 6),
  .positionEnded(printedBytes: 6),
  .output(.text("B0"), printedBytes: 6),
  .control(unit, printedBytes: 6),
  .position([0, 0], printedBytes: 6),
  .output(.text("C00"), printedBytes: 6),
  .positionEnded(printedBytes: 6),
  .output(.text("C01"), printedBytes: 8),
  .ended(printedBytes: 8),
]

private func sweep(_ records: [Record]) -> (outputs: [Output], sweep: Sweep?) {
  var transcript = Transcript(experiments: 1, values: 0)
  transcript.add(records, printed: Array("on\ncp\no\n".utf8), experiments: [0], values: [])
  return (transcript.outputs[0], transcript.sweeps[0])
}

@Test func severalControlsMultiplyAndEveryPositionIsWhole() throws {
  let (outputs, found) = sweep(records)
  let sweep = try #require(found)
  #expect(
    outputs == [.text("A"), .printed("on\n"), .text("B0"), .printed("o\n"), .text("C01")])
  #expect(sweep.controls == [rate, unit])
  #expect(sweep.start == 2)
  #expect(sweep.initialChoice == [0, 1])
  #expect(sweep.count == 4)
  #expect(
    sweep.positions == [
      .init(choice: [1, 0], outputs: [.text("B1"), .text("C10")]),
      .init(choice: [1, 1], outputs: [.text("B1"), .text("C11")]),
      .init(choice: [0, 0], outputs: [.text("B0"), .text("C00")]),
    ])
  #expect(sweep.irregular == nil)
  #expect(sweep.text(of: [1, 0]) == "Rate = 1, Unit = tanh")
}

@Test func aBlockWithoutControlsHasNoSweep() {
  #expect(sweep([.began(experiment: 0, printedBytes: 0), .ended(printedBytes: 0)]).sweep == nil)
}

@Test func aControlThatIsAnotherElsewhereIsNoticed() {
  let changed = records.map { record -> Record in
    guard record == .control(unit, printedBytes: 3) else { return record }
    var other = unit
    other.values = ["tanh", "Swish"]
    return .control(other, printedBytes: 3)
  }
  #expect(sweep(changed).sweep?.irregular == "Rate = 1, Unit = tanh")
}

@Test(
  arguments: [
    (2, nil), (3, "Rate = 0.1"), (4, "Rate = 1"), (6, "Rate = 1, Unit = ReLU"),
    (7, "Rate = 1, Unit = tanh"), (9, "Rate = 1, Unit = ReLU"), (11, "Rate = 0.1"),
    (14, "Rate = 0.1, Unit = tanh"), (16, "Rate = 0.1, Unit = ReLU"),
  ] as [(Int, String?)])
func theRecordsOfAProgramThatStopsSayAtWhichPosition(_ count: Int, _ position: String?) {
  #expect(Array(records.prefix(count)).position == position)
}
