import Foundation
import Site
import TestSupport
import Testing

/// A lesson's text comes in parts, of which a browser lays out those that are in sight.
struct PartsTests {
  /// The first words of each part.
  private func starts(_ markdown: String, settings: String = "") throws -> [String] {
    let site = try readLesson("# T\n\n" + markdown, settings: "title: A course\n" + settings).site()
    return try site.main("a-lesson.html").matches(of: /class="part"[^>]*>\n([^\n]*)/).map {
      String($0.1.replacing(/<[^>]*>/, with: "").prefix { $0.isLetter })
    }
  }

  /// A screen is about fifty lines tall.
  private func paragraph(_ lines: Int, _ word: String = "x") -> String {
    "\(word) " + String(repeating: "so many letters ", count: lines * 9 / 2) + "\n\n"
  }

  private func note(_ lines: Int) -> String { "::: aside\n\(paragraph(lines)):::\n\n" }

  @Test func endAtLargeHeadings() throws {
    #expect(try starts("a\n\n## B\n\nc\n\n### D\n\nd\n\n# E\n\ne") == ["a", "B", "E"])
  }

  @Test func endWhereTheyAreTallerThanAScreen() throws {
    #expect(try starts("a\n\n\(paragraph(40))b\n\nc\n\n\(paragraph(40))d") == ["a", "b", "d"])
    #expect(try starts(paragraph(20, "a") + paragraph(10, "b") + "c") == ["a"])
  }

  @Test func neverEndAtASmallHeadingOrBelowIt() throws {
    #expect(try starts(paragraph(40, "a") + "### B\n\nc\n\nd") == ["a", "d"])
  }

  @Test func neverEndBesideANote() throws {
    #expect(try starts("a\n\n\(note(9))## B\n\nb\n\n## C\n\nc") == ["a"])
    #expect(try starts("a\n\n\(note(9))\(paragraph(20, "b"))## C\n\nc") == ["a", "C"])
  }

  @Test func neverEndBetweenTwoExperiments() throws {
    let code = "```swift\n" + String(repeating: "print(1)\n", count: 60) + "```\n\n"
    #expect(try starts("\(code)\(code)a\n\nb").count == 2)
  }

  @Test func countFootnotesAndReferencesToo() throws {
    #expect(try starts("\(paragraph(40, "a"))[^1]\n\n[^1]: b\n") == ["a", ""])
  }

  /// An element may begin in one block of a lesson's own markup and end in another.
  @Test func areOneWhereALessonHasMarkupOfItsOwn() throws {
    let lesson = "a\n\n<div>\n\n## B\n\nb\n\n</div>\n\n## C\n\nc"
    #expect(try starts(lesson, settings: "allow-html: true\n") == [])
    #expect(try starts(lesson) == ["a", "B", "C"])
  }
}
