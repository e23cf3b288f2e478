/// A lesson's Markdown, parsed with formulas, inline values, references, the destinations of links
/// and the lines of containers cut out.
///
/// It is parsed up to three times, since only the parser knows where code is (which has no formulas
/// and containers), and only a text without displayed formulas shows where its paragraphs are:
/// a line of TeX such as `- b` would begin a list.
struct LessonText {
  private(set) var tree: MarkdownTree
  private(set) var text: CutText
  private(set) var marks = Marks()
  /// The container lines by the line of the file that holds them.
  private(set) var containers: [Int: ContainerMarker] = [:]

  init(_ file: SourceFile, from firstLine: Int) {
    let lines = file.bytes.map { $0.contains(0xEF) ? Marks.sanitized($0) : $0 }
    text = CutText(lines, from: firstLine, cuts: [])
    tree = MarkdownTree(text.bytes)
    guard tree.depth <= Self.greatestDepth else {
      file.error(
        "Lists, quotes or emphasis are nested more than \(Self.greatestDepth) deep in this lesson.")
      tree = MarkdownTree([])
      return
    }

    var cuts = blockCuts(file, lines, from: firstLine, code: tree.root.verbatimLines(in: text))
    if !cuts.isEmpty {
      text = CutText(lines, from: firstLine, cuts: cuts)
      tree = MarkdownTree(text.bytes)
    }

    let inlineCuts = inlineCuts(file, lines, tree: tree, text: text, around: cuts)
    if !inlineCuts.isEmpty {
      cuts += inlineCuts
      text = CutText(lines, from: firstLine, cuts: cuts)
      tree = MarkdownTree(text.bytes)
    }
  }

  private static let greatestDepth = 100

  /// Cuts for container lines, which become HTML comments since these end any block but code, and
  /// for displayed formulas of several lines.
  private mutating func blockCuts(
    _ file: SourceFile, _ lines: [[UInt8]], from firstLine: Int, code: Set<Int>
  ) -> [CutText.Cut] {
    var cuts: [CutText.Cut] = []
    var line = firstLine
    while line <= lines.count {
      defer { line += 1 }
      guard !code.contains(line) else { continue }
      let bytes = lines[line - 1]
      let start = bytes.firstIndex { !$0.isSpace && $0 != UInt8(ascii: ">") } ?? bytes.count
      let content = bytes[start...]
      if content.starts(with: ":::".utf8) {
        containers[line] = ContainerMarker(file, line: line, start: start)
        cuts.append(
          CutText.Cut(
            start: Position(line: line, column: start + 1),
            end: Position(line: line, column: bytes.count + 1), replacement: "<!---->"))
      } else if let formula = DisplayedFormula(lines, line: line, code: code) {
        guard let end = formula.end else {
          file.error(
            "The formula that opens here with $$ is not closed.", at: formula.start,
            help: "$$ at its end, and no empty line inside")
          continue
        }
        cuts.append(
          CutText.Cut(
            start: formula.start, end: end, replacement: marks.add(formula.mark)))
        line = end.line
      }
    }
    return cuts
  }

  /// Cuts for what stands inside paragraphs, headings and cells, found leaf by leaf.
  private mutating func inlineCuts(
    _ file: SourceFile, _ lines: [[UInt8]], tree: MarkdownTree, text: CutText,
    around blockCuts: [CutText.Cut]
  ) -> [CutText.Cut] {
    var cuts: [CutText.Cut] = []
    for leaf in tree.root.leaves(in: text, lines, around: blockCuts) {
      var scanner = InlineScanner(leaf)
      for found in scanner.scan() {
        cuts.append(
          CutText.Cut(start: found.start, end: found.end, replacement: marks.add(found.mark)))
      }
    }
    return cuts
  }
}
