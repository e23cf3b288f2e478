import Lessons
import TestSupport
import Testing

/// Where things stand in the file, told by markers in the text.
@Suite struct PositionTests {
  /// Texts whose marker 1️⃣ stands where the lesson's only formula, value or experiment begins.
  static let texts: [(name: String, text: String)] = [
    ("a formula in text", "Let $1️⃣x_1$ be"),
    ("a formula after wide text", "Größe 漢字 👩‍👩‍👧 é $1️⃣x$"),
    ("a formula behind emphasis", "*one* **two** `$` [x](https://a.b) $1️⃣x$"),
    ("a formula behind another line", "one\n  two $1️⃣x$"),
    ("a formula over two lines", "one $1️⃣x +\ny$"),
    ("a formula in a heading", "## On $1️⃣x$"),
    ("a formula in an underlined heading", "On\nthe $1️⃣x$\n---"),
    ("a formula in a list", "- a\n- b $1️⃣x$"),
    ("a formula in a nested list", "- a\n  1. b\n     $1️⃣x$"),
    ("a formula in a lazy list line", "- a\nb $1️⃣x$"),
    ("a formula in a quote", "> a\n> b $1️⃣x$"),
    ("a formula in a nested quote", "> > a\n> > b $1️⃣x$"),
    ("a formula in a lazy quote line", "> a\nb $1️⃣x$"),
    ("a formula in a tabbed list", "-\ta\n\tb $1️⃣x$"),
    ("a formula in a table", "| a | b |\n|---|---|\n| c | $1️⃣x$ |"),
    ("a formula in a table's head", "| a | $1️⃣x$ |\n|---|---|\n"),
    ("a formula in a table below text", "text\n| a | $1️⃣x$ |\n|---|---|\n"),
    ("a formula in text above a table", "text $1️⃣x$\n| a | b |\n|---|---|\n"),
    ("a formula in a quoted table", "> | a |\n> |---|\n> | $1️⃣x$ |"),
    ("a formula in a container", "::: aside\na $1️⃣x$\n:::"),
    ("a formula in a footnote", "a[^n]\n\n[^n]: The\n    $1️⃣x$"),
    ("a formula in a task", "- [x] done $1️⃣x$"),
    ("a formula in an image's text", "![a $1️⃣x$](https://a.b/c.png)"),
    ("a formula in a link", "[a $1️⃣x$](https://a.b)"),
    ("a formula below front matter", "---\ntitle: T\n---\n$1️⃣x$"),
    ("a formula behind a byte order mark", "\u{FEFF}$1️⃣x$"),
    ("a displayed formula", "$$1️⃣x$$"),
    ("a displayed formula on its own lines", "a\n\n$$\n  1️⃣x\n$$"),
    ("a displayed formula in a quote", "> $$\n> 1️⃣x\n> $$"),
    ("a displayed formula inside text", "a $$ 1️⃣x $$ b"),
    ("a formula below a displayed line", "::: aside\nb $1️⃣x$\n:::\n"),
    ("a math fence in a list", "- a\n\n  ```math\n  1️⃣x\n  ```"),
    ("an experiment", "a\n\n```swift\n1️⃣let x = 1\n```"),
    ("an experiment in a list", "- a\n\n  ```swift\n  1️⃣let x = 1\n  ```"),
    ("an experiment behind a number", "10. ```swift\n    1️⃣let x = 1\n    ```"),
    ("an experiment in a quote", "> a\n> ```swift\n> 1️⃣let x = 1\n> ```"),
    ("an experiment in a quote in a list", "- > ```swift\n  > 1️⃣let x = 1\n  > ```"),
    ("an experiment in a container", "::: aside\n```swift\n1️⃣let x = 1\n```\n:::"),
    ("an indented experiment", "  ```swift\n  1️⃣let x = 1\n  ```"),
    ("an experiment with indented code", "```swift\n1️⃣  let x = 1\n```"),
    ("an experiment below a long formula", "a\n$$\nx\n$$\n```swift\n1️⃣let x = 1\n```"),
  ]

  @Test(arguments: texts) func findsThePlaceOf(_ text: (name: String, text: String)) throws {
    for lineEnd in ["\n", "\r\n"] {
      let marked = MarkedText(text.text)
      let expected = try #require(marked.positions["1️⃣"])
      let source = marked.text.replacing("\n", with: lineEnd)
      let column = expected.column - (source.hasPrefix("\u{FEFF}") && expected.line == 1 ? 3 : 0)
      let (lesson, diagnostics) = read(source)
      let dump = try #require(lesson).dump
      #expect(diagnostics.map(\.dump) == [], "\(text.name)")
      #expect(dump.contains("@\(expected.line):\(column)"), "\(text.name) in\n\(dump)")
    }
  }

