import Lessons
import Testing

/// How a problem is told.
@Suite struct DiagnosticTests {
  @Test func showsTheLineWithACaretAndWhatToTry() {
    let diagnostic = Diagnostic(
      path: "lessons/03-x.md", position: Position(line: 42, column: 5),
      "'lable' is not an option of an experiment.", help: "label",
      sourceLine: "//| lable: fig-depth")
    #expect(
      diagnostic.rendered() == """
        lessons/03-x.md:42:5: error: 'lable' is not an option of an experiment.
        //| lable: fig-depth
            ^
          try: label
        """)
  }

  @Test func tellsOfAWholeFileWithoutALine() {
    let diagnostic = Diagnostic(.warning, path: "lessons", "The course has no lessons.")
    #expect(diagnostic.rendered() == "lessons: warning: The course has no lessons.")
  }

  @Test(arguments: [
    ("\tlet x", 2, "\t^"), ("漢字 x", 8, "     ^"), ("e\u{301} x", 5, "  ^"), ("👩‍👩‍👧 x", 20, "   ^"),
    ("x", 2, " ^"), ("", 1, "^"), ("x", 9, " ^"),
  ])
  func putsTheCaretUnderThePlace(_ line: String, _ column: Int, _ caret: String) {
    let diagnostic = Diagnostic(
      path: "a.md", position: Position(line: 1, column: column), "Here.", sourceLine: line)
    let lines = diagnostic.rendered().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst().joined(separator: "\n") == "\(line)\n\(caret)")
  }

  @Test func cutsALongLineAroundThePlace() {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let diagnostic = Diagnostic(
      path: "a.md", position: Position(line: 1, column: 501), "Here.", sourceLine: line)
    let lines = diagnostic.rendered().split(separator: "\n")
    #expect(lines[1].count <= 100)
    let caret = lines[2].count - 1
    #expect(lines[1].dropFirst(caret).hasPrefix("HERE"))
    #expect(lines[1].hasPrefix("…") && lines[1].hasSuffix("…"))
  }

  @Test func colorsOnlyWhenAsked() {
    let diagnostic = Diagnostic(
      path: "a.md", position: Position(line: 1, column: 1), "Here.", sourceLine: "x")
    #expect(!diagnostic.rendered().contains("\u{1B}"))
    #expect(diagnostic.rendered(color: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test func doesNotLetALessonSpeakToTheTerminal() {
    let diagnostic = Diagnostic(
      path: "a\u{1B}[2J.md", position: Position(line: 1, column: 1), "It's '\u{1B}]0;x\u{07}'.",
      help: "\u{9B}2J", sourceLine: "\u{1B}[31m\u{0} x\u{7F}")
    let rendered = diagnostic.rendered().unicodeScalars
    #expect(rendered.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func sortsByFileThenPlace() {
    func diagnostic(_ path: String, _ line: Int?, _ column: Int = 1) -> Diagnostic {
      Diagnostic(path: path, position: line.map { Position(line: $0, column: column) }, "m")
    }
    let sorted = [
      diagnostic("a", nil), diagnostic("a", 2), diagnostic("a", 10), diagnostic("a", 10, 2),
      diagnostic("b", 1),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
