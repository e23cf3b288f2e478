import Foundation
import Lessons
import TestSupport
import Testing

/// Whatever a file holds, reading it ends with a lesson or with problems.
@Suite struct RobustnessTests {
  /// Every example of the format in one text.
  private static let examples = (try? [UInt8](Data(contentsOf: FormatTests.path))) ?? []

  /// A generator that repeats itself on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return bits ^ (bits >> 31)
    }
  }

  private func expectAnAnswer(_ bytes: [UInt8]) {
    expectAnAnswer(bytes, settings: "title: Course")
    expectAnAnswer(bytes, settings: "title: Course\nallow-html: true")
  }

  private func expectAnAnswer(_ bytes: [UInt8], settings: String) {
    let (lesson, diagnostics) = read(bytes: bytes, settings: settings)
    expectEvery(lesson != nil || !diagnostics.isEmpty)
    if let lesson {
      expectEvery(!lesson.dump.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
      expectEverythingIsWhereItSays(lesson)
    }
    let lines = lesson?.lines ?? []
    for diagnostic in diagnostics {
      expectEvery(!diagnostic.rendered().isEmpty)
      guard let position = diagnostic.position, lesson != nil else { continue }
      expectEvery(position.line <= max(lines.count, 1), "\(diagnostic)")
      let length =
        lines.indices.contains(position.line - 1) ? lines[position.line - 1].utf8.count : 0
      expectEvery((1...(length + 1)).contains(position.column), "\(diagnostic)")
    }
  }

  @Test func readsAnySliceOfTheFormat() {
    var generator = Generator(state: 1)
    withEvery("slice", in: 0..<300) { _ in
      let start = Int.random(in: 0..<Self.examples.count, using: &generator)
      let length = Int.random(in: 0..<600, using: &generator)
      expectAnAnswer(Array(Self.examples[start...].prefix(length)))
    }
  }

  @Test func readsAnyMixOfMarks() {
    let pieces = [
      "$", "$$", "`", "```", "```swift\n", ":::", "::: aside\n", "> ", "- ", "\n", "\n\n", "\t",
      "|",
      "|---|\n", "[", "](", ")", "[^a]", "[^a]: ", "[a]: ", "\\", "*", "_", "~~", "{swift} ",
      "//| ",
      "label: fig-a", "@fig-a", "{#a}", "{", "}", "<", "<!--", "-->", "<div>", "</div>", "<b",
      "<i>", "/>", "@a", " [p. 3]", "# ", "---\n", "é",
      noncharacters(0xFDD0), noncharacters(0xFDE0, 0xFDD1, 0xFDE1), "!", "x", " ", "1. ", "\r",
      "\r\n", "[!NOTE]\n", "$x$",
      "[@a", ";", "@eq-a", "{#eq-a}", "\n: ", "::: quiz\n", "::: solution\n", "- [x] ",
    ]
    var generator = Generator(state: 2)
    withEvery("mix", in: 0..<2000) { _ in
      let count = Int.random(in: 1...25, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      Choices.$trace.withValue([text.debugDescription]) { expectAnAnswer(Array(text.utf8)) }
    }
  }

  @Test func readsAnyBytes() {
    var generator = Generator(state: 3)
    withEvery("bytes", in: 0..<200) { length in
      expectAnAnswer((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test(arguments: ["> ", "- ", "*a ", "[", "**a ", "::: aside\n", "$", "`", "1. ", "![", "- > "])
  func readsWhatIsNestedDeeply(_ mark: String) {
    expectAnAnswer(Array(String(repeating: mark, count: 3000).utf8))
  }

  @Test func readsWhatIsNestedNotTooDeeply() {
    let quotes = String(repeating: "> ", count: 90)
    let containers = String(repeating: "::: aside\n", count: 90)
    let (lesson, diagnostics) = read(
      containers + quotes + "a $x$\n" + String(repeating: ":::\n", count: 90))
    #expect(diagnostics.isEmpty)
    #expect(lesson?.dump.contains("math(x @91:184)") == true)
  }

  @Test func refusesWhatIsNestedTooDeeply() {
    let (lesson, diagnostics) = read(String(repeating: "> ", count: 200) + "a")
    #expect(lesson?.blocks == [])
    #expect(
      diagnostics.map(\.dump) == [
        "error Lists, quotes or containers are nested more than 100 deep in this lesson."
      ])
  }

  @Test func keepsNoncharactersOutOfTheTree() {
    let (lesson, _) = read(
      "a \(noncharacters(0xFDE0, 0xFDD0, 0xFDE1)) $x$ \(noncharacters(0xFDEF))")
    #expect(lesson?.dump == "paragraph \"a \u{FFFD}\u{FFFD}\u{FFFD} \" math(x @1:14) \" \u{FFFD}\"")
  }
}

/// Scalars that Swift's literals refuse, though UTF-8 has them.
private func noncharacters(_ values: UInt32...) -> String {
  String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
}
