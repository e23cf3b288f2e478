import Foundation
import Lessons
import Notebook
import Testing
import TranscriptFormat

private func key(
  of lesson: Lesson = exampleLesson, engine: String = "e1", data: [(String, String)] = []
) -> SessionKey {
  let session = Session.all(of: Course(folder: "lessons", title: "C", lessons: [lesson]))[0]
  return SessionKey(session, compiler: "Swift version 6.3.1", engine: engine, data: data)
}

private func changed(_ change: (inout Lesson) -> Void) -> Lesson {
  var lesson = exampleLesson
  change(&lesson)
  return lesson
}

@Test(arguments: [
  (
    "prose and title",
    changed {
      $0.title = "Y"
      $0.lines.append("more")
    }
  ),
  (
    "lines above",
    changed { lesson in
      for index in lesson.experiments.indices {
        lesson.experiments[index].position.line += 5
        lesson.experiments[index].fenceLine += 5
      }
      for index in lesson.values.indices { lesson.values[index].position.line += 5 }
    }
  ),
  ("looks", changed { $0.experiments[0].options.echo = .folded }),
  ("one option more", changed { $0.experiments[0].code.insert("", at: 0) }),
  ("a longer time limit", changed { $0.experiments[0].options.timeout = 90 }),
  (
    "the file's name",
    changed {
      $0.path = "lessons/04-y.md"
      $0.slug = "y"
    }
  ),
])
func theKeyDoesNotChangeWith(_ what: String, _ lesson: Lesson) {
  #expect(key(of: lesson) == key(), "\(what)")
}

@Test(arguments: [
  (key(engine: "e2"), "the engine changed"),
  (key(of: changed { $0.experiments[0].code[1] = "let ratio = 0.5" }), "block 1 changed"),
  (key(of: changed { $0.experiments[1].options.eval = true }), "block 2 changed"),
  (key(of: changed { $0.values[1].expression = "ratio" }), "inline value 2 changed"),
  (key(of: changed { $0.values.append($0.values[0]) }), "inline value 3 is new"),
  (key(of: changed { $0.values.removeLast() }), "a block or value was removed"),
  (key(data: [("data/a.csv", "77")]), "the file data/a.csv is new"),
])
func aMissIsExplained(_ new: SessionKey, _ reason: String) {
  #expect(new != key())
  #expect(new.difference(from: key().text) == reason)
}

@Test func aSessionDependsOnTheFilesThatItsCodeNames() {
  let lesson = changed { $0.experiments[0].code[1] = "let d = read(\"data/digits.csv\")" }
  let session = Session.all(of: Course(folder: "lessons", title: "C", lessons: [lesson]))[0]
  #expect(session.namedFiles(among: ["data/digits.csv", "data/other.csv"]) == ["data/digits.csv"])
}

@Test func aStoredResultTellsItsCompiler() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = ResultStore(in: folder)
  #expect(store.compilers == [])
  let result = ResultStore.Result(records: [.ended(printedBytes: 0)], printed: [])
  try store.store(result, for: key(), session: "lessons/03-x.md")
  #expect(store.compilers == ["Swift version 6.3.1"])
}

@Test func aStoredResultIsFoundAndADamagedOneIsNotBelieved() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = ResultStore(in: folder)
  #expect(store.result(for: key()) == nil)
  let result = ResultStore.Result(
    records: [.began(experiment: 0, printedBytes: 0), .ended(printedBytes: 3)],
    printed: Array("hi\n".utf8))
  try store.store(result, for: key(), session: "lessons/03-x.md")
  #expect(store.result(for: key()) == result)
  #expect(store.result(for: key(engine: "e2")) == nil)
  #expect(store.lastKey(of: "lessons/03-x.md") == key().text)

  let file = try #require(
    FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "results"), includingPropertiesForKeys: nil
    ).first { $0.pathExtension == "result" })
  let bytes = try [UInt8](Data(contentsOf: file))
  for index in bytes.indices {
    var damaged = bytes
    damaged[index] ^= 1
    try Data(damaged).write(to: file)
    #expect(store.result(for: key()) == nil, "byte \(index)")
    try Data(bytes[..<index]).write(to: file)
    #expect(store.result(for: key()) == nil, "cut at \(index)")
  }
}
