/// What the records of one experiment add up to.
struct RecordReader {
  private let printed: [UInt8]
  private var printedStart = 0
  private(set) var experiment: Int?
  private(set) var outputs: [Output] = []
  /// How many outputs stand above the first control.
  private var start = 0
  private var controls: [Control] = []
  private var positions: [Copy] = []
  /// The copies under way: one inside the other, where several controls multiply.
  private var copies: [Copy] = []

  /// A copy of the program at work on one position, with the controls that it has declared.
  private struct Copy {
    var choice: [Int]
    var controls: [Control]
    var outputs: [Output]

    /// The choice for all of its controls: it goes on with the initial values of those that it
    /// declares itself.
    var wholeChoice: [Int] { choice + controls.dropFirst(choice.count).map { $0.initial } }

    var text: String { Sweep(controls: controls, start: 0).text(of: wholeChoice) }
  }

  init(printed: [UInt8]) { self.printed = printed }

  mutating func begin(_ experiment: Int?) {
    self.experiment = experiment
    (outputs, controls, positions, copies) = ([], [], [], [])
  }

  /// Takes what was printed up to a byte; what a copy prints counts for nothing.
  mutating func takePrinted(to end: Int) {
    let end = min(end, printed.count)
    guard printedStart < end else { return }
    defer { printedStart = end }
    guard copies.isEmpty, experiment != nil else { return }
    outputs.append(.printed(String(decoding: printed[printedStart..<end], as: UTF8.self)))
  }

  mutating func take(_ output: Output) {
    guard experiment != nil else { return }
    if copies.isEmpty {
      outputs.append(output)
    } else {
      copies[copies.count - 1].outputs.append(output)
    }
  }

  mutating func declare(_ control: Control) {
    if copies.isEmpty {
      if controls.isEmpty { start = outputs.count }
      controls.append(control)
    } else {
      copies[copies.count - 1].controls.append(control)
    }
  }

  /// A copy has shown what its program had shown below the first control.
  mutating func beginCopy(_ choice: [Int]) {
    let shown = copies.last?.outputs ?? outputs.dropFirst(start).filter { $0.varies }
    let declared = copies.last?.controls ?? controls
    copies.append(Copy(choice: choice, controls: declared, outputs: shown))
  }

  mutating func endCopy() {
    if let copy = copies.popLast() { positions.append(copy) }
  }

  /// The sweep, once the experiment is over; nil for one without controls.
  var sweep: Sweep? {
    guard !controls.isEmpty else { return nil }
    var sweep = Sweep(controls: controls, start: start)
    sweep.positions = positions.map {
      Sweep.Position(choice: $0.wholeChoice, outputs: $0.outputs)
    }
    sweep.irregular = positions.first { $0.controls != controls }?.text
    return sweep
  }

  /// Where the records end, in words: `Learning rate = 10`; nil where no control is declared.
  var position: String? {
    let copy = copies.last ?? Copy(choice: [], controls: controls, outputs: [])
    return copy.controls.isEmpty ? nil : copy.text
  }
}

extension Output {
  /// Whether it belongs to each position of a control, not just to the initial one.
  fileprivate var varies: Bool {
    switch self {
    case .figure, .table, .text: true
    case .printed, .failure, .runs, .claim: false
    }
  }
}
