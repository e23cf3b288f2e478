/// What broken labels, references, terms and links say.
extension CourseErrorTests {
  static let links = [
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
  ]
}
