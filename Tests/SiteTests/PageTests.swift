import Foundation
import Site
import TestSupport
import Testing
import TranscriptFormat

/// Every lesson in `Cases` becomes a page; what stands in `<main>` is compared.
struct PageTests {
  /// What the experiments of a case show.
  static let shown: [String: [[Output]]] = [
    "experiments.html": [
      [
        .printed("step 1\nstep 2\n"), Shown.figure,
        Shown.claim("A layer keeps 23.6 %", measured: "0.236", required: "0.228 … 0.244"),
        Shown.claim("Nothing is lost", holds: false), .printed("done\n"),
      ],
      [Shown.table, .text("Dense(from: 2, to: 16)"), Shown.figure],
      [Shown.claim("Hidden code still claims")],
      [.printed("nobody sees this")],
      [],
    ],
    "questions.html": [[], [.printed("boom\n")]],
  ]

  static let references = """
    references:
    - id: he2015
      title: Delving deep into rectifiers
      author: [{family: He, given: Kaiming}, {family: Zhang, given: Xiangyu}, {family: Ren}]
      issued: 2015
    - id: he2015b
      title: Deep residual learning <for> images
      author: [{family: He, given: Kaiming}, {family: Zhang, given: Xiangyu}, {family: Ren}]
      issued: {date-parts: [[2015, 12, 10]]}
      URL: https://example.org/?a&b
    - id: glorot2010
      title: Understanding the difficulty of training deep networks
      author: [{family: Glorot, given: Xavier}, {family: Bengio, given: Yoshua}]
      issued: [{year: 2010}]
      container-title: AISTATS
      volume: 9
      page: 249-256
    - id: lecun1998
      title: Efficient BackProp
      author: [{family: LeCun, given: Yann}]
      issued: 1998
      publisher: Springer
    - id: web
      title: Is it so?
    """

  @Test(arguments: [
    "citations.html", "containers.html", "experiments.html", "footnotes.html", "lists.html",
    "prose.html",
    "questions.html", "tables.html",
  ])
  func showsALesson(_ name: String) throws {
    let text = try String(
      contentsOf: cases.appending(path: name.replacing(".html", with: ".md")), encoding: .utf8)
    let site = try readLesson(text, references: PageTests.references).site(
      showing: PageTests.shown[name] ?? [], values: ["0.236"])
    #expect(site.diagnostics == [])
    expectGolden(try site.main("a-lesson.html"), name)
  }

  @Test func framesALesson() throws {
    let site = try read([
      "course.yml": "title: A course\ndescription: What it is about\nauthor: Ada\nlicense: MIT\n",
      "01-one.md": "# One\n\n## First part\n\n### Detail\n\n## Second part",
      "02-two.md": "---\nminutes: 12\ndescription: The second\n---\n# Two\n\n## A `part`",
      "05-five.md": "# Five",
    ]).site()
    expectGolden(try site.text("two.html"), "frame.html")
    expectGolden(try site.main("index.html"), "index.html")
  }

  @Test func explainsTermsWhereTheyAreUsedFirst() throws {
    let settings = """
      title: A course
      glossary:
        rate: How far "a step" <b>goes</b>.
        Gradient: The slope.
      """
    let site = try readLesson("# T\n\nA rate, a rate.", settings: settings).site()
    #expect(
      try site.main("a-lesson.html").contains(
        """
        <p>A <a class="term" href="glossary.html#term.rate" \
        title="How far &quot;a step&quot; &lt;b&gt;goes&lt;/b&gt;.">rate</a>, a rate.</p>
        """))
    expectGolden(try site.main("glossary.html"), "glossary.html")
  }

  @Test func showsWhatJudgesEachClaimOfTheLecture() throws {
    let course = read([
      "course.yml": "title: A course\n",
      "lecture.yml": """
      title: A <lecture>
      url: https://example.org/
      claims:
        - id: 1
          claim: Gradients vanish & explode.
        - id: 2
          claim: ReLU cures it.
      """,
      "01-one.md": """
      # One

      ```swift
      //| label: fig-depth
      ```

      ```swift
      // checks that belong to the figure above
      ```

      ::: exercise
      ```swift
      // checks of an exercise
      ```
      :::

      ```swift
      //| label: fig-other
      ```

      ::: lecture {claim="1" verdict="right" by="fig-depth"}
      So it is.
      :::

      ::: lecture {claim="1 2" verdict="wrong" by="fig-other"}
      It is not.
      :::
      """,
    ])
    let shown: [[Output]] = [
      [Shown.figure, Shown.claim("It vanishes", measured: "0.236", required: "0.228 … 0.244")],
      [Shown.claim("It explodes")], [Shown.claim("An exercise is solved")],
      [.printed("nothing is checked")],
    ]
    let site = try course.site(showing: shown)
    expectGolden(try site.main("lecture.html"), "lecture.html")
    #expect(try site.main("one.html").contains("<a href=\"lecture.html#claim.2\">2</a>"))

    var transcript = Transcript(experiments: 4, values: 0)
    transcript.outputs = shown
    #expect(
      Site.uncheckedClaims(in: course, [transcript]).map { $0.rendered() } == [
        """
        lessons/01-one.md:25:42: error: Nothing is checked by 'fig-other', which is to judge the \
        claim '1'.
        ::: lecture {claim="1 2" verdict="wrong" by="fig-other"}
                                                 ^
          try: expect(…) in that block, or in one below it that has no label
        """
      ])
  }

  @Test func everyCaseAndGoldenFileIsUsed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: cases.path)
    for file in files where file.hasSuffix(".md") {
      let golden = file.replacing(".md", with: ".html")
      #expect(try String(contentsOfFile: #filePath, encoding: .utf8).contains("\"\(golden)\""))
    }
    try expectEveryGoldenIsUsed()
  }

  private var cases: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  }
}
