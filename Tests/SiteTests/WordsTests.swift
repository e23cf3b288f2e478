import Foundation
import Lessons
import Site
import Testing
import TranscriptFormat

/// What pages say by themselves, in another language.
struct WordsTests {
  private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What no lesson of this course can show.
  private static let elsewhere: Set = ["this code", "… % before", "… % more", "Member"]

  @Test func everyPhraseIsSaidInTheCoursesWords() throws {
    let site = try MarkedCourse.site(FrameWords.english)
    let pages = site.files.map(\.path).filter { $0.hasSuffix(".html") }
    #expect(pages.count > 15)
    let text = try pages.map { try site.text($0) }.joined() + site.text("style.css")
    for phrase in FrameWords.english where !Self.elsewhere.contains(phrase) {
      let start = "‹" + phrase.prefix { !"%’“".contains($0) }
      let isThere = text.contains(start)
      #expect(isThere, "\(phrase)")
    }
    // Nothing of the frame is left in English.
    for word in [
      ">Figure", ">Table", ">Exercise", "\"Equation", ">Next", ">Search", ">Made with",
      ">Properties", "Structure of", ">Conforms", ">He et al.",
    ] {
      let isThere = text.contains(word)
      #expect(!isThere, "\(word)")
    }
  }

  /// Only pages with live blocks carry what these say.
  @Test func pagesCarryWhatTheirScriptsSay() throws {
    for isLive in [true, false] {
      let site = try MarkedCourse.site(FrameWords.english, isLive: isLive)
      let page = try site.text("eins.html"), other = try site.text("zwei.html")
      for phrase in FrameWords.inScripts { #expect(page.contains("‹\(phrase)›&quot;")) }
      for phrase in FrameWords.inLiveBlocks {
        #expect(page.contains("‹\(phrase)›&quot;") == isLive, "\(phrase)")
        #expect(!other.contains("‹\(phrase)›&quot;"))
      }
    }
    #expect(try !MarkedCourse.site([]).text("eins.html").contains("data-words"))
  }

  @Test func whatScriptsSayIsAmongThem() throws {
    func script(_ name: String) throws -> String {
      try String(contentsOf: Self.project.appending(path: "site/\(name).js"), encoding: .utf8)
    }
    let others = try ["page", "reading", "search", "charts"].map(script).joined()
    let live = try ["live", "live-controls", "live-module", "live-program", "live-result"].map(script).joined()
    for (text, phrases) in [
      (others, FrameWords.inScripts), (live, FrameWords.inLiveBlocks + FrameWords.inFigures),
    ] {
      for match in text.matches(of: /word\("([^"]*)"/) {
        #expect(phrases.contains(String(match.1)), "\(match.1)")
      }
      for phrase in phrases {
        let isSaid = text.contains("\"\(phrase)\"")
        #expect(isSaid, "\(phrase)")
      }
    }
  }

  @Test func phrasesInTemplatesAreAmongThem() throws {
    for name in ["api", "index", "lesson", "page", "text"] {
      let template = try String(
        contentsOf: Self.project.appending(path: "site/\(name).mustache"), encoding: .utf8)
      for match in template.matches(of: /\{\{#words\}\}(.*?)\{\{\/words\}\}/) {
        let phrase = String(match.1).replacing(/\{\{\w+\}\}|<(\w+)[^>]*>[^<]*<\/\w+>/, with: "%")
        #expect(FrameWords.english.contains(phrase), "\(name): \(phrase)")
      }
    }
  }

  @Test func theGuideNamesEveryPhrase() throws {
    let guide = try String(
      contentsOf: Self.project.appending(path: "guide/10-make-it-yours.md"), encoding: .utf8)
    let list = try #require(guide.components(separatedBy: "```text\n").last?.prefix { $0 != "`" })
    let phrases = list.split(separator: "|").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(phrases.sorted() == FrameWords.english.sorted())
  }

  @Test func wordsCannotBreakAPage() throws {
    let site = try read([
      "course.yml": #"""
      title: T
      words:
        "Search": "<b>\"&'"
        "Copy": "</script><i>'\"\\"
        "Hide the code": "\"; } * { color: red"
      """#, "01-a.md": "# A\n",
    ]).site()
    let page = try site.text("a.html")
    #expect(page.contains("search-button\">&lt;b&gt;&quot;&amp;&#39;</button>"))
    #expect(!page.contains("<i>"))
    #expect(try site.text("style.css").contains(#"content: "\"; } * { color: red";"#))
  }
}
