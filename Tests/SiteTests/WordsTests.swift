import Foundation
import Lessons
import Site
import Testing
import TranscriptFormat

/// A course in a language of its own, in which every phrase is marked.
struct WordsTests {
  private static let lesson = """
    ---
    title: Eins
    prerequisites: [02-zwei.md]
    ---

    ## Teil

    Siehe @tbl-a, @eq-a, @exr-a und @fig-a.[^1] [@he]

    $$ x $$ {#eq-a}

    $$ y $$

    | a |
    |---|
    | b |

    : Tabelle {#tbl-a}

    | c |
    |---|
    | d |

    - [x] ja
    - [ ] nein

    > [!NOTE]
    > Text

    > [!TIP]
    > Text

    > [!IMPORTANT]
    > Text

    > [!WARNING]
    > Text

    > [!CAUTION]
    > Text

    ```swift
    //| label: fig-a
    let a = 1
    ```

    ::: lecture {claim="1" verdict="wrong" by="fig-a"}
    Text
    :::

    ::: lecture {claim="2" verdict="right" by="fig-a"}
    Text
    :::

    ::: lecture {claim="3" verdict="imprecise" by="fig-a"}
    Text
    :::

    ::: lecture {claim="4" verdict="opinion" by="fig-a"}
    Text
    :::

    ::: exercise {#exr-a}
    Text

    :::: solution
    Text
    ::::
    :::

    ::: predict
    Was?

    - [x] a
    - [ ] b

    Das.
    :::

    ::: quiz
    Was?

    - [x] a

      Ja.
    - [ ] b

      Nein.
    :::

    [^1]: Fuß
    """

  private func site(_ words: [String]) throws -> Site {
    let settings =
      "title: Kurs\nlanguage: de\nrepository: https://a.org\nglossary:\n  Wort: Bedeutung\nwords:\n"
      + words.map { "  \"\($0)\": \"‹\($0)›\"\n" }.joined()
    let lecture = """
      title: Vorlesung
      claims:
      \((1...4).map { "- {id: \"\($0)\", claim: Text}\n" }.joined())
      """
    let course = read([
      "course.yml": settings, "lecture.yml": lecture, "01-eins.md": Self.lesson,
      "02-zwei.md": "# Zwei\n\nText.\n",
      "references.yml": "references:\n- id: he\n  title: Tiefes Lernen\n  issued: 2015\n",
    ])
    return try course.site(showing: [
      [
        Shown.figure, Shown.claim("a", measured: "1", required: "0 … 2"),
        Shown.claim("b", measured: "1"), Shown.claim("c", holds: false),
      ]
    ])
  }

  private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What no lesson of this course can show.
  private static let elsewhere: Set = ["this code", "… % before", "… % more", "Declarations"]

  @Test func everyPhraseIsSaidInTheCoursesWords() throws {
    let site = try site(FrameWords.english)
    let pages = ["eins", "zwei", "index", "glossary", "lecture", "course", "404"]
    let text = try pages.map { try site.text("\($0).html") }.joined() + site.text("style.css")
    for phrase in FrameWords.english where !Self.elsewhere.contains(phrase) {
      let start = "‹" + phrase.prefix { !"%’“".contains($0) }
      let isThere = text.contains(start)
      #expect(isThere, "\(phrase)")
    }
    // Nothing of the frame is left in English.
    for word in [">Figure", ">Table", ">Exercise", "\"Equation", ">Next", ">Search", ">Made with"] {
      let isThere = text.contains(word)
      #expect(!isThere, "\(word)")
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
