extension Diagnostic: Comparable {
  /// By file, then by place; what concerns a whole file comes before its lines.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let top = Position(line: 0, column: 0)
    return (left.path, left.position ?? top, left.message)
      < (right.path, right.position ?? top, right.message)
  }
}

extension Diagnostic {
  /// The message with its line and a caret, as a compiler prints it.
  ///
  ///     lessons/03-x.md:42:7: error: 'lable' is not an option of an experiment.
  ///     //| lable: fig-depth
  ///         ^
  ///       try: label
  ///
  /// Control characters are replaced, so that a lesson cannot speak to the terminal.
  public func rendered(color: Bool = false) -> String {
    func paint(_ code: String, _ text: String) -> String {
      color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    let tint = severity == .error ? "1;31" : severity == .warning ? "1;33" : "1;36"
    var lines = [
      paint("1", "\(path)\(place):".printable) + " " + paint(tint, "\(severity.rawValue):") + " "
        + paint("1", message.printable)
    ]
    if let sourceLine {
      let (excerpt, caret) = excerpt(of: sourceLine, at: position?.column ?? 1)
      lines.append(excerpt)
      if position != nil { lines.append(paint("1;32", caret)) }
    }
    for note in notes { lines.append("  note: \(note.printable)") }
    if let help { lines.append("  try: \(help.printable)") }
    return lines.joined(separator: "\n")
  }

  /// The source line and a caret below it; empty where the problem belongs to no line.
  public var excerpt: [String] {
    guard let sourceLine, let position else { return [] }
    let (line, caret) = excerpt(of: sourceLine, at: position.column)
    return [line, caret]
  }

  /// The line, cut to what a terminal shows around the column, and the caret's line.
  private func excerpt(of line: String, at column: Int) -> (String, caret: String) {
    let bytes = Array(line.utf8)
    let before = Array(String(decoding: bytes.prefix(column - 1), as: UTF8.self).printable)
    let after = Array(String(decoding: bytes.dropFirst(column - 1), as: UTF8.self).printable)
    let fits = before.count + after.count <= 100
    let shownBefore = fits || before.count <= 70 ? before : ["…"] + before.suffix(60)
    let room = 100 - shownBefore.count
    let shownAfter = fits || after.count <= room ? after[...] : after.prefix(room - 1) + ["…"]
    let padding = shownBefore.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.width) }
    return (String(shownBefore + shownAfter), padding.joined() + "^")
  }
}

extension String {
  /// The text with every control character but the tab replaced.
  fileprivate var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    value < 0x20 && self != "\t" || (0x7F...0x9F).contains(value)
  }
}

extension Character {
  /// The columns a terminal gives the character: two for East Asian wide forms and emoji.
  fileprivate var width: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    default:
      return first.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
