internal import TranscriptFormat

/// The controls of the running block: which there are, and how each stands in this process.
enum Controls {
  nonisolated(unsafe) private(set) static var declared: [Control] = []
  /// The index of each control's value.
  nonisolated(unsafe) private(set) static var choice: [Int] = []
  /// Whether a block is running, which the notebook tells; a program started by hand has none.
  nonisolated(unsafe) private(set) static var isInBlock = false
  /// Whether the rest of the block is run for each value; otherwise for the initial ones only.
  nonisolated(unsafe) private(set) static var sweeps = true
  /// Whether this process is a copy, made for one position.
  nonisolated(unsafe) static var isCopy = false
  /// What a page has set from outside.
  nonisolated(unsafe) private static var settings: [(name: String, number: Double)] = []

  static func beginBlock(sweeps: Bool) {
    (declared, choice, isInBlock) = ([], [], true)
    self.sweeps = sweeps
  }

  static func leaveBlock() { isInBlock = false }

  /// Ends the block; a copy has then done its work, since nothing of it leaks into later blocks.
  static func endBlock() {
    isInBlock = false
    if isCopy { endCopy() }
  }

  static func declare(_ control: Control) {
    declared.append(control)
    choice.append(control.initial)
  }

  static func choose(_ index: Int) { choice[choice.count - 1] = index }

  /// What tells the ids in this process's drawings from those at other positions.
  static var suffix: String {
    #if canImport(Glibc)
      isCopy ? "p" + choice.map { String($0) }.joined(separator: "-") : ""
    #else
      "live"
    #endif
  }

  static func set(_ name: String, to number: Double) {
    settings.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
    settings.append((name, number))
  }

  static func number(setFor name: String) -> Double? {
    settings.first { $0.name.utf8.elementsEqual(name.utf8) }?.number
  }
}

extension LessonProgram {
  /// Sets a control from outside, before its block runs: a slider to a number, a picker to the
  /// choice with that index.
  public static func set(_ control: String, to number: Double) {
    Controls.set(control, to: number)
  }
}
