import Testing
import TranscriptFormat

private let everyRecord: [Record] = [
  .began(experiment: 0, printedBytes: 0),
  .output(.text("Dense(from: 2, to: 16)"), printedBytes: 300),
  .output(.printed("step 3\n"), printedBytes: 1 << 40),
  .output(
    .figure(
      Figure(
        caption: "Gradients “vanish”.", summary: "A line chart.", wide: "<svg/>", narrow: "",
        data: [
          PanelData(
            title: "Plain", table: Table(columns: ["Layer", "|δ|"], rows: [["1", "0.2"]]),
            csv: "Layer,|δ|\n1,0.2\n"),
          PanelData(table: Table(columns: [], rows: [])),
        ],
        axes: [Figure.Axis(name: "Y", lower: 1e-12, upper: 1)])),
    printedBytes: 7),
  .output(
    .runs(
      caption: "Two runs.",
      [
        RecordedRun(
          name: "rate 1",
          events: [
            .init(tag: "loss", step: 0, .number(-.infinity)),
            .init(tag: "loss", step: 300, .number(1.79)),
            .init(
              tag: "activation", step: 300,
              .histogram(lower: -1, upper: 0.5, counts: [0, 7, 1 << 40], outside: 3)),
          ]), RecordedRun(name: "", events: []),
      ]), printedBytes: 7),
  .output(.table(caption: "", Table(columns: [], rows: [])), printedBytes: 7),
  .output(
    .claim(
      Claim(
        sentence: "Holds", holds: true, measured: "0.236", required: "0.228 … 0.244",
        value: 0.236, line: 42, column: 1)), printedBytes: 8),
  .output(
    .claim(
      Claim(
        sentence: "Fails", holds: false, measured: "", required: "", value: nil, line: 43,
        column: 9)), printedBytes: 9),
  .control(
    Control(kind: .picker, name: "Activation", values: ["sigmoid", "tanh"], initial: 1),
    printedBytes: 9),
  .control(
    Control(
      kind: .slider, name: "Depth", values: ["1", "20"], initial: 0, numbers: [1, 20],
      isWhole: true), printedBytes: 9),
  .control(
    Control(
      kind: .slider, name: "x₁", values: ["0.5"], initial: 0, numbers: [0.5],
      range: .init(lower: -1, upper: 2, step: 0.1)), printedBytes: 9),
  .position([0, 2], printedBytes: 9), .positionEnded(printedBytes: 12),
  .failed(end: -4, errors: "Fatal error: no", printedBytes: 12),
  .output(.failure("The program stopped: no"), printedBytes: 12),
  .value(index: 2, text: "1.2 × 10⁻¹²"),
  .ended(printedBytes: -1),
]

@Test func everyRecordReadsBackAsItWasWritten() {
  let bytes = everyRecord.flatMap(\.encoded)
  #expect(Record.decode(bytes) == everyRecord)
}

@Test func aTruncatedFileGivesTheWholeRecordsBeforeTheCut() {
  let bytes = everyRecord.flatMap(\.encoded)
  for end in 0..<bytes.count {
    let records = Record.decode(Array(bytes[..<end]))
    #expect(records == Array(everyRecord.prefix(records.count)))
    #expect(records.count < everyRecord.count)
  }
}

@Test func damagedBytesNeverCrash() {
  let bytes = everyRecord.flatMap(\.encoded)
  for index in bytes.indices {
    for flip in [1, 0x80, 0xFF] as [UInt8] {
      var damaged = bytes
      damaged[index] ^= flip
      #expect(Record.decode(damaged).count <= everyRecord.count)
    }
  }
}

@Test func printedTextIsPutBackBetweenWhatWasShown() {
  var transcript = Transcript(experiments: 2, values: 1)
  transcript.add(
    [
      .began(experiment: 0, printedBytes: 0), .output(.text("A"), printedBytes: 4),
      .value(index: 0, text: "5"), .began(experiment: 1, printedBytes: 6),
      .ended(printedBytes: 9),
    ], printed: Array("one\n2\n3\n\n".utf8), experiments: [0, 1], values: [0])
  #expect(transcript.outputs[0] == [.printed("one\n"), .text("A"), .printed("2\n")])
  #expect(transcript.outputs[1] == [.printed("3\n\n")])
  #expect(transcript.values == ["5"])
}

@Test func whatAnUnfinishedProgramPrintedLastIsKept() {
  var transcript = Transcript(experiments: 1, values: 0)
  transcript.add(
    [.began(experiment: 0, printedBytes: 0)], printed: Array("step 13".utf8),
    experiments: [0], values: [])
  #expect(transcript.outputs == [[.printed("step 13")]])
}
