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
  private(set) var footnotes = FootnoteLabels()

  /// Reads the lines of `file` from `firstLine` on.
  init(_ file: SourceFile, from firstLine: Int) {
    let lines = file.bytes
    text = CutText(lines, from: firstLine, cuts: [])
    tree = MarkdownTree(text.bytes)
    guard tree.depth <= Self.greatestDepth else {
      refuse(file)
      return
    }
    var cuts = blockCuts(file, lines, from: firstLine, code: tree.root.verbatimLines(in: text))
    if !cuts.isEmpty {
      text = CutText(lines, from: firstLine, cuts: cuts)
      tree = MarkdownTree(text.bytes)
    }
    guard max(tree.depth, containerDepth) <= Self.greatestDepth else {
      refuse(file)
      return
    }
    let inlineCuts = inlineCuts(lines, around: cuts)
    footnotes.check(file)
    if !inlineCuts.isEmpty {
      cuts += inlineCuts
      text = CutText(lines, from: firstLine, cuts: cuts)
      tree = MarkdownTree(text.bytes)
    }
    if tree.depth > Self.greatestDepth { refuse(file) }
  }

  private static let greatestDepth = 100

  /// Whether the text was refused since reading it might exhaust the stack.
  private(set) var isTooDeep = false

  private mutating func refuse(_ file: SourceFile) {
    file.error(
      "Lists, quotes or containers are nested more than \(Self.greatestDepth) deep in this lesson.")
    isTooDeep = true
    containers = [:]
    tree = MarkdownTree([])
  }

  /// How many containers are open at once.
  private var containerDepth: Int {
    var depth = 0
    var deepest = 0
    for line in containers.keys.sorted() {
      if case .closing = containers[line] { depth = max(depth - 1, 0) } else { depth += 1 }
      deepest = max(deepest, depth)
    }
    return deepest
  }

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
      footnotes.readDefinition(bytes, line: line)
      if let destination = definedDestination(bytes) {
        cuts.append(cut(.destination, at: Position(line: line, column: destination + 1)))
      }
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
    _ lines: [[UInt8]], around blockCuts: [CutText.Cut]
  ) -> [CutText.Cut] {
    var cuts: [CutText.Cut] = []
    for leaf in tree.root.leaves(in: text, lines, around: blockCuts) {
      var scanner = InlineScanner(leaf)
      scanner.scan()
      for found in scanner.found {
        cuts.append(
          CutText.Cut(start: found.start, end: found.end, replacement: marks.add(found.mark)))
      }
      footnotes.references += scanner.footnotes
    }
    return cuts
  }

  private mutating func cut(_ kind: Marks.Mark.Kind, at place: Position) -> CutText.Cut {
    let mark = Marks.Mark(kind: kind, content: "", source: "", position: place)
    return CutText.Cut(start: place, end: place, replacement: marks.add(mark))
  }
}

/// Where the destination begins in a line `[name]: destination`.
private func definedDestination(_ line: [UInt8]) -> Int? {
  let start = line.firstIndex { !$0.isSpace && $0 != UInt8(ascii: ">") } ?? line.count
  guard line[start...].starts(with: "[".utf8), !line[start...].starts(with: "[^".utf8),
    let colon = line[start...].firstRange(of: "]:".utf8)?.upperBound,
    var destination = line[colon...].firstIndex(where: { !$0.isSpace })
  else { return nil }
  if line[destination] == UInt8(ascii: "<") { destination += 1 }
  return destination
}
