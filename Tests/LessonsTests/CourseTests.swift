import Foundation
import Lessons
import Testing

/// A folder becomes a course.
@Suite struct CourseTests {
  private func read(
    _ files: KeyValuePairs<String, String>
  ) -> (course: Course, diagnostics: [Diagnostic]) {
    Course.read(CourseFolder(name: "lessons", files: files))
  }

  @Test func readsItsSettings() {
    let (course, diagnostics) = read([
      "course.yml": """
      title: How gradient descent fails
      description: >-
        Two
        lines.
      author: The authors
      language: de
      url: https://a.org/course
      repository: https://a.org/code
      license: CC BY 4.0
      macros:
        \\R: \\mathbb{R}
        \\E: \\operatorname{E}
      allow-html: true
      """,
      "01-a.md": "# A\n\n<i>x</i>",
    ])
    #expect(diagnostics.map { $0.rendered() } == [])
    #expect(course.title == "How gradient descent fails")
    #expect(course.description == "Two lines.")
    #expect(course.author == "The authors")
    #expect(course.language == "de")
    #expect(course.url == "https://a.org/course")
    #expect(course.repository == "https://a.org/code")
    #expect(course.license == "CC BY 4.0")
    #expect(course.macros.map(\.name) == ["\\R", "\\E"])
    #expect(course.macros.map(\.expansion) == ["\\mathbb{R}", "\\operatorname{E}"])
    #expect(course.lessons[0].dump == #"paragraph html(<i>) "x" html(</i>)"#)
  }

  @Test func ordersLessonsByNumberThenName() {
    let (course, diagnostics) = read([
      "course.yml": "title: T", "10-ten.md": "# Ten", "9-nine.md": "# Nine", "notes.md": "# Notes",
      "appendix.md": "# Appendix", "02-b.md": "# B", "02-a.md": "# A",
      "11-first.md": "---\norder: 1\n---\n# First", "README.md": "no lesson", "_draft.md": "none",
      "03-later.md": "---\ndraft: true\n---\n# Later", "data/04-x.md": "none",
    ])
    #expect(diagnostics.map { $0.rendered() } == [])
    #expect(
      course.lessons.map(\.slug) == ["first", "a", "b", "nine", "ten", "appendix", "notes"])
    #expect(course.lessons.map(\.order) == [1, 2, 2, 9, 10, nil, nil])
    #expect(course.lessons[0].path == "lessons/11-first.md")
  }

  @Test func makesAddressesOfFileNames() {
    let (course, _) = read([
      "course.yml": "title: T", "01-The Gradient, again.md": "# A", "02-Große Schritte.md": "# B",
      "03-c.md": "---\nslug: other\n---\n# C", "4 Four.md": "# D", "05_five.md": "# E",
      "06. Six.md": "# F", "7.md": "# G",
    ])
    #expect(
      course.lessons.map(\.slug) == [
        "the-gradient-again", "große-schritte", "other", "four", "five", "six", "7",
      ])
  }

  @Test func resolvesLinksBetweenLessons() throws {
    let (course, diagnostics) = read([
      "course.yml": "title: T",
      "01-a.md": """
      # A
      [b](02-b.md), [b's end](./02-b.md#the-end), [b's top](02-b.md#the-title), [own top](#a), [](02-b.md),
      [data](data/x.csv), ![plot](images/a%20plot.png "P"), @fig-b and [](#fig-b)
      """,
      "02-b.md": "# The title\n## The end\n[back](01-a.md)\n```swift\n//| label: fig-b\n```",
      "data/x.csv": "1", "images/a plot.png": "png", "images/unused.png": "png",
    ])
    #expect(diagnostics.map { $0.rendered() } == [])
    #expect(course.assets == ["data/x.csv", "images/a plot.png"])
    #expect(
      course.lessons[0].dump == """
        paragraph link(b.html: "b") ", " link(b.html#the-end: "b's end") ", " \
        link(b.html: "b's top") ", " link(#: "own top") ", " link(b.html: "The title") "," / link(data/x.csv: "data") ", " \
        image(images/a plot.png 'P': "plot") ", " reference(fig-b: b.html#fig-b) " and " \
        reference(fig-b: b.html#fig-b)
        """)
  }

  @Test func readsTheOthersWhenALessonIsBroken() {
    let contents: [(String, [UInt8])] = [
      ("course.yml", Array("title: T".utf8)), ("01-a.md", Array("# A\n[b](02-b.md#x)".utf8)),
      ("02-b.md", Array("# B\nü".utf8) + [0x20, 0xFC, 0x0A]), ("03-c.md", Array("# C".utf8)),
    ]
    let (course, diagnostics) = Course.read(
      CourseFolder(name: "lessons", contents: contents.map { (path: $0.0, bytes: $0.1) }))
    #expect(course.lessons.map(\.slug) == ["a", "c"])
    #expect(
      diagnostics.map { $0.rendered() } == [
        """
        lessons/02-b.md:2:4: error: The byte 0xFC is not UTF-8.
        ü \u{FFFD}
          ^
          try: save the file in the encoding UTF-8
        """
      ])
  }

  @Test func toleratesWindowsFiles() throws {
    let lines = ["---", "title: T", "---", "a $x$", "", "```swift", "let x = 1", "```", ""]
    for lineEnd in ["\n", "\r\n", "\r"] {
      for start in ["", "\u{FEFF}"] {
        let (lesson, diagnostics) = LessonsTests.read(start + lines.joined(separator: lineEnd))
        #expect(lesson?.title == "T")
        #expect(
          lesson?.dump == """
            paragraph "a " math(x @4:4)
            experiment @7:1
              | let x = 1
            """)
        #expect(diagnostics.isEmpty)
      }
    }
  }
}
