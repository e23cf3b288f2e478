import Lessons
import Site
import Testing
import TranscriptFormat

struct EscapingTests {
  private let hostile = "</p><script>alert('1')</script>\"'&<b>"

  @Test func escapesTextAndKeepsMarkup() {
    let markup: HTML = "<em>\("a < b")</em>"
    #expect(markup.source == "<em>a &lt; b</em>")
    #expect(
      ("<p>\(markup) \("\"&'")\(3)</p>" as HTML).source
        == "<p><em>a &lt; b</em> &quot;&amp;&#39;3</p>")
  }

  @Test func replacesWhatHTMLForbids() {
    let escaped = HTML(escaping: "a\0b\u{1B}c\u{FFFF}d\u{85}é — ok\n").source
    #expect(
      escaped.unicodeScalars.map(\.value)
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}é — ok\n".unicodeScalars.map(\.value))
  }

  @Test func escapesWhateverALessonOrItsProgramWrites() throws {
    var course = readLesson(
      """
      # T

      ```swift
      let a = "<script>"
      ```

      `<script>` and `{swift} a` [text](https://example.org/?a=1&b="c")

      ## Heading

      ```html
      <script>alert(1)</script>
      ```

      <script>alert(2)</script>

      Inline <b onclick="x">html</b>.
      """)
    course.title = hostile
    course.description = hostile
    course.author = hostile
    course.lessons[0].title = hostile
    course.lessons[0].description = hostile
    let site = try course.site(
      showing: [
        [
          .printed(hostile), .text(hostile),
          Shown.claim(hostile, measured: hostile, required: hostile),
          .table(caption: hostile, Table(columns: [hostile], rows: [[hostile]])),
          .figure(
            Figure(
              caption: hostile, summary: hostile, wide: "", narrow: "",
              data: [
                PanelData(
                  title: hostile, table: Table(columns: [hostile], rows: [[hostile]]),
                  csv: hostile)
              ])),
        ]
      ], values: [hostile])
    for page in ["index.html", "a-lesson.html"] {
      let text = try site.text(page)
      #expect(text.ranges(of: "<script").count == 3, "only the frame's own")
      #expect(!text.contains("<b" + " onclick"))
      #expect(try PageReader(text).elements.allSatisfy { $0.name != "b" })
    }
  }

  @Test func passesHTMLOnWhereTheCourseAllowsIt() throws {
    let lesson = "# T\n\n<div>block</div>\n\nAn <abbr>inline</abbr>."
    let page = try readLesson(lesson, settings: "title: T\nallow-html: true\n").site().main(
      "a-lesson.html")
    #expect(page.contains("<div>block</div>") && page.contains("<abbr>inline</abbr>"))
  }

  @Test(arguments: [
    ("javascript:alert(1)", "javascript:"), ("JaVa\tScript:alert(1)", "javascript:"),
    (" \u{1}javascript:x", "javascript:"), ("data:text/html,x", "data:"),
    ("vbscript:x", "vbscript:"),
    ("file:///etc/passwd", "file:"), ("//evil.example", "relative"), ("/absolute", "relative"),
    ("\\\\evil.example", "relative"), ("a\\b", "relative"), ("../outside", "leaves the site"),
  ])
  func refusesAnAddress(_ destination: String, _ reason: String) throws {
    let site = try lesson([
      .link(destination: destination, title: nil, [.text("text")]),
      .image(source: destination, title: nil, alternative: [.text("picture")]),
    ]).site()
    #expect(site.files.isEmpty)
    #expect(site.diagnostics.count == 2)
    for diagnostic in site.diagnostics { #expect(diagnostic.message.contains(reason)) }
  }

  @Test(arguments: [
    ("https://example.org/a?b#c", "https://example.org/a?b#c"), ("mailto:a@b.c", "mailto:a@b.c"),
    ("HTTP://x", "HTTP://x"), ("#here", "#here"), ("two.html#x", "two.html#x"),
    ("data/a b.csv", "data/a%20b.csv"), ("images/x.png?y=\"", "images/x.png?y=&quot;"),
    ("a:b", nil), ("notes/3:4.txt", "notes/3:4.txt"),
  ])
  func allowsAnAddress(_ destination: String, _ written: String?) throws {
    let site = try lesson([.link(destination: destination, title: nil, [.text("text")])]).site()
    guard let written else {
      #expect(site.diagnostics.count == 1)
      return
    }
    #expect(try site.main("x.html").contains("<a href=\"\(written)\">text</a>"))
  }

  @Test func pointsAtARefusedLink() throws {
    var course = lesson([.link(destination: "data:x", title: nil, [.text("it")])])
    course.lessons[0].lines = ["# X", "", "See [it](data:x)."]
    let diagnostic = try #require(try course.site().diagnostics.first)
    #expect(diagnostic.position == Position(line: 3, column: 10))
    #expect(diagnostic.sourceLine == "See [it](data:x).")
    #expect(
      diagnostic.message
        == "This link cannot lead to “data:x”: a page may lead to http, https and mailto addresses, not to “data:”."
    )
  }

  private func lesson(_ inlines: [Inline]) -> Course {
    Course(
      folder: "lessons", title: "T",
      lessons: [Lesson(path: "lessons/x.md", slug: "x", title: "X", blocks: [.paragraph(inlines)])])
  }
}
