import Lessons

extension LessonBody {
  var words: FrameWords { context.words }

  mutating func blocks(_ blocks: [Block]) -> HTML {
    var result: HTML = ""
    for block in blocks { result += html(block) }
    return result
  }

  private mutating func html(_ block: Block) -> HTML {
    switch block {
    case .heading(let level, let id, let inlines): heading(level, id, inlines)
    case .paragraph(let inlines): "<p>\(self.inlines(inlines))</p>\n"
    case .list(let list): html(list)
    case .quote(let blocks): "<blockquote>\n\(self.blocks(blocks))</blockquote>\n"
    case .alert(let alert, let blocks): html(alert, blocks)
    case .table(let table): html(table)
    case .code(let language, let text): html(code: text, language: language)
    case .experiment(let index): experiment(index)
    case .math(let formula): html(formula)
    case .container(let container, let blocks): html(container, blocks)
    case .thematicBreak: "<hr />\n"
    case .html(let source):
      context.allowsHTML
        ? HTML(verbatim: source) : "<pre class=\"code\"><code>\(source)</code></pre>\n"
    }
  }

  /// A formula in a box that scrolls sideways; one with a label is numbered beside it.
  private mutating func html(_ formula: Formula) -> HTML {
    let number = formula.label == nil ? nil : count.equation()
    let name = number.map { words("Equation %", $0) }
    let box: HTML = """
      <div class="formula" role="group" aria-label="\(name ?? words("Formula"))" \
      tabindex="0">\(context.formulas.html(formula, display: true))</div>
      """
    guard let number, let name, let label = formula.label else { return box + "\n" }
    return """
      <div class="equation" id="\(label)">\(box)\
      <a class="number" href="#\(label)" aria-label="\(name)">(\(number))</a></div>

      """
  }

  /// The permanent link stands beside the heading, so that it is no part of the heading's name.
  private mutating func heading(_ level: Int, _ id: String, _ inlines: [Inline]) -> HTML {
    let title = self.inlines(inlines)
    sections.append(Section(level: level, id: id, title: outline(inlines)))
    let tag: HTML = "h\(min(max(level, 2), 6))"
    let name = inlines.plainText
    return """
      <div class="heading"><\(tag) id="\(id)">\(title)</\(tag)>\
      <a class="anchor" href="#\(id)" aria-label="\(words("Permanent link to “%”", name))">#</a></div>

      """
  }

  private mutating func html(_ list: Block.List) -> HTML {
    var items: HTML = ""
    for item in list.items {
      var contents: HTML = ""
      for block in item.blocks {
        if list.isTight, case .paragraph(let inlines) = block {
          contents += self.inlines(inlines)
        } else {
          contents += html(block)
        }
      }
      switch item.isDone {
      case nil: items += "<li>\(contents)</li>\n"
      case let isDone?:
        let state: HTML =
          isDone
          ? "aria-label=\"\(words("Done"))\" checked=\"\"" : "aria-label=\"\(words("Not done"))\""
        items += """
          <li class="task"><input type="checkbox" disabled="" \(state) /> \(contents)</li>

          """
      }
    }
    guard let start = list.start else { return "<ul>\n\(items)</ul>\n" }
    return start == 1 ? "<ol>\n\(items)</ol>\n" : "<ol start=\"\(start)\">\n\(items)</ol>\n"
  }

  private mutating func html(_ alert: Block.Alert, _ blocks: [Block]) -> HTML {
    """
    <div class="alert \(alert.rawValue)" role="note">
    <p class="title">\(words(alert.rawValue.prefix(1).uppercased() + alert.rawValue.dropFirst()))</p>
    \(self.blocks(blocks))</div>

    """
  }
}
