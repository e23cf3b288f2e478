extension Record {
  /// The record as bytes, its length before it, so that a reader can tell a whole record from one
  /// that a killed program left unfinished.
  public var encoded: [UInt8] {
    var body = ByteWriter()
    switch self {
    case .began(let experiment, let printedBytes):
      body.write(UInt8(1))
      body.write(experiment)
      body.write(printedBytes)
    case .output(let output, let printedBytes):
      body.write(UInt8(2))
      body.write(printedBytes)
      body.write(output)
    case .value(let index, let text):
      body.write(UInt8(3))
      body.write(index)
      body.write(text)
    case .ended(let printedBytes):
      body.write(UInt8(4))
      body.write(printedBytes)
    case .control(let control, let printedBytes):
      body.write(UInt8(5))
      body.write(printedBytes)
      body.write(control)
    case .position(let choice, let printedBytes):
      body.write(UInt8(6))
      body.write(printedBytes)
      body.write(choice.count)
      for index in choice { body.write(index) }
    case .positionEnded(let printedBytes):
      body.write(UInt8(7))
      body.write(printedBytes)
    case .failed(let end, let errors, let printedBytes):
      body.write(UInt8(8))
      body.write(printedBytes)
      body.write(end)
      body.write(errors)
    }
    var frame = ByteWriter()
    frame.write(body.bytes.count)
    return frame.bytes + body.bytes
  }

  /// The whole records at the front of `bytes`; reading stops at the first that is not whole.
  public static func decode(_ bytes: [UInt8]) -> [Record] {
    var frames = ByteReader(bytes[...])
    var records: [Record] = []
    while !frames.isAtEnd, let frame = frames.slice() {
      var body = ByteReader(frame)
      guard let record = decode(&body), body.isAtEnd else { break }
      records.append(record)
    }
    return records
  }

  private static func decode(_ body: inout ByteReader) -> Record? {
    switch body.byte() {
    case 1:
      guard let experiment = body.int(), let printed = body.int() else { return nil }
      return .began(experiment: experiment, printedBytes: printed)
    case 2:
      guard let printed = body.int(), let output = body.output() else { return nil }
      return .output(output, printedBytes: printed)
    case 3:
      guard let index = body.int(), let text = body.text() else { return nil }
      return .value(index: index, text: text)
    case 4: return body.int().map { .ended(printedBytes: $0) }
    case 5:
      guard let printed = body.int(), let control = body.control() else { return nil }
      return .control(control, printedBytes: printed)
    case 6:
      guard let printed = body.int(), let choice = body.list({ $0.int() }) else { return nil }
      return .position(choice, printedBytes: printed)
    case 7: return body.int().map { .positionEnded(printedBytes: $0) }
    case 8:
      guard let printed = body.int(), let end = body.int(), let errors = body.text() else {
        return nil
      }
      return .failed(end: end, errors: errors, printedBytes: printed)
    default: return nil
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ control: Control) {
    write(control.kind.rawValue)
    write(control.name)
    write(control.initial)
    write(control.values.count)
    for value in control.values { write(value) }
    write(control.numbers.count)
    for number in control.numbers { write(number) }
    write(control.isWhole)
    write(control.range != nil)
    guard let range = control.range else { return }
    for number in [range.lower, range.upper, range.step] { write(number) }
  }

  fileprivate mutating func write(_ panel: PanelData) {
    write(panel.title)
    write(panel.table)
    write(panel.csv)
  }

  fileprivate mutating func write(_ axis: Figure.Axis) {
    write(axis.name)
    write(axis.lower)
    write(axis.upper)
  }

  fileprivate mutating func write(_ output: Output) {
    switch output {
    case .printed(let text):
      write(UInt8(1))
      write(text)
    case .text(let text):
      write(UInt8(2))
      write(text)
    case .figure(let figure):
      write(UInt8(3))
      for text in [figure.caption, figure.summary, figure.wide, figure.narrow] { write(text) }
      write(figure.data.count)
      for panel in figure.data { write(panel) }
      write(figure.axes.count)
      for axis in figure.axes { write(axis) }
    case .table(let caption, let table):
      write(UInt8(4))
      write(caption)
      write(table)
    case .failure(let message):
      write(UInt8(6))
      write(message)
    case .runs(let caption, let runs):
      write(UInt8(7))
      write(caption)
      write(runs.count)
      for run in runs { write(run) }
    case .claim(let claim):
      write(UInt8(5))
      for text in [claim.sentence, claim.measured, claim.required] { write(text) }
      write(claim.holds)
      write(claim.value)
      write(claim.line)
      write(claim.column)
    }
  }
}

extension ByteReader {
  /// A count, and so many elements.
  mutating func list<Element>(
    _ element: (inout ByteReader) -> Element?
  ) -> [Element]? {
    guard let count = count() else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }

  fileprivate mutating func control() -> Control? {
    guard let kind = byte().flatMap({ Control.Kind(rawValue: $0) }), let name = text(),
      let initial = int(), let values = list({ $0.text() }), values.indices.contains(initial),
      let numbers = list({ $0.double() ?? nil }), numbers.isEmpty || numbers.count == values.count,
      let isWhole = bool(), let hasRange = bool()
    else { return nil }
    var control = Control(
      kind: kind, name: name, values: values, initial: initial, numbers: numbers, isWhole: isWhole)
    guard hasRange else { return control }
    guard let lower = double() ?? nil, let upper = double() ?? nil, let step = double() ?? nil
    else { return nil }
    control.range = Control.Range(lower: lower, upper: upper, step: step)
    return control
  }

  fileprivate mutating func panel() -> PanelData? {
    guard let title = text(), let table = table(), let csv = text() else { return nil }
    return PanelData(title: title, table: table, csv: csv)
  }

  fileprivate mutating func axis() -> Figure.Axis? {
    guard let name = text(), let lower = double() ?? nil, let upper = double() ?? nil
    else { return nil }
    return Figure.Axis(name: name, lower: lower, upper: upper)
  }

  fileprivate mutating func output() -> Output? {
    switch byte() {
    case 1: return text().map { .printed($0) }
    case 2: return text().map { .text($0) }
    case 3:
      guard let caption = text(), let summary = text(), let wide = text(), let narrow = text(),
        let data = list({ $0.panel() }), let axes = list({ $0.axis() })
      else { return nil }
      return .figure(
        Figure(
          caption: caption, summary: summary, wide: wide, narrow: narrow, data: data, axes: axes))
    case 4:
      guard let caption = text(), let table = table() else { return nil }
      return .table(caption: caption, table)
    case 6: return text().map { .failure($0) }
    case 7:
      guard let caption = text(), let runs = list({ $0.run() }) else { return nil }
      return .runs(caption: caption, runs)
    case 5:
      guard let sentence = text(), let measured = text(), let required = text(),
        let holds = bool(), let value = double(), let line = int(), let column = int()
      else { return nil }
      return .claim(
        Claim(
          sentence: sentence, holds: holds, measured: measured, required: required, value: value,
          line: line, column: column))
    default: return nil
    }
  }
}
