internal import TranscriptFormat

extension Controls {
  /// Where a control is declared.
  struct Place {
    var function: String
    var module: String
    var file: StaticString
    var line: UInt

    /// Declares a control here; the index of the value that this process goes on with.
    ///
    /// - Parameters:
    ///   - numbers: the values as numbers, for a page that goes between them.
    ///   - initial: the index of the initial value, or nil if it is none of the values.
    ///   - wanted: what was asked for as the initial value.
    func index(
      of kind: Control.Kind, _ name: String, _ values: [String], numbers: [Double] = [],
      isWhole: Bool = false, initial: Int?, wanted: String
    ) -> Int {
      if let mistake = mistake(name, values, initial: initial, wanted: wanted) {
        stop(mistake, file, line)
      }
      let control = Control(
        kind: kind, name: name, values: values, initial: initial ?? 0, numbers: numbers,
        isWhole: isWhole)
      Controls.declare(control)
      if isInBlock { runCopies(for: control, at: self) }
      return choice[choice.count - 1]
    }

    /// Declares a control here that goes through a range, so that this process alone goes on.
    func declare(range control: Control) {
      if let mistake = rangeMistake(of: control) ?? mistake(control.name) {
        stop(mistake, file, line)
      }
      Controls.declare(control)
      if isInBlock {
        LessonProgram.report(.control(control, printedBytes: LessonProgram.printedBytes()))
      }
    }

    private func rangeMistake(of control: Control) -> Mistake? {
      guard let range = control.range else { return nil }
      let (lower, upper) = (ReaderNumber.text(range.lower), ReaderNumber.text(range.upper))
      guard range.lower < range.upper, (range.upper - range.lower).isFinite else {
        return .rangeWithoutWay(control.name, from: lower, to: upper)
      }
      guard (range.lower...range.upper).contains(control.numbers[0]) else {
        return .initialValueIsOutside(control.name, control.values[0], from: lower, to: upper)
      }
      return range.step > 0 && range.step <= range.upper - range.lower
        ? nil : .stepOfRange(control.name, ReaderNumber.text(range.step), from: lower, to: upper)
    }

    private func mistake(
      _ name: String, _ values: [String], initial: Int?, wanted: String
    ) -> Mistake? {
      if values.isEmpty { return .controlWithoutValues(name) }
      for (index, value) in values.enumerated()
      where values[..<index].contains(where: { $0.utf8.elementsEqual(value.utf8) }) {
        return .controlWithEqualValues(name, value)
      }
      if initial == nil { return .initialValueIsNone(name, wanted, of: values) }
      if let mistake = mistake(name) { return mistake }
      guard isInBlock, sweeps else { return nil }
      let positions = declared.reduce(values.count) { $0 * $1.values.count }
      return positions > mostPositions ? .tooManyPositions(positions, most: mostPositions) : nil
    }

    /// What is wrong with declaring a control of this name here.
    private func mistake(_ name: String) -> Mistake? {
      guard isInBlock else { return nil }
      if !isTopLevel { return .controlInside(name, function) }
      return declared.contains { $0.name.utf8.elementsEqual(name.utf8) }
        ? .controlDeclaredTwice(name) : nil
    }

    /// Outside any function, `#function` is the module's name.
    private var isTopLevel: Bool {
      let name = Array((function + "/").utf8)
      return Array(module.utf8.prefix(name.count)) == name
    }
  }

  static let mostPositions = 500
}

extension Mistake {
  package static func controlWithoutValues(_ name: String) -> Mistake {
    Mistake("“\(name)” has no values to choose from; a control needs at least one.")
  }

  package static func controlWithEqualValues(_ name: String, _ value: String) -> Mistake {
    Mistake("“\(name)” lists \(value) twice; a reader could not tell the two apart.")
  }

  package static func initialValueIsNone(
    _ name: String, _ initial: String, of values: [String]
  ) -> Mistake {
    Mistake(
      "“\(name)” begins with \(initial), which is not among its values: "
        + values.joined(separator: ", ") + ".")
  }

  package static func rangeWithoutWay(
    _ name: String, from lower: String, to upper: String
  ) -> Mistake {
    Mistake("“\(name)” goes from \(lower) to \(upper), which leaves nothing to choose.")
  }

  package static func initialValueIsOutside(
    _ name: String, _ initial: String, from lower: String, to upper: String
  ) -> Mistake {
    Mistake("“\(name)” begins with \(initial), but goes from \(lower) to \(upper).")
  }

  package static func stepOfRange(
    _ name: String, _ step: String, from lower: String, to upper: String
  ) -> Mistake {
    Mistake(
      "“\(name)” goes from \(lower) to \(upper) in steps of \(step); a step is more than 0 and no "
        + "more than the whole way.")
  }

  package static func controlInside(_ name: String, _ function: String) -> Mistake {
    Mistake(
      "“\(name)” is declared in \(function). A control stands at the top level of a block, where "
        + "the notebook runs the rest of the block once for each value; "
        + "hand its value to the function instead.")
  }

  package static func controlDeclaredTwice(_ name: String) -> Mistake {
    Mistake("This block has two controls called “\(name)”; give each a name of its own.")
  }

  package static func tooManyPositions(_ count: Int, most: Int) -> Mistake {
    Mistake(
      "The controls of this block have \(count) positions together, and the notebook runs each; "
        + "at most \(most) are allowed. List fewer values.")
  }

  package static func noCopy(_ reason: String) -> Mistake {
    Mistake("This system does not let the program make a copy of itself: \(reason).")
  }
}
