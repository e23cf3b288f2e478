import Lessons
import Notebook
import TestSupport
import Testing

/// A lesson with two blocks, one of them indented, a checked block, and two inline values.
let exampleLesson: Lesson = {
  var checked = Experiment.Options()
  checked.eval = false
  return Lesson(
    path: "lessons/03-x.md", slug: "x", title: "X",
    lines: Array(repeating: "", count: 60), blocks: [],
    experiments: [
      Experiment(
        code: ["", "let ratio = 0.25", "print(ratio)"], position: Position(line: 10, column: 1),
        fenceLine: 9),
      Experiment(
        code: ["Dense(from: 2, to: 3)"], position: Position(line: 20, column: 1), fenceLine: 19,
        options: checked),
      Experiment(
        code: ["show(ratio)", "", "  // end"], position: Position(line: 31, column: 4),
        fenceLine: 30),
    ],
    values: [
      InlineValue(expression: "ratio", position: Position(line: 14, column: 30), experiment: 0),
      InlineValue(
        expression: "percent(ratio)", position: Position(line: 25, column: 10), experiment: 1),
    ])
}()

let exampleCourse = Course(folder: "lessons", title: "C", lessons: [exampleLesson])

@Test func aSessionBecomesOneProgramThatKeepsEveryPosition() throws {
  let session = try #require(Session.all(of: exampleCourse).first)
  expectGolden(SessionSource(running: session).text, "program.swift.txt")
}

@Test func aBlockThatIsOnlyCheckedComesAfterWhatItCouldUse() throws {
  let session = try #require(Session.all(of: exampleCourse).first)
  expectGolden(SessionSource(checking: 1, in: session).text, "checked.swift.txt")
}

@Test func blocksWithAnotherSessionNameAreAnotherProgram() {
  var lesson = exampleLesson
  lesson.experiments[2].options.session = "slow"
  let sessions = Session.all(of: Course(folder: "lessons", title: "C", lessons: [lesson]))
  #expect(sessions.map(\.name) == ["", "slow"])
  #expect(sessions.map(\.experiments) == [[0], [2]])
  #expect(sessions.map(\.compiledOnly) == [[1], []])
  #expect(sessions.map(\.values) == [[0, 1], []])
}

@Test func everyGoldenFileIsUsed() throws { try expectEveryGoldenIsUsed() }
