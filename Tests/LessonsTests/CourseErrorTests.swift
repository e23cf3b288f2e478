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
        macros:
          R: \\mathbb{R}
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
        lessons/course.yml:7:3: error: A macro's name begins with a backslash, not 'R'.
          R: \\mathbb{R}
          ^
          try: \\R: …
        """),
    Case(
      testDescription: "no YAML", files: ["course.yml": "title: T\n\tauthor: A", "01-a.md": "# A"],
      expected: """
        lessons/course.yml:2:1: error: This is not YAML: found a tab character that violates \
        indentation while scanning a plain scalar.
        \tauthor: A
        ^
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
        lessons/course.yml:1:1: error: The course's settings is not a list of 'key: value' lines.
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
      testDescription: "one label twice",
      files: [
        "course.yml": "title: T", "01-a.md": "# A\n```swift\n//| label: fig-x\n```",
        "02-b.md": "# B\n```swift\n//| label: fig-x\n```\n\n```swift\n//| label: fig-x\n```",
      ],
      expected: """
        lessons/02-b.md:3:12: error: The label 'fig-x' is taken: lessons/01-a.md:3 has it.
        //| label: fig-x
                   ^
          try: another name; labels are unique in the course
        lessons/02-b.md:7:12: error: The label 'fig-x' is taken: lessons/01-a.md:3 has it.
        //| label: fig-x
                   ^
          try: another name; labels are unique in the course
        """),
    Case(
      testDescription: "wrong references",
      files: [
        "course.yml": "title: T", "01-a.md": "# A\n[@b]",
        "references.yml": """
        references:
        - id: a
          titel: x
        - id: a b
          title: x
        - title: x
        - id: b
          title: x
          author: He
          issued: soon
        - id: b
          title: y
          URL: doi
        - one
        """,
      ],
      expected: """
        lessons/references.yml:2:3: error: The reference 'a' has no title.
        - id: a
          ^
          try: title: …
        lessons/references.yml:3:3: error: 'titel' is not a key of the reference.
          titel: x
          ^
          try: title
        lessons/references.yml:4:7: error: An id is of letters, digits and '-_:./+', not 'a b'.
        - id: a b
              ^
          try: id: a-b
        lessons/references.yml:6:3: error: This reference has no id.
        - title: x
          ^
          try: id: glorot2010, to cite it by
        lessons/references.yml:9:11: error: 'author' is a list of '- key: value' lines.
          author: He
                  ^
        lessons/references.yml:10:11: error: 'issued' is a date that begins with its year.
          issued: soon
                  ^
          try: issued: 2010
        lessons/references.yml:11:7: error: The id 'b' is given twice.
        - id: b
              ^
        lessons/references.yml:13:8: error: 'URL' is an address such as https://…, not 'doi'.
          URL: doi
               ^
        lessons/references.yml:14:3: error: A reference is a list of 'key: value' lines.
        - one
          ^
        """),
    Case(
      testDescription: "a citation without references",
      files: ["course.yml": "title: T", "01-a.md": "# A\n\nSee [@he2015]."],
      expected: """
        lessons/01-a.md:3:6: error: references.yml has no 'he2015'.
        See [@he2015].
             ^
          try: '- id: he2015' and more lines in lessons/references.yml
        """),
    Case(
      testDescription: "wrong terms",
      files: [
        "course.yml": "title: T\nglossary:\n  a b: x\n  '…': x\n  A  b: y\n  A-b: z\n  c:\n",
        "glossary.md": "# A",
      ],
      expected: """
        lessons/course.yml:4:3: error: A term has a name and a meaning.
          '…': x
          ^
          try: gradient: …
        lessons/course.yml:6:3: error: The term 'A-b' is explained twice.
          A-b: z
          ^
        lessons/course.yml:7:3: error: A term has a name and a meaning.
          c:
          ^
          try: gradient: …
        lessons/glossary.md: error: The address 'glossary.html' is taken by the glossary.
          try: another file name, or another slug in the front matter
        """),
    Case(
      testDescription: "broken links",
      files: [
        "course.yml": "title: T",
        "01-a.md": """
        # A
        [a](02-batch-norn.md) [b](09-batch-norm.md) [c](02-batch-norm.md#undoo) [d](03-later.md)
        [e](data/digit.csv)
        """,
        "02-batch-norm.md": "# B\n## Undo", "03-later.md": "---\ndraft: true\n---\n# L",
        "data/digits.csv": "",
      ],
      expected: """
        lessons/01-a.md:2:5: error: There is no lesson '02-batch-norn.md'.
        [a](02-batch-norn.md) [b](09-batch-norm.md) [c](02-batch-norm.md#undoo) [d](03-later.md)
            ^
          try: 02-batch-norm.md
        lessons/01-a.md:2:27: error: There is no lesson '09-batch-norm.md'.
        [a](02-batch-norn.md) [b](09-batch-norm.md) [c](02-batch-norm.md#undoo) [d](03-later.md)
                                  ^
          try: 02-batch-norm.md
        lessons/01-a.md:2:49: error: '02-batch-norm.md' has no heading or figure '#undoo'.
        [a](02-batch-norn.md) [b](09-batch-norm.md) [c](02-batch-norm.md#undoo) [d](03-later.md)
                                                        ^
          try: #undo
        lessons/01-a.md:2:77: error: The lesson '03-later.md' is a draft, which the site does not have.
        [a](02-batch-norn.md) [b](09-batch-norm.md) [c](02-batch-norm.md#undoo) [d](03-later.md)
                                                                                    ^
        lessons/01-a.md:3:5: error: There is no file 'data/digit.csv'.
        [e](data/digit.csv)
            ^
          try: data/digits.csv
        """),
    Case(
      testDescription: "a figure of a draft",
      files: [
        "course.yml": "title: T", "01-a.md": "# A\nSee @fig-late.",
        "02-b.md": "---\ndraft: true\n---\n# B\n```swift\n//| label: fig-late\n```",
      ],
      expected: """
        lessons/01-a.md:2:5: error: No experiment has the label 'fig-late'.
        See @fig-late.
            ^
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

  @Test(arguments: cases) func says(_ example: Case) {
    let (_, diagnostics) = Course.read(CourseFolder(name: "lessons", files: example.files))
    #expect(diagnostics.map { $0.rendered() }.joined(separator: "\n") == example.expected)
  }

  @Test func saysThatAFolderIsMissing() {
    let (course, diagnostics) = Course.read(folder: "/no/such/folder/")
    #expect(course.lessons.isEmpty)
    #expect(
      diagnostics.map { $0.rendered() } == [
        "/no/such/folder: error: There is no such folder.\n  try: gradus build FOLDER"
      ])
  }
}
