import Foundation
import Lessons
import Notebook
import Testing

@Test func compilerMessagesAreReadWithTheirNotes() {
  let output = """
    lessons/03-x.md:42:7: error: cannot find 'ration' in scope; did you mean 'ratio'?
    let x = ration
            ^~~~~~
    lessons/03-x.md:40:5: note: 'ratio' declared here
    lessons/03-x.md:50:1: warning: unused
    <unknown>:0: error: missing required module 'X'
    """
  let diagnostics = CompilerMessage.diagnostics(
    CompilerMessage.parse(output), of: exampleLesson, fallback: Position(line: 9, column: 1))
  #expect(
    diagnostics.map(\.message) == [
      "cannot find 'ration' in scope; did you mean 'ratio'?", "missing required module 'X'",
    ])
  #expect(
    diagnostics.map(\.position) == [Position(line: 42, column: 7), Position(line: 9, column: 1)])
  #expect(diagnostics[0].notes == ["line 40: 'ratio' declared here"])
}

@Test func whatTheCompilerSaysTwiceIsToldOnce() {
  let error = "lessons/03-x.md:42:7: error: no exact matches\nlessons/03-x.md:40:5: note: like so\n"
  let diagnostics = CompilerMessage.diagnostics(
    CompilerMessage.parse(error + error + error.replacing("42:7", with: "42:9")),
    of: exampleLesson, fallback: Position(line: 9, column: 1))
  #expect(diagnostics.map(\.position?.column) == [7, 9])
}

@Test func tracesAreTakenOutOfWhatAProgramWrote() {
  let errors = ProgramErrors(
    """
    careful
    \u{1}gradus-trace throw 00000000000028a0
    Swift/ErrorType.swift:254: Fatal error: Error raised at top level: Lesson.Bad()
    \u{1}gradus-trace trap 0000000000002b71 00000000000023f0

    """)
  #expect(
    errors.text
      == "careful\nSwift/ErrorType.swift:254: Fatal error: Error raised at top level: Lesson.Bad()")
  #expect(errors.lastThrow == ["00000000000028a0"])
  #expect(errors.trap == ["0000000000002b71", "00000000000023f0"])
}

@Test(arguments: [
  (
    "Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range", 4,
    "The program stopped: Index out of range"
  ),
  (
    "Swift/ErrorType.swift:254: Fatal error: Error raised at top level: Lesson.Bad()", 4,
    "This block threw an error that nothing catches: Lesson.Bad()"
  ),
  (
    "", 11,
    "The program ran out of stack (a function that calls itself without end?), "
      + "or of its 4 GB of memory"
  ),
  (
    "", 4, "The program trapped: an overflow, a nil that was unwrapped, or an index out of range"
  ),
  ("boom", 6, "The program was stopped by signal 6: boom"),
  ("main.swift:6: Precondition failed: no depth", 5, "The program stopped: no depth"),
  (
    "main.swift:6: Assertion failed", 5,
    "The program stopped: a condition of the code does not hold"
  ),
  (
    "main.swift:6: Fatal error: Error raised at top level: Error Domain=NSCocoaErrorDomain Code=257 "
      + "\"No permission.\"UserInfo={NSURL=file:///home/me/a.txt, NSFilePath=a.txt}", 5,
    "This block threw an error that nothing catches: “No permission.” (NSCocoaErrorDomain 257, a.txt)"
  ),
  (
    "Fatal error: failed to allocate 5500000032 bytes of memory with alignment 8", 6,
    "The program stopped: it asked for 5.5 GB of memory at once, and its limit is 4 GB"
  ),
])
func aStopIsToldAsASentence(_ errors: String, _ signal: Int32, _ sentence: String) {
  #expect(ProgramFailure.sentence(errors, signal: signal, limits: Limits()) == sentence)
}

@Test func suggestedNamesAreThere() throws {
  let sources = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")
  var code = ""
  for module in ["TrainingEngine", "SVGCharts", "LessonKit"] {
    let folder = sources.appending(path: module)
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".swift") {
      code += try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
  }
  for name in CompilerHint.ofEngine {
    #expect(
      code.contains(
        try Regex("(?m)^public (final )?(struct|class|func|typealias) \(name)\\b")), "\(name)")
  }
}

@Test func anExpressionThatIsTooMuchForTheCompilerIsToBeDivided() {
  let output =
    "lessons/03-x.md:42:7: error: the compiler is unable to type-check this expression in reasonable time"
  let diagnostic = CompilerMessage.diagnostics(
    CompilerMessage.parse(output), of: exampleLesson, fallback: Position(line: 9, column: 1)
  ).first
  #expect(diagnostic?.help == "a smaller step: a `let` with its type for each part")
}
