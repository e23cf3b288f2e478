import Foundation
import Lessons
import Testing

/// What a broken course says, to the letter.
@Suite struct CourseErrorTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var files: KeyValuePairs<String, String>
    var expected: String
  }

  static let cases = [
    Case(
      testDescription: "no settings", files: ["01-a.md": "# A"],
      expected: """
        lessons/course.yml: error: The course has no course.yml.
          try: a file course.yml with a line 'title: …'
        """),
    Case(
      testDescription: "no title", files: ["course.yml": "author: Me\n", "01-a.md": "# A"],
      expected: """
        lessons/course.yml: error: The course has no title.
          try: a line 'title: …' in course.yml
        """),
    Case(
      testDescription: "unknown and wrong settings",
      files: [
        "course.yml": """
        title: T
        licence: MIT
        allow-html: yes
        author: [a, b]
        url: a.org
        language: Deutsch
        macros:
          R: \\mathbb{R}
        words:
          Figur %: Abbildung %
          Table %: Tabelle
          Next: Weiter
        """, "01-a.md": "# A",
      ],
      expected: """
        lessons/course.yml:2:1: error: 'licence' is not a key of the course's settings.
        licence: MIT
        ^
          try: license
        lessons/course.yml:3:13: error: 'allow-html' is true or false, not 'yes'.
        allow-html: yes
                    ^
        lessons/course.yml:4:9: error: 'author' is a text, not a list or mapping.
        author: [a, b]
                ^
        lessons/course.yml:5:6: error: 'url' is an address such as https://…, not 'a.org'.
        url: a.org
             ^
        lessons/course.yml:6:11: error: 'language' is a language's code such as en, de or zh-Hant, \
        not 'Deutsch'.
        language: Deutsch
                  ^
        lessons/course.yml:8:3: error: A macro's name begins with a backslash, not 'R'.
          R: \\mathbb{R}
          ^
          try: \\R: …
        lessons/course.yml:10:3: error: 'Figur %' is no phrase of the pages' frame.
          Figur %: Abbildung %
          ^
          try: Figure %
        lessons/course.yml:11:3: error: 'Table %' has 1 of the places %, and 'Tabelle' has 0.
          Table %: Tabelle
          ^
        """),
    Case(
      testDescription: "macros that YAML cuts",
      files: [
        "course.yml": #"""
        title: T
        macros:
          \half: \frac{1}{2} # a comment
          \norm: \lVert #1 \rVert
          \pair: '\langle #1, #2 \rangle'
          \first: #1
        """#, "01-a.md": "# A",
      ],
      expected: #"""
        lessons/course.yml:4:17: error: YAML takes what follows a space and # for a comment, so the \
        macro ends here.
          \norm: \lVert #1 \rVert
                        ^
          try: in quotes: \norm: '\lVert #1 \rVert'
        lessons/course.yml:6:11: error: YAML takes what follows a space and # for a comment, so the \
        macro ends here.
          \first: #1
                  ^
          try: in quotes: \first: '#1'
        """#.replacing("\\\n", with: "")),
    Case(
      testDescription: "no YAML", files: ["course.yml": "title: T\n\tauthor: A", "01-a.md": "# A"],
      expected: """
        lessons/course.yml:2:1: error: This is not YAML: found a tab character that violates \
        indentation while scanning a plain scalar.
        \tauthor: A
        ^
          try: spaces instead of the tab
        """),
    Case(
      testDescription: "YAML behind wide text",
      files: ["course.yml": "title: T\nauthor: \"Größe\" x", "01-a.md": "# A"],
      expected: """
        lessons/course.yml:2:19: error: This is not YAML: did not find expected key while parsing a \
        block mapping.
        author: "Größe" x
                        ^
        """),
    Case(
      testDescription: "a list of settings", files: ["course.yml": "- a", "01-a.md": "# A"],
      expected: """
        lessons/course.yml:1:1: error: The course's settings must be a list of 'key: value' lines.
        - a
        ^
          try: title: …
        """),
    Case(
      testDescription: "no lessons", files: ["course.yml": "title: T", "notes.txt": ""],
      expected: """
        lessons: error: The course has no lessons.
          try: a file lessons/01-first-steps.md
        """),
    Case(
      testDescription: "no lesson title", files: ["course.yml": "title: T", "01-a.md": ""],
      expected: """
        lessons/01-a.md: error: The lesson has no title.
          try: a line '# Title' at the top of lessons/01-a.md
        """),
    Case(
      testDescription: "one address twice",
      files: [
        "course.yml": "title: T", "01-a.md": "# A", "02-a.md": "# A", "03-index.md": "# I",
        "04-….md": "# D",
      ],
      expected: """
        lessons/02-a.md: error: The address 'a.html' is taken by lessons/01-a.md.
          try: another file name, or another slug in the front matter
        lessons/03-index.md: error: The address 'index.html' is taken by the course's first page.
          try: another file name, or another slug in the front matter
        lessons/04-….md: error: The file's name has no letters for an address.
          try: slug: … in the front matter
        """),
    Case(
      testDescription: "prerequisites that are not there",
      files: [
        "course.yml": "title: T", "01-a.md": "---\nprerequisites: [02-be.md, 01-a.md]\n---\n# A",
        "02-bee.md": "# B",
      ],
      expected: """
        lessons/01-a.md:2:17: error: There is no lesson '02-be.md'.
        prerequisites: [02-be.md, 01-a.md]
                        ^
          try: 02-bee.md
        lessons/01-a.md:2:27: error: '01-a.md' cannot be read before this lesson.
        prerequisites: [02-be.md, 01-a.md]
                                  ^
          try: 02-bee.md
        """),
    Case(
      testDescription: "taken aliases",
      files: [
        "course.yml": "title: T", "01-a.md": "---\naliases: [b, c, [d]]\n---\n# A",
        "02-b.md": "---\naliases: c\n---\n# B",
      ],
      expected: """
        lessons/01-a.md:2:11: error: The address 'b.html' is taken by lessons/02-b.md.
        aliases: [b, c, [d]]
                  ^
          try: another address, or none
        lessons/01-a.md:2:17: error: 'aliases' is a list of texts.
        aliases: [b, c, [d]]
                        ^
        lessons/02-b.md:2:10: error: The address 'c.html' is taken by lessons/01-a.md.
        aliases: c
                 ^
          try: another address, or none
        """),
    Case(
      testDescription: "a NUL byte", files: ["course.yml": "title: T", "01-a.md": "# A\n\nb\0c"],
      expected: """
        lessons/01-a.md:3:2: error: The file holds a NUL byte: it is not text.
        b\u{FFFD}c
         ^
          try: save the file as UTF-8 text
        """),
  ]

  @Test(arguments: cases + links) func says(_ example: Case) {
    let (_, diagnostics) = Course.read(CourseFolder(name: "lessons", files: example.files))
    #expect(diagnostics.map { $0.rendered() }.joined(separator: "\n") == example.expected)
  }

  @Test func saysThatAFolderIsMissing() {
    let (course, diagnostics) = Course.read(folder: "/no/such/folder/")
    #expect(course.lessons.isEmpty)
    #expect(
      diagnostics.map { $0.rendered() } == [
        "/no/such/folder: error: There is no such folder.\n  try: the folder of a course; `gradus new course NAME` begins one"
      ])
  }

  @Test func saysThatAFileIsNoFolder() {
    let (course, diagnostics) = Course.read(folder: #filePath)
    #expect(course.lessons.isEmpty)
    #expect(
      diagnostics.map { $0.rendered() } == [
        "\(#filePath): error: This is a file, not the folder of a course.\n  try: the folder that it is in: lessons that have not changed are not run again"
      ])
  }
}
