/// Turns the inlines of cmark's tree into a lesson's, with formulas, values and references put back.
extension BlockReader {
  func inlines(of node: MarkdownNode) -> [Inline] {
    pieces(of: node).map { piece in
      switch piece {
      case .inline(let inline): inline
      case .displayed(let formula): .math(formula)
      }
    }
  }

  /// The paragraph, in parts where displayed formulas stand in it.
  func paragraphs(of node: MarkdownNode) -> [Block] {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    func endParagraph() {
      while let last = inlines.last, last.isBreak { inlines.removeLast() }
      if !inlines.allSatisfy(\.isEmpty) { blocks.append(.paragraph(inlines)) }
      inlines = []
    }
    for piece in pieces(of: node) {
      switch piece {
      case .inline(var inline):
        if inlines.isEmpty, case .math(let formula)? = blocks.last {
          if formula.label == nil, let label = inline.removeLeadingID() {
            blocks[blocks.count - 1] = .math(equation(formula, label))
          }
          if inline.isEmpty { continue }
        }
        inlines.append(inline)
      case .displayed(let formula):
        endParagraph()
        blocks.append(.math(formula))
      }
    }
    endParagraph()
    return blocks
  }

  private func equation(_ formula: Formula, _ label: String) -> Formula {
    takeLabel(
      label, .equation, of: "an equation", at: position(ofID: label, from: formula.position))
    return Formula(tex: formula.tex, position: formula.position, label: label)
  }

  private enum Piece {
    case inline(Inline)
    /// A formula between `$$`.
    case displayed(Formula)
  }

  private func pieces(of node: MarkdownNode) -> [Piece] {
    part(node.partName) { piecesOfPart(node) }
  }

  private func piecesOfPart(_ node: MarkdownNode) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    func endText() {
      pieces += marks.pieces(of: text).compactMap(piece)
      text = ""
    }
    for child in node.children {
      if child.kind == .text {
        text += child.literal
      } else if child.kind == .htmlInline, !allowsHTML {
        if !child.literal.isHTMLComment { text += child.literal }
      } else {
        endText()
        if let inline = inline(child) { pieces.append(.inline(inline)) }
      }
    }
    endText()
    return pieces
  }

  private func piece(_ piece: Marks.Piece) -> Piece? {
    switch piece {
    case .text(let text): return .inline(.text(text))
    case .mark(let mark):
      let formula = Formula(tex: mark.content, position: mark.position)
      switch mark.kind {
      case .formula: return .inline(.math(formula))
      case .displayedFormula: return .displayed(formula)
      case .value where mark.content.isEmpty:
        file.error(
          "No expression follows {swift}.", at: mark.position, help: "`{swift} 1 + 1`")
        return nil
      case .value where Self.statements.contains(mark.content.prefix { $0.isLetter }):
        file.error(
          "An inline value is an expression, not a statement.", at: mark.position,
          help: "the statement in a swift block above, and `{swift} x` here")
        return nil
      case .value:
        values.append(
          InlineValue(expression: mark.content, position: mark.position, experiment: 0))
        return .inline(.value(values.count - 1))
      case .reference:
        let destination = marked("#\(mark.content)", at: mark.position)
        return .inline(.reference(label: mark.content, destination: destination))
      case .term:
        terms.append(mark)
        return .inline(.term(name: mark.content, text: mark.content))
      case .citation:
        return .inline(.citation(citations(mark)))
      case .work:
        // A link leads to one place, and the handles of people are the text of many.
        if isInLink { return .inline(.text(mark.source)) }
        return .inline(.citation([Citation(inSentence: mark.content, at: mark.position)]))
      case .destination:
        checkSpaces(inAddressAt: mark.position)
        return nil
      }
    }
  }

  private static let statements: Set<Substring> = [
    "let", "var", "func", "for", "while", "import", "struct", "enum", "print",
  ]

  /// Tells of what would be a link without the spaces in it.
  private func checkSpaces(inAddressAt position: Position) {
    guard file.lines.indices.contains(position.line - 1) else { return }
    let line = file.lines[position.line - 1].utf8.dropFirst(position.column - 1)
    let address = String(decoding: line.prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
    guard address.contains(" "),
      address.contains(/^[^"'<>()]+\.(md|html|png|svg|jpg|jpeg|gif|webp|csv)(#\S*)?$/)
    else { return }
    file.error(
      "This is no link, since its address has a space.", at: position, help: "<\(address)>")
  }

  /// The works named between brackets, each at the place of its key.
  private func citations(_ mark: Marks.Mark) -> [Citation] {
    var place = mark.position
    return mark.content.split(separator: ";").compactMap { part in
      guard var citation = Citation(part, at: place) else { return nil }
      place = file.position(of: "@\(citation.key)", from: place)
      citation.position = place
      return citation
    }
  }

  private func inline(_ node: MarkdownNode) -> Inline? {
    switch node.kind {
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: codeSpan(node)
    case .htmlInline: inlineHTML(node)
    case .emphasis: .emphasis(inlines(of: node))
    case .strong: .strong(inlines(of: node))
    case .strikethrough: .strikethrough(inlines(of: node))
    case .link: link(node)
    case .image:
      .image(source: destination(node), title: title(node), alternative: inlines(of: node))
    case .footnoteReference: Int(node.literal).map { .footnote($0 - 1) }
    default: nil
    }
  }

  private func codeSpan(_ node: MarkdownNode) -> Inline {
    let text = marks.restoring(node.literal)
    if allowsHTML { pass(text) }
    return .code(text)
  }

  private func inlineHTML(_ node: MarkdownNode) -> Inline {
    let html = marks.restoring(node.literal)
    readInlineHTML(html)
    return .html(html)
  }

  /// A link; one without a text to something labelled is a reference.
  private func link(_ node: MarkdownNode) -> Inline {
    let destination = destination(node)
    isInLink = true
    defer { isInLink = false }
    let inlines = inlines(of: node)
    let label = String(marks.restoring(destination).dropFirst())
    if inlines.isEmpty, marks.restoring(destination).hasPrefix("#"), Label.Kind(label: label) != nil
    {
      return .reference(label: label, destination: destination)
    }
    return .link(destination: destination, title: title(node), inlines)
  }

  private func title(_ node: MarkdownNode) -> String? {
    node.title.isEmpty ? nil : marks.restoring(node.title)
  }

  /// The destination behind a mark that holds its place, for the links to be checked later.
  private func destination(_ node: MarkdownNode) -> String {
    if case .mark(let mark)? = marks.pieces(of: node.url).first, mark.kind == .destination {
      return node.url
    }
    return marked(node.url, at: blockPosition)
  }

  private func marked(_ destination: String, at position: Position) -> String {
    marks.add(Marks.Mark(kind: .destination, content: "", source: "", position: position))
      + destination
  }
}

extension Inline {
  fileprivate var isBreak: Bool { self == .softBreak || self == .lineBreak }

  /// Takes `{#id}` off the front, where it names the equation before.
  fileprivate mutating func removeLeadingID() -> String? {
    guard case .text(let text) = self,
      let match = text.prefixMatch(of: /\s*\{#([A-Za-z0-9_-]+)\}[^\S\n]*/)
    else { return nil }
    self = .text(String(text[match.range.upperBound...]))
    return String(match.output.1)
  }

  /// Whether a reader sees nothing of it.
  fileprivate var isEmpty: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { isBreak }
  }
}

extension String {
  /// Whether the HTML is one comment and nothing else.
  var isHTMLComment: Bool {
    hasPrefix("<!--") && hasSuffix("-->") && ranges(of: "-->").count == 1
  }
}
