import Foundation
import Site
import TestSupport
import Testing

struct SearchTests {
  private func index(_ site: Site) throws -> String { try site.text("search-index.js") }

  @Test func leadsToHeadingsFiguresAndTables() throws {
    let site = try readLesson(
      """
      # The <first> lesson

      Words above $hidden_x$ the `heading`.

      ## A "quoted" part

      ```swift
      let network = Network()
      ```

      | Remedy |
      |--------|
      | none   |

      : Remedies {#tbl-remedies}
      """
    ).site(showing: [[Shown.figure, .printed("boom")]])
    expectGolden(try index(site), "search-index.js")
    expectGolden(try site.text("search/a-lesson.js"), "search-texts.js")
  }

  @Test func holdsOneInFiveOfTheText() throws {
    // A text whose words are as frequent as those of a language: the n-th as 1/n.
    let words = (0..<2000).map { "w" + String($0 * 7919 % 50_000, radix: 26) }
    var state: UInt64 = 1
    func next() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let fraction = Double(state >> 40) / Double(1 << 24)
      return words[min(Int(pow(Double(words.count), fraction)) - 1, words.count - 1)]
    }
    let text = (0..<40).map { part in
      "## Part \(part)\n\n"
        + (0..<60).map { _ in
          (0..<12).map { _ in next() }.joined(separator: " ") + ".\n"
        }.joined()
    }.joined()
    let size = try index(readLesson("# T\n\n" + text).site()).utf8.count
    #expect(size * 5 < text.utf8.count, "\(size) of \(text.utf8.count)")
  }

  @Test func hasNoDrawings() throws {
    let site = try readLesson("# T\n\n```swift\n```").site(showing: [[Shown.figure]])
    #expect(try !index(site).contains("svg"))
  }
}
