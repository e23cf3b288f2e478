/// Turns cmark's tree of a lesson into the lesson's blocks.
final class BlockReader {
  let file: SourceFile
  let text: LessonText
  let folder: CourseFolder
  let allowsHTML: Bool
  var marks: Marks
  var ids = PageIDs()
  /// The names that references can lead to.
  var labels: [Label] = []
  var experiments: [Experiment] = []
  var values: [InlineValue] = []
  private(set) var footnotes: [Footnote] = []
  private var unmetContainers: [Int: ContainerMarker]
  private(set) var isInFootnote = false
  /// Whether the text of a link is being read.
  var isInLink = false
  /// Whether code ran on to the end of its block, and over the closing lines of containers.
  var hasUnclosedCode = false
  /// Where the last fence stands, and the line on which its code ends.
  var lastFence: (position: Position, lastLine: Int)?
  /// Predictions whose answer is the next output, and how many experiments stand above.
  var waiting: [(position: Position, experiments: Int)] = []
  var hasExercise = false
  /// What the notes on the lecture judge.
  var judgements: [Judgement] = []
  /// The terms that the author linked, as `[[gradient]]`.
  var terms: [Marks.Mark] = []
  /// Where the innermost block under way begins.
  private(set) var blockPosition = Position(line: 1, column: 1) {
    didSet { inlinePlace = blockPosition }
  }
  /// Where the next inline HTML of that block stands, or above it.
  var inlinePlace = Position(line: 1, column: 1)
  /// The elements of the author's own HTML that are open.
  var elements = OpenElements()

  init(_ file: SourceFile, _ text: LessonText, in folder: CourseFolder, allowsHTML: Bool) {
    self.file = file
    self.text = text
    self.folder = folder
    self.allowsHTML = allowsHTML
    marks = text.marks
    unmetContainers = text.containers
  }

  /// The blocks of the whole text, and its footnotes besides.
  func read() -> [Block] {
    let root = text.tree.root
    let blocks = blocks(in: root)
    isInFootnote = true
    for definition in root.children where definition.kind == .footnoteDefinition {
      let label = text.footnotes.label(line: text.text.fileLine(definition.startLine))
      footnotes.append(Footnote(label: label, blocks: self.blocks(in: definition)))
    }
    checkPredictions()
    for line in unmetContainers.keys.sorted() {
      let position = Position(line: line, column: file.bytes[line - 1].firstIndex(of: 0x3A)! + 1)
      file.error(
        "This ::: line is indented so far that it is part of the text above.", at: position,
        help: "an empty line above it, and the indentation of the text around it")
    }
    return blocks
  }

  private func blocks(in parent: MarkdownNode) -> [Block] {
    part(parent.partName) { self.parts(of: parent) }
  }

  private func parts(of parent: MarkdownNode) -> [Block] {
    var blocks: [Block] = []
    var open: [OpenContainer] = []
    func close() {
      let closed = open.removeLast()
      endPart()
      check(closed, blocks)
      blocks = closed.before + [.container(closed.container, blocks)]
    }
    for child in parent.children where child.kind != .footnoteDefinition {
      let line = text.text.fileLine(child.startLine)
      if child.startLine > 0 { blockPosition = Position(line: line, column: child.startColumn) }
      guard child.kind == .htmlBlock, let marker = unmetContainers.removeValue(forKey: line) else {
        let read = self.blocks(of: child)
        if read.first?.isTaskList == true, !open.isEmpty {
          open[open.count - 1].choices = child.children.map(position)
        }
        if !captioned(&blocks, by: read) { blocks += read }
        continue
      }
      switch marker {
      case .opening(let container, let position):
        open.append(OpenContainer(container: container, position: position, before: blocks))
        blocks = []
        elements.begin("container")
        enter(container, at: position)
      case .closing(let position):
        if open.isEmpty {
          file.error(
            "There is no container for this ::: to close.", at: position,
            help: "a line such as '::: aside' above, with the same indentation")
        } else {
          close()
        }
      }
    }
    while let last = open.last {
      if !hasUnclosedCode {
        file.error(
          "The container '\(last.container.kind.rawValue)' that opens here is not closed.",
          at: last.position, help: "a line ::: below its last line, with the same indentation")
      }
      close()
    }
    return blocks
  }

  private func position(of node: MarkdownNode) -> Position {
    Position(line: text.text.fileLine(node.startLine), column: node.startColumn)
  }

  private func blocks(of node: MarkdownNode) -> [Block] {
    switch node.kind {
    case .paragraph: return paragraphs(of: node)
    case .heading: return [heading(node)]
    case .blockQuote: return [quoteOrAlert(node)]
    case .list:
      let items = node.children.map { item in
        Block.List.Item(
          isDone: item.kind == .task ? item.isChecked : nil, blocks: blocks(in: item))
      }
      return [.list(Block.List(start: node.listStart, isTight: node.isTight, items: items))]
    case .table: return [.table(table(node))]
    case .codeBlock: return [code(node)]
    case .thematicBreak: return [.thematicBreak]
    case .htmlBlock: return html(marks.restoring(node.literal))
    default: return blocks(in: node)
    }
  }

  private func heading(_ node: MarkdownNode) -> Block {
    let position = blockPosition
    var inlines = inlines(of: node)
    let id: String
    if let written = inlines.removeWrittenID() {
      take(written, .section, at: self.position(ofID: written, from: position))
      id = written
    } else {
      id = ids.take(forHeading: inlines.plainText)
    }
    return .heading(level: node.headingLevel, id: id, inlines)
  }

  private func quoteOrAlert(_ node: MarkdownNode) -> Block {
    let blocks = blocks(in: node)
    guard case .paragraph(let inlines)? = blocks.first, case .text(let mark)? = inlines.first,
      mark.hasPrefix("[!"), mark.hasSuffix("]"), inlines.count == 1 || inlines[1] == .softBreak
    else { return .quote(blocks) }
    let name = mark.dropFirst(2).dropLast()
    let rest = inlines.dropFirst(2)
    let body = (rest.isEmpty ? [] : [.paragraph(Array(rest))]) + blocks.dropFirst()
    if let alert = Block.Alert(rawValue: name.lowercased()) { return .alert(alert, body) }
    let known = Block.Alert.allCases.map { $0.rawValue.uppercased() }
    let first = node.children.first { _ in true } ?? node
    let line = text.text.fileLine(first.startLine)
    file.error(
      "'\(name)' is not a kind of alert.", at: Position(line: line, column: first.startColumn),
      help: nearestName(to: String(name), in: known).map { "[!\($0)]" } ?? oneOf(known))
    return .quote(blocks)
  }
}
