/// Reading the `//| key: value` lines at the top of an experiment.
extension Experiment {
  static let optionNames = [
    "label", "eval", "compile", "echo", "output", "highlight", "timeout",
    "memory", "output-limit", "sweep-budget", "error", "session", "live",
  ]

  /// Whether the text names a figure or table: `fig-depth`, `tbl-remedies`.
  static func isLabel(_ text: String) -> Bool {
    let name = text.dropFirst(4)
    return (text.hasPrefix("fig-") || text.hasPrefix("tbl-")) && String(name).isName
  }

  /// Takes the option lines out of the code, leaving blank lines, and sets what they say.
  mutating func readOptions(_ file: SourceFile) {
    var isAtTop = true
    var given: Set<String> = []
    for (index, line) in code.enumerated() {
      let text = line.drop(while: \.isWhitespace)
      let column = line.utf8.count - text.utf8.count + 1
      if text.hasPrefix("//|") {
        guard isAtTop else {
          file.error(
            "This option stands below code; options stand above the first line of code.",
            at: position(inLine: index, column: column), help: "// for a comment")
          continue
        }
        let option = ExperimentOption(text.dropFirst(3), column: column + 3)
        let place = position(inLine: index, column: option.keyColumn)
        if given.insert(option.key).inserted {
          set(option, in: file, line: index)
          if option.key == "highlight" {
            highlightPosition = position(inLine: index, column: option.valueColumn)
          }
          if option.key == "live" { livePosition = place }
        } else {
          file.error("The option '\(option.key)' is given twice.", at: place)
        }
        code[index] = ""
      } else if isAtTop, text.hasPrefix("#|") || text.hasPrefix("//"),
        let other = text.prefixMatch(of: #/(#\||//[ \t]+\|)\s*(?=[\w-]+:)/#)
      {
        file.error(
          "An option of Swift code begins with //|, not '\(other.1)'.",
          at: position(inLine: index, column: column),
          help: "//| " + String(text[other.range.upperBound...]).trimmingSpaces)
        code[index] = ""
      } else if !text.isEmpty {
        isAtTop = false
      }
    }
    if options.live, !lasts, let place = livePosition {
      file.error(
        options.failure == nil
          ? "A block that is not run cannot be live: a reader's browser would run it."
          : "A block that must fail cannot be live: it shows nothing that a control could change.",
        at: place,
        help: options.failure == nil
          ? "live: true or \(options.compile ? "eval" : "compile"): false, not both"
          : "live: true or error: \(options.failure?.rawValue ?? ""), not both")
    }
  }

  /// Checks that the marks in the lesson's own code hide something.
  func checkMarks(_ file: SourceFile) {
    guard path == nil else { return }
    var isHiding = false
    for (index, line) in code.enumerated() {
      guard let mark = line.snippetMark else { continue }
      let place = position(inLine: index, column: line.prefix(while: \.isWhitespace).utf8.count + 1)
      switch mark {
      case "hide": isHiding = true
      case "show" where isHiding: isHiding = false
      case "show":
        file.error(
          "Nothing is hidden above this line.", at: place,
          help: "// snippet.hide above what readers do not see")
      default:
        file.error(
          "A block of the lesson has no slices, so '\(mark)' marks nothing.", at: place,
          help: nearestName(to: mark, in: ["hide", "show"]).map { "// snippet.\($0)" }
            ?? "// snippet.hide above what readers do not see, // snippet.show below it")
      }
    }
  }

  /// Checks that the emphasized lines are there.
  func checkHighlight(_ file: SourceFile) {
    let count = shownCode.split(separator: "\n", omittingEmptySubsequences: false).count
    guard let place = highlightPosition, let last = options.highlight.map(\.upperBound).max(),
      last > count
    else {
      return
    }
    file.error(
      "The shown code has \(count == 1 ? "1 line" : "\(count) lines"), so line \(last) cannot be highlighted.",
      at: place, help: "highlight: \(count)")
  }

  private mutating func set(_ option: ExperimentOption, in file: SourceFile, line: Int) {
    let value = option.value
    func refuse(_ expected: String, help: String? = nil) {
      let isMissing = value.isEmpty
      file.error(
        "'\(option.key)' is \(expected)" + (isMissing ? "; it has no value." : ", not '\(value)'."),
        at: position(inLine: line, column: isMissing ? option.keyColumn : option.valueColumn),
        help: help)
    }
    func boolean(_ old: Bool) -> Bool {
      if let new = Bool(value) { return new }
      refuse("true or false", help: truth(value) ?? nearestName(to: value, in: ["true", "false"]))
      return old
    }
    func bytes(_ example: String) -> Int? {
      let bytes = byteCount(value)
      if bytes == nil { refuse("a size in KB, MB or GB", help: "\(option.key): \(example)") }
      return bytes
    }
    switch option.key {
    case "label":
      if Self.isLabel(value) {
        options.label = value
        labelPosition = position(inLine: line, column: option.valueColumn)
      } else {
        let name = slugified(value)
        let isTable = name.hasPrefix("tbl") || name.hasPrefix("table")
        // The kind may be there, and something else than a hyphen behind it.
        let rest = name.replacing(/^(fig|figure|tbl|table|tab)[-_]/, with: "")
        refuse(
          "a name that begins with fig- or tbl-",
          help: name.isName ? "label: \(isTable ? "tbl" : "fig")-\(rest)" : nil)
      }
    case "eval": options.eval = boolean(options.eval)
    case "compile": options.compile = boolean(options.compile)
    case "output": options.output = boolean(options.output)
    case "echo":
      switch value {
      case "true": options.echo = .shown
      case "false": options.echo = .hidden
      case "fold": options.echo = .folded
      default:
        refuse(
          "true, false or fold",
          help: truth(value) ?? nearestName(to: value, in: ["true", "false", "fold"]))
      }
    case "highlight":
      let ranges = value.split(separator: ",", omittingEmptySubsequences: false).map(lines)
      if ranges.contains(nil) {
        refuse("lines and ranges of the shown code", help: "highlight: 3,5-7")
      } else {
        options.highlight = ranges.compactMap { $0 }
      }
    case "timeout":
      if let seconds = Double(value), seconds > 0, seconds.isFinite {
        options.timeout = seconds
      } else {
        refuse("a number of seconds above zero", help: "timeout: 60")
      }
    case "error":
      options.failure = Failure(rawValue: value)
      if options.failure == nil {
        refuse(
          "compile or runtime, as the block must fail",
          help: nearestName(to: value, in: ["compile", "runtime"]))
      }
    case "memory": options.memory = bytes("2 GB") ?? options.memory
    case "output-limit": options.outputLimit = bytes("8 MB") ?? options.outputLimit
    case "sweep-budget": options.sweepBudget = bytes("500 KB") ?? options.sweepBudget
    case "session":
      if value.isName {
        options.session = value
      } else {
        refuse("a name of letters, digits, '-' and '_'", help: "session: \(slugified(value))")
      }
    case "live":
      switch value {
      case "true", "false", "only":
        (options.live, options.isLiveOnly) = (value != "false", value == "only")
      default:
        refuse(
          "true, false or only",
          help: truth(value) ?? nearestName(to: value, in: ["true", "false", "only"]))
      }
    default:
      file.error(
        "'\(option.key)' is not an option of an experiment.",
        at: position(inLine: line, column: option.keyColumn),
        help: option.key.hasSuffix("cap") || option.key.hasSuffix("caption")
          ? #"show("\#(value.isEmpty ? "The caption" : value.unquoted)") { Chart … } in the code"#
          : suggestion(for: option.key, in: Self.optionNames))
    }
  }
}

extension String {
  /// Without the quotation marks that YAML may have around a text.
  fileprivate var unquoted: String {
    count > 1 && first == last && "\"'".contains(self.first!)
      ? String(dropFirst().dropLast()) : self
  }
}

/// What other tools' words for yes and no are here.
private func truth(_ text: String) -> String? {
  switch text.lowercased() {
  case "true", "yes", "on", "1", "show": "true"
  case "false", "no", "off", "0", "none", "hide", "hidden": "false"
  default: nil
  }
}

/// The lines that `3` or `5-7` names.
private func lines(_ text: Substring) -> ClosedRange<Int>? {
  let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    .map { Int(String($0).trimmingSpaces) ?? 0 }
  guard let first = ends.first, let last = ends.last, ends.count <= 2, first > 0, last >= first
  else { return nil }
  return first...last
}

/// The bytes that `500 KB`, `2.5 MB` or `1 GB` means.
private func byteCount(_ text: String) -> Int? {
  let units = ["KB": 1e3, "MB": 1e6, "GB": 1e9]
  guard let unit = units[String(text.suffix(2))],
    let number = Double(String(text.dropLast(2)).trimmingSpaces), number > 0, number < 1e6
  else { return nil }
  return Int(number * unit)
}
