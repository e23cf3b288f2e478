import Lessons
import Notebook
import Testing

@Test(arguments: [
  (["let ratio = 0.25"], ["ratio"]),
  (["var a: Int = 1", "let (train, test) = split()"], ["a", "train", "test"]),
  (["    let inner = 1", "func f() {}", "letter = 2"], []),
])
func aBlockDeclaresTheVariablesAtTheStartOfItsLines(_ code: [String], _ names: [String]) {
  #expect(ForwardReference.variables(in: code) == names)
}

@Test func onlyMentionsOfLaterVariablesAreSuspected() {
  func block(_ code: String, _ line: Int) -> Experiment {
    Experiment(code: [code], position: Position(line: line, column: 1), fenceLine: line - 1)
  }
  func suspects(_ second: String) -> [String] {
    let lesson = Lesson(
      path: "l.md", slug: "l", title: "L", blocks: [],
      experiments: [block("let a = 1", 2), block(second, 5), block("let later = a", 8)])
    let course = Course(folder: ".", title: "C", lessons: [lesson])
    return ForwardReference.suspects(in: Session.all(of: course)[0]).map(\.name)
  }
  #expect(suspects("print(a)") == [])
  #expect(suspects("func f() -> Int { later }") == ["later"])
  #expect(suspects("print(laterOn)") == [])
  #expect(suspects("for n in 0..<later { print(n) }") == ["later"])
  #expect(suspects("for n in 0...later { print(n) }") == ["later"])
  #expect(suspects("print(a.later, run(later: 1), .later)") == [])
  #expect(suspects("show(\"See later.\") { a } // later") == [])
  #expect(suspects("print(\"See \\(later).\")") == ["later"])
}
