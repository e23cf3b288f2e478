import Lessons

/// Why KaTeX rejects a formula.
struct FormulaError {
  /// KaTeX's own message.
  var message: String
  /// Where in the formula, in UTF-16 code units.
  var offset: Int

  /// The error at its place in the file.
  func diagnostic(of formula: Formula, in lesson: Lesson) -> Diagnostic {
    let position = position(in: formula, of: lesson)
    return Diagnostic(
      .error, path: lesson.path, position: position, "This formula cannot be typeset: \(reason).",
      help: help,
      sourceLine: lesson.lines.indices.contains(position.line - 1)
        ? lesson.lines[position.line - 1] : nil)
  }

  /// KaTeX's message without its name, the position and the excerpt, which the diagnostic shows itself.
  private var reason: String {
    var text = message[...]
    if let name = text.range(of: "KaTeX parse error: ") { text = text[name.upperBound...] }
    for end in [" at position ", " at end of input:"] {
      if let range = text.range(of: end) { text = text[..<range.lowerBound] }
    }
    let reason = text.replacing("'EOF'", with: "the end of the formula")
      .replacing("Expected the end of the formula, got", with: "Did not expect")
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }

  private var help: String? {
    if message.contains("Undefined control sequence") {
      return "Check the spelling, or define the command under “macros” in course.yml."
    }
    if message.contains("Too many expansions") {
      return "A macro that uses itself never ends."
    }
    return nil
  }

  /// The first line of a formula begins at its position; later ones are found in the lesson's own
  /// lines, which may be indented or quoted.
  private func position(in formula: Formula, of lesson: Lesson) -> Position {
    let tex = formula.tex.utf16
    let end = tex.index(tex.startIndex, offsetBy: min(offset, tex.count))
    let lines = formula.tex[..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = lines.last.map { $0.utf8.count } ?? 0
    guard lines.count > 1 else {
      return Position(line: formula.position.line, column: formula.position.column + bytes)
    }
    let line = formula.position.line + lines.count - 1
    let texLines = formula.tex.split(separator: "\n", omittingEmptySubsequences: false)
    var indentation = 0
    if lesson.lines.indices.contains(line - 1),
      let range = lesson.lines[line - 1].range(of: texLines[lines.count - 1])
    {
      indentation = lesson.lines[line - 1][..<range.lowerBound].utf8.count
    }
    return Position(line: line, column: 1 + indentation + bytes)
  }
}
