import Lessons
import Site
import Testing
import TranscriptFormat

/// A course in a language of its own, in which every phrase is marked.
enum MarkedCourse {
  private static let lesson = """
    ---
    title: Eins
    prerequisites: [02-zwei.md]
    ---

    ## Teil

    Siehe @tbl-a, @eq-a, @exr-a und @fig-a.[^1] [@he; @hes; @heet]

    ```swift
    let b = 1
    ```

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

  static func site(_ words: [String], isLive: Bool = true) throws -> Site {
    let settings =
      "title: Kurs\nlanguage: de\nrepository: https://a.org\nglossary:\n  Wort: Bedeutung\n"
      + (words.isEmpty ? "" : "words:\n")
      + words.map { "  \"\($0)\": \"‹\($0)›\"\n" }.joined()
    let lecture = """
      title: Vorlesung
      claims:
      \((1...4).map { "- {id: \"\($0)\", claim: Text}\n" }.joined())
      """
    let course = read([
      "course.yml": settings, "lecture.yml": lecture, "01-eins.md": lesson,
      "02-zwei.md": "# Zwei\n\nText.\n",
      "references.yml": "references:\n- id: he\n  title: Tiefes Lernen\n"
        + "- {id: hes, title: Zwei, author: [{family: He}, {family: Wu}]}\n"
        + "- {id: heet, title: Drei, author: [{family: He}, {family: Wu}, {family: Xu}]}\n",
    ])
    func run(_ name: String, _ steps: Int, values: Int) -> RecordedRun {
      RecordedRun(
        name: name,
        events: (0..<steps).flatMap { step in
          (0..<values).map { .init(tag: "\(step)/\($0)", step: step, .number(1)) }
        })
    }
    var sweep = Sweep(
      controls: [Control(kind: .picker, name: "x", values: ["a", "b"], initial: 0)], start: 0)
    sweep.positions = [.init(choice: [1], outputs: [Shown.figure])]
    return try course.site(
      showing: [
        [.runs(caption: "Läufe", [run("a", 1, values: 1), run("b", 2, values: 1)])],
        [
          Shown.figure, Shown.claim("a", measured: "1", required: "0 … 2"),
          Shown.claim("b", measured: "1"), Shown.claim("c", holds: false),
        ],
      ], sweeps: [nil, sweep], interface: interface,
      live: isLive ? [LiveProgram(lesson: 0, experiments: [1], module: "AGFzbQ==")] : [])
  }

  /// Declarations of every kind.
  private static let interface: Interface = {
    let types = ["struct", "class", "enum", "protocol", "actor"]
    let others = ["typealias", "macro", "var", "func", "func.op"]
    let members = [
      "enum.case", "associatedtype", "init", "type.property", "type.method", "property", "method",
      "type.subscript", "subscript", "func.op", "struct",
    ]
    let fields = [
      "Complexity", "Postcondition", "Precondition", "Requires", "Returns", "SeeAlso", "Throws",
    ]
    let comment = (["A comment.", ""] + fields.map { "- \($0): x" })
      .map { "{\"text\": \"\($0)\"}" }.joined(separator: ",")
    func symbol(_ kind: String, _ path: [String]) -> String {
      """
      {"kind": {"identifier": "swift.\(kind)"}, "identifier": {"precise": "\(path.joined())"}, \
      "pathComponents": [\(path.map { "\"\($0)\"" }.joined(separator: ","))], \
      "docComment": {"lines": [\(comment)]}, \
      "declarationFragments": [{"kind": "identifier", "spelling": "\(path.last!)"}]}
      """
    }
    let symbols =
      (types + others).map { symbol($0, ["T\($0)"]) } + [symbol("func", ["Tfunc"])]
      + members.map { symbol($0, ["Tstruct", "m\($0)"]) }
    let relations =
      members.map {
        "{\"kind\": \"memberOf\", \"source\": \"Tstructm\($0)\", \"target\": \"Tstruct\"}"
      } + ["{\"kind\": \"conformsTo\", \"source\": \"Tstruct\", \"target\": \"Tprotocol\"}"]
    let graph = """
      {"module": {"name": "M"}, "symbols": [\(symbols.joined(separator: ",\n"))],
      "relationships": [\(relations.joined(separator: ",\n"))]}
      """
    return Interface(symbolGraphs: [Array(graph.utf8)])
  }()
}
