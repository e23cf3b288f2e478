import Lessons
import TranscriptFormat

/// The places of a page that change with the controls of one experiment.
///
/// Each holds a panel for every different thing to be seen there. The panels lie on each other, so
/// that nothing moves when another is shown, and say by classes at which values they are seen: `a2`
/// is the third value of the first control, `b0` the first of the second. Rules of the style sheet
/// hide the others, with no script.
struct Positions {
  let sweep: Sweep
  /// Whether a program in the page puts more panels there, and so has to find every place.
  let isLive: Bool
  /// Which of the changing outputs comes next.
  private var next = 0
  /// How many bytes the page holds beyond those of the initial position.
  private(set) var addedBytes = 0

  init(_ sweep: Sweep, isLive: Bool) { (self.sweep, self.isLive) = (sweep, isLive) }

  /// The next output as it is at each position, the initial one first.
  mutating func takeOutputs(_ initial: Output) -> [Output] {
    defer { next += 1 }
    return [initial] + sweep.positions.map { $0.outputs[next] }
  }

  /// A place with what `html` makes of each position's output.
  mutating func place(_ outputs: [Output], _ html: (Output) -> HTML) -> HTML {
    let choices = [sweep.initialChoice] + sweep.positions.map(\.choice)
    var panels: [(html: HTML, text: String, choices: [[Int]])] = []
    for (output, choice) in zip(outputs, choices) {
      let html = html(output)
      // What differs in nothing but the ids is the same picture.
      let text = html.source.without("p" + choice.map(String.init).joined(separator: "-"))
      if let same = panels.firstIndex(where: { $0.text == text }) {
        panels[same].choices.append(choice)
      } else {
        panels.append((html, text, [choice]))
      }
    }
    if panels.count == 1, !isLive { return panels[0].html }
    var result: HTML = ""
    for (index, panel) in panels.enumerated() {
      // One panel serves all the values that do not matter, if they are a whole grid.
      let grid = sweep.controls.indices.map { control in
        Set(panel.choices.map { $0[control] }).sorted()
      }
      let isGrid = grid.reduce(1) { $0 * $1.count } == panel.choices.count
      let groups = isGrid ? [grid] : panel.choices.map { $0.map { [$0] } }
      for (number, group) in groups.enumerated() {
        let isInitial = index == 0 && (isGrid || number == 0)
        let html: HTML = """
          <div class="position\(isInitial ? " initial" : "")\(classes(group))">\(panel.html)</div>

          """
        if !isInitial { addedBytes += html.source.utf8.count }
        result += html
      }
    }
    return "<div class=\"positions\">\n\(result)</div>\n"
  }

  private func classes(_ grid: [[Int]]) -> String {
    zip(Self.letters, grid).flatMap { letter, values in values.map { " \(letter)\($0)" } }.joined()
  }

  /// The controls' names in classes.
  static let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
}

extension String {
  /// The text with some ASCII left out wherever it stands; byte by byte, since it is long.
  fileprivate func without(_ part: String) -> String {
    let bytes = Array(utf8), part = Array(part.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == part[0], bytes[index...].starts(with: part) {
        index += part.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Sweep {
  /// The controls: radio buttons in their groups, which every keyboard and screen reader knows, and
  /// ranges. Those that only a program can move are hidden until it shows that it could run.
  ///
  /// - Parameter isLive: Whether a program in the page takes values between the listed ones.
  func html(name: String, isLive: Bool) -> HTML {
    var result: HTML = ""
    var isHidden = true
    for (index, (letter, control)) in zip(Positions.letters, controls).enumerated() {
      let isReady = isReadyMade(index)
      guard isReady || isLive else { continue }
      if isReady { isHidden = false }
      let kind: HTML =
        switch control.kind {
        case .slider: control.range == nil ? "slider" : "span"
        case .picker: "picker"
        case .toggle: "picker toggle"
        }
      let hidden: HTML = isReady ? "" : " hidden=\"\""
      result += """
        <fieldset class="\(kind)"\(isLive ? control.setting : "")\(hidden)>\
        <legend>\(control.name)\(control.shownNumber)</legend>
        \(control.inputs(name: name + "." + letter, letter: isReady ? letter : nil))</fieldset>

        """
    }
    let hidden: HTML = isHidden ? " hidden=\"\"" : ""
    return "<div class=\"controls\"\(hidden)>\n\(result)</div>\n"
  }

  /// The rules that hide what belongs to other positions, for controls with at most so many values.
  static func style(for most: [Int]) -> String {
    let rules = zip(Positions.letters, most).flatMap { letter, count in
      (0..<count).map { ".sweep:has(.\(letter)\($0):checked) .position:not(.\(letter)\($0))" }
    }
    guard !rules.isEmpty else { return "" }
    return
      "\n/* What a control hides */\n\(rules.joined(separator: ",\n")) { visibility: hidden; }\n"
  }

  /// The most values that each control has among some sweeps.
  static func mostValues(_ sweeps: [Sweep]) -> [Int] {
    var most: [Int] = []
    for sweep in sweeps {
      for (index, control) in sweep.controls.enumerated() {
        if index == most.count { most.append(0) }
        guard sweep.isReadyMade(index) else { continue }
        most[index] = max(most[index], control.values.count)
      }
    }
    return most
  }
}

extension Control {
  /// What a reader moves.
  ///
  /// - Parameter letter: What the values are called in classes; nil if only a program shows them.
  fileprivate func inputs(name: String, letter: String?) -> HTML {
    if let range, let number = numbers.first {
      return """
        <input type="range" name="\(name)" min="\(String(range.lower))" max="\(String(range.upper))" \
        step="\(String(range.step))" value="\(String(number))" aria-label="\(self.name)" />
        """
    }
    var result: HTML = ""
    for (index, value) in values.enumerated() {
      let checked: HTML = index == initial ? " checked=\"\"" : ""
      let seenAt: HTML = letter.map { " class=\"\($0)\(index)\"" } ?? ""
      result += """
        <label><input type="radio"\(seenAt) name="\(name)"\(checked) /> <span>\(value)</span></label>

        """
    }
    return "<div class=\"values\">\n\(result)</div>"
  }

  /// The number of a range, beside its name.
  fileprivate var shownNumber: HTML {
    range == nil ? "" : " <output aria-live=\"off\">\(values[0])</output>"
  }

  /// What the program in a page has to know to set it.
  fileprivate var setting: HTML {
    if range != nil { return " data-name=\"\(name)\"" }
    let numbers = numbers.map { String($0) }.joined(separator: " ")
    let whole: HTML = isWhole ? " data-whole=\"\"" : ""
    let range: HTML = kind != .slider ? "" : " data-numbers=\"\(numbers)\"\(whole)"
    return " data-name=\"\(name)\"\(range)"
  }
}
