import Lessons

extension LessonBody {
  mutating func inlines(_ inlines: [Inline]) -> HTML {
    var result: HTML = ""
    for inline in inlines { result += html(inline) }
    return result
  }

  private mutating func html(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): HTML(escaping: text)
    case .emphasis(let inlines): "<em>\(self.inlines(inlines))</em>"
    case .strong(let inlines): "<strong>\(self.inlines(inlines))</strong>"
    case .strikethrough(let inlines): "<del>\(self.inlines(inlines))</del>"
    case .code(let text): "<code>\(text)</code>"
    case .link(let destination, let title, let inlines): link(destination, title, inlines)
    case .image(let source, let title, let alternative): image(source, title, alternative)
    case .math(let formula): context.formulas.html(formula, display: false)
    case .value(let index):
      "<span class=\"value\">\(transcript.values.indices.contains(index) ? transcript.values[index] : "")</span>"
    case .reference(let label, let destination): reference(label, destination)
    case .citation(let citations): html(citations)
    case .term(let name, let text): term(name, text)
    case .footnote(let index): footnoteReference(index)
    case .softBreak: "\n"
    case .lineBreak: "<br />\n"
    case .html(let source): context.allowsHTML ? HTML(verbatim: source) : HTML(escaping: source)
    }
  }

  private func reference(_ label: String, _ destination: String) -> HTML {
    let name: HTML = "\(context.numbering.linkText(label) ?? label)"
    return isInLink ? name : "<a href=\"\(destination)\">\(name)</a>"
  }

  /// A link to the glossary, with the meaning as its hover text.
  private func term(_ name: String, _ text: String) -> HTML {
    guard !isInLink, let term = context.glossary.first(where: { $0.name == name }) else {
      return HTML(escaping: text)
    }
    return """
      <a class="term" href="glossary.html#\(term.id)" title="\(term.definition)">\(text)</a>
      """
  }

  private mutating func link(_ destination: String, _ title: String?, _ inlines: [Inline]) -> HTML {
    isInLink = true
    let contents = self.inlines(inlines)
    isInLink = false
    guard let address = address(destination, of: "link") else { return contents }
    let title: HTML = title.map { " title=\"\($0)\"" } ?? ""
    return "<a href=\"\(address)\"\(title)>\(contents)</a>"
  }

  private mutating func image(_ source: String, _ title: String?, _ alternative: [Inline]) -> HTML {
    let name = alternative.map(named).plainText
    guard let address = address(source, of: "image") else { return HTML(escaping: name) }
    let title: HTML = title.map { " title=\"\($0)\"" } ?? ""
    let size: HTML =
      context.imageSizes[source].map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
    return "<img src=\"\(address)\" alt=\"\(name)\"\(title)\(size) loading=\"lazy\" />"
  }

  /// The address as the page has it, or nil with an error where a page should not lead.
  private mutating func address(_ destination: String, of kind: String) -> String? {
    switch Address(destination) {
    case .allowed(let address): return address
    case .refused(let reason):
      refuse(
        destination, "This \(kind) cannot lead to “\(destination)”: \(reason).",
        help: "Write a whole web address, or a path inside the course folder.")
      return nil
    }
  }

  /// A heading as it stands in the contents: without links and footnotes.
  func outline(_ inlines: [Inline]) -> HTML {
    inlines.map { inline -> HTML in
      switch named(inline) {
      case .text(let text): HTML(escaping: text)
      case .emphasis(let inlines): "<em>\(outline(inlines))</em>"
      case .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines):
        outline(inlines)
      case .code(let text): "<code>\(text)</code>"
      case .math(let formula): context.formulas.html(formula, display: false)
      case .softBreak, .lineBreak: " "
      case .image, .value, .reference, .term, .citation, .footnote, .html:
        HTML(escaping: [inline].plainText)
      }
    }.joined()
  }

  /// The words of a reference or of a citation in a sentence, where they cannot be a link.
  private func named(_ inline: Inline) -> Inline {
    switch inline {
    case .reference(let label, _): .text(context.numbering.names[label] ?? label)
    case .citation(let citations) where citations[0].isInSentence:
      context.bibliography[citations[0].key].map { .text(name(of: $0, in: citations[0])) } ?? inline
    default: inline
    }
  }
}
