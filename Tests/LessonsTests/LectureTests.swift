import Lessons
import Testing

/// A list of claims, and the lessons that judge them.
@Suite struct LectureTests {
  static let lecture = """
    title: A lecture
    claims:
      - id: 1
        claim: Gradients vanish.
      - id: 2
        claim: ReLU cures it.
    """
  static let note = """

    ```swift
    //| label: fig-depth
    expect(true, "It does")
    ```

    ::: lecture {claim="1" verdict="right" by="fig-depth"}
    So it is.
    :::

    ::: lecture {claim="1 2" verdict="wrong" by="fig-depth" #note}
    No.
    :::
    """

  @Test func isReadWithEveryJudgement() throws {
    let (course, diagnostics) = Course.read(
      CourseFolder(
        name: "lessons",
        files: [
          "course.yml": "title: T", "lecture.yml": Self.lecture, "1-a.md": "# A\n\(Self.note)",
        ]
      ))
    #expect(diagnostics.isEmpty)
    #expect(course.lecture?.claims.map(\.text) == ["Gradients vanish.", "ReLU cures it."])
    let judgements = try #require(course.lessons.first?.judgements)
    #expect(judgements.map { $0.claims.map(\.name) } == [["1"], ["1", "2"]])
    #expect(judgements.map { $0.evidence.map(\.name) } == [["fig-depth"], ["fig-depth"]])
    #expect(judgements.map(\.id) == ["claim.1", "note"])
  }

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var lecture: String?
    var note: String
    var expected: String
  }

  static let cases = [
    Case(
      testDescription: "a claim that no lesson judges", lecture: lecture,
      note: note.replacing("claim=\"1 2\"", with: "claim=\"1\""),
      expected: """
        lessons/lecture.yml:5:5: error: No lesson judges the claim '2'.
          - id: 2
            ^
          try: ::: lecture {claim="2" verdict="right" by="fig-…"}
        """),
    Case(
      testDescription: "a claim that the list has not", lecture: lecture,
      note: note.replacing("claim=\"1\"", with: "claim=\"12\""),
      expected: """
        lessons/01-a.md:8:14: error: lecture.yml has no claim '12'.
        ::: lecture {claim="12" verdict="right" by="fig-depth"}
                     ^
          try: 1
        """),
    Case(
      testDescription: "no list", lecture: nil,
      note: note.replacing("claim=\"1 2\"", with: "verdict=\"right\""),
      expected: """
        lessons/01-a.md:8:14: error: The course has no list of claims.
        ::: lecture {claim="1" verdict="right" by="fig-depth"}
                     ^
          try: a file lecture.yml with a title and claims
        """),
    Case(
      testDescription: "an experiment that is not there", lecture: lecture,
      note: note.replacing("right\" by=\"fig-depth", with: "right\" by=\"fig-dept"),
      expected: """
        lessons/01-a.md:8:40: error: No experiment has the label 'fig-dept'.
        ::: lecture {claim="1" verdict="right" by="fig-dept"}
                                               ^
          try: fig-depth
        """),
    Case(
      testDescription: "no experiment", lecture: lecture,
      note: note.replacing("right\" by=\"fig-depth\"", with: "right\""),
      expected: """
        lessons/01-a.md:8:14: error: The note does not say which experiment judges the claim.
        ::: lecture {claim="1" verdict="right"}
                     ^
          try: by="fig-…", the label of the experiment
        """),
    Case(
      testDescription: "a list with mistakes",
      lecture:
        "claims:\n- id: 1\n- id: a b\n  claim: x\n- id: 2\n  claim: y\n- id: 2\n  claim: z\n",
      note: "",
      expected: """
        lessons/lecture.yml: error: The lecture has no title.
          try: a line 'title: …' in lecture.yml
        lessons/lecture.yml:2:3: error: A claim has an id and a text.
        - id: 1
          ^
          try: claim: …
        lessons/lecture.yml:3:7: error: An id is of letters, digits, '-' and '_', not 'a b'.
        - id: a b
              ^
          try: id: a-b
        lessons/lecture.yml:5:3: error: No lesson judges the claim '2'.
        - id: 2
          ^
          try: ::: lecture {claim="2" verdict="right" by="fig-…"}
        lessons/lecture.yml:7:7: error: The id '2' is given twice.
        - id: 2
              ^
        """),
  ]

  @Test(arguments: cases) func says(_ example: Case) {
    var files = [
      ("course.yml", "title: T"), ("01-a.md", "# A\n\(example.note)"),
    ]
    if let lecture = example.lecture { files.append(("lecture.yml", lecture)) }
    let folder = CourseFolder(
      name: "lessons", contents: files.map { (path: $0.0, bytes: Array($0.1.utf8)) })
    let (_, diagnostics) = Course.read(folder)
    #expect(diagnostics.map { $0.rendered() }.joined(separator: "\n") == example.expected)
  }
}
