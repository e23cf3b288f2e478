import Foundation
import Notebook
import Testing

/// What becomes of Swift on its way to a reader's browser.
struct LiveSourceTests {
  private func write(_ text: String, _ name: String = "main.swift") throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file
  }

  @Test func statementsAboveALiveBlockAreLeftOutAndDeclarationsStayInTheirLines() throws {
    let source = """
      #sourceLocation(file: "lessons/a.md", line: 4)
      let data = Dataset.wiggle(count: 9, seed: 1), count = 3
      show(data)
      func half(_ x: Double) -> Double { x / 2 }
      #sourceLocation(file: "lessons/a.md", line: 12)
      var sum = 0.0
      for x in [1.0, 2] {
        sum += half(x)
      }
      struct Unit { var name = "tanh" }
      sum = 7
      """
    let expected = """
      #sourceLocation(file: "lessons/a.md", line: 4)
      let data = Dataset.wiggle(count: 9, seed: 1), count = 3

      func half(_ x: Double) -> Double { x / 2 }
      #sourceLocation(file: "lessons/a.md", line: 12)
      var sum = 0.0



      struct Unit { var name = "tanh" }

      """
    let folder = try write(source).deletingLastPathComponent()
    let above = try DeclarationsAbove(in: source, folder: folder, usr: Self.usr)
    let lines = above.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.allSatisfy(\.isWhitespace) ? "" : String(line)
    }
    #expect(
      lines.joined(separator: "\n")
        == expected.split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { $0.allSatisfy(\.isWhitespace) ? "" : String($0) }.joined(separator: "\n"))
  }

  @Test func linesCountFromTheirBlockAndLeadBackToTheLesson() {
    let source = """
      LessonProgram.begin(0)
      #sourceLocation(file: "lessons/\\"a\\".md", line: 4)


      let a = 1
        let b = 2
      #sourceLocation(file: "lessons/b.swift", line: 30)
      func f() {

      }
      #sourceLocation()
      LessonProgram.end()

      """
    let expected = """
      LessonProgram.begin(0)
      #sourceLocation(file: "block 1", line: 1)
      let a = 1
        let b = 2
      #sourceLocation(file: "block 2", line: 1)
      func f() {

      }
      #sourceLocation()
      LessonProgram.end()

      """
    var lines = RelativeLines()
    #expect(lines.text(of: source) == expected)
    let said = """
      block 1:2:7: error: no b
      block 2:3:1: note: f
      /usr/x.swift:9:1: error: elsewhere
      """
    let messages = """
      lessons/"a".md:7:7: error: no b
      lessons/b.swift:32:1: note: f
      /usr/x.swift:9:1: error: elsewhere
      """
    #expect(CompilerMessage.parse(said).map(lines.placed) == CompilerMessage.parse(messages))
  }

  @Test(arguments: [
    (#"names.map(\.count)"#, "names.map({ $0.count })"),
    (#"let f: (A) -> B = \.first!.name"#, "let f: (A) -> B = { $0.first!.name }"),
    (
      #"zip(a, b).sorted(by: key(\.x, \.y?.z))"#, "zip(a, b).sorted(by: key({ $0.x }, { $0.y?.z }))"
    ),
    (#"a.map(\.self).b"#, "a.map({ $0.self }).b"),
    (#"print("\(x).y")"#, #"print("\(x).y")"#),
  ])
  func keyPathsBecomeTheFunctionsThatTheyStandFor(_ source: String, _ expected: String) {
    #expect(KeyPathFunctions(in: source).text == expected)
  }

  @Test func bodiesAreHiddenExceptOfWhatIsGeneric() throws {
    let file = try write(
      """
      public struct Box {
        public var area: Double { 1 }
        var count = 0
        public init(of size: Int) {}
        static func make() -> Box { Box(of: 1) }
        func each<T>(_ body: (T) -> Void) {}
        @inline(__always)
        func fast() {}
      }
      protocol Shape { func draw() }
      extension Shape { func twice() { draw() } }
      extension [Box] { func sum() {} }
      func opaque(_ shape: some Shape) {}
      func plain() {}
      func long() {
        print("A call of this takes less code than a copy of it.")
        print("A copy would be made at each place.")
      }
      @inline(never)
      func apart() {
        print("A call of this takes less code than a copy of it.")
        print("A copy would be made at each place.")
      }
      """, "Box.swift")
    let text = try HiddenBodies(of: [file], usr: Self.usr).texts[0]
    let marked = text.split(separator: "\n").filter { $0.contains("@export(interface)") }
      .map { $0.replacing("@export(interface) ", with: "").trimmingCharacters(in: .whitespaces) }
    #expect(
      marked == [
        "public var area: Double { 1 }", "public init(of size: Int) {}",
        "static func make() -> Box { Box(of: 1) }", "func plain() {}",
        "@inline(never) func long() {", "func apart() {",
      ])
  }

  private static let usr: URL = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appending(path: "swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }!
      .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
  }()
}