  /// Texts below an experiment, with marker 1️⃣ where an inline value's expression begins.
  static let values = [
    "It is `{swift} 1️⃣ratio`.", "> It\n> is `{swift} 1️⃣ratio`.", "- é `{swift}  1️⃣ratio `",
    "| a |\n|---|\n| `` {swift} `` `{swift} 1️⃣ratio` |", "It is `{swift}\n1️⃣ratio`.",
    "::: aside\n*It is `{swift} 1️⃣ratio`*.\n:::", "## `{swift} 1️⃣ratio`",
  ]

  @Test(arguments: values) func findsTheValueIn(_ text: String) throws {
    let marked = MarkedText("```swift\nlet ratio = 1\n```\n\n" + text)
    let expected = try #require(marked.positions["1️⃣"])
    let (lesson, diagnostics) = read(marked.text)
    let value = try #require(lesson?.values.first)
    #expect(value.expression == "ratio")
    #expect(value.position == Position(line: expected.line, column: expected.column))
    #expect(value.experiment == 0)
    #expect(diagnostics.isEmpty)
  }

  @Test func countsEachLinesOwnIndentation() throws {
    let marked = MarkedText(
      """
      >   ```swift
      >   1️⃣let a = 1
      > 2️⃣let b = 2
      >     3️⃣let c = 3
      >
      >   4️⃣let d = 4
      >   ```
      """)
    let experiment = try #require(read(marked.text).lesson?.experiments.first)
    #expect(experiment.code == ["let a = 1", "let b = 2", "  let c = 3", "", "let d = 4"])
    for (index, marker, column) in [(0, "1️⃣", 1), (1, "2️⃣", 1), (2, "3️⃣", 3), (4, "4️⃣", 1)] {
      let expected = try #require(marked.positions[marker])
      #expect(
        experiment.position(inLine: index, column: column)
          == Position(line: expected.line, column: expected.column))
    }
  }

  @Test func countsATabThatCodeIsIndentedWith() throws {
    let marked = MarkedText("- a\n\n\t```swift\n\t1️⃣let x = 1\n\t\t2️⃣let y = 2\n\t```")
    let experiment = try #require(read(marked.text).lesson?.experiments.first)
    for (index, marker) in ["1️⃣", "2️⃣"].enumerated() {
      let expected = try #require(marked.positions[marker])
      let column = experiment.code[index].prefix(while: \.isWhitespace).count + 1
      #expect(
        experiment.position(inLine: index, column: column)
          == Position(line: expected.line, column: expected.column))
    }
  }

  @Test func keepsLineNumbersWhereOptionsStood() throws {
    let text = "```swift\n//| echo: false\n\nlet x = 1 // hide\nprint(x)  // hide  \nprint(1)\n```"
    let experiment = try #require(read(text).lesson?.experiments.first)
    #expect(experiment.fenceLine == 1)
    #expect(experiment.position == Position(line: 2, column: 1))
    #expect(
      experiment.code == ["", "", "let x = 1 // hide", "print(x)  // hide  ", "print(1)"])
    #expect(experiment.shownCode == "print(1)")
    #expect(experiment.ownCode == "let x = 1\nprint(x)\nprint(1)")
  }

  @Test(arguments: [
    ("// snippet.hide\na\n// snippet.show\nb", "b", "a\nb"),
    ("a\n  // snippet.hide\n\n  b", "a", "a\n\n  b"),
    ("// snippet.hide\na\n// snippet.show\n\nb\n// snippet.hide\nc", "b", "a\n\nb\nc"),
    (
      "a // hide\n// hide\nlet s = \"// hide\"\n", "let s = \"// hide\"", "a\n\nlet s = \"// hide\""
    ),
    ("// snippet.hide\na", "", "a"),
  ])
  func hidesPartsOfABlock(_ code: String, _ shown: String, _ own: String) throws {
    let experiment = try #require(read("```swift\n\(code)\n```").lesson?.experiments.first)
    #expect(experiment.shownCode == shown)
    #expect(experiment.ownCode == own)
    // What is compiled keeps every line.
    #expect(experiment.code.joined(separator: "\n") == code)
  }
}
