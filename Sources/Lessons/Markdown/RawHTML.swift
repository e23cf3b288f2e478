/// Reading a lesson's raw HTML, which a course can allow; what stays open is told.
extension BlockReader {
  func html(_ html: String) -> [Block] {
    let text = html.trimmingSpaces
    if text.isHTMLComment { return [] }
    if let opening = unclosedOpening(of: text) {
      hasUnclosedCode = true
      file.error(
        "\(opening.name) that opens here is not closed, so all that follows is part of it.",
        at: blockPosition, help: "\(opening.end) at its end")
      return []
    }
    tellContainerLines(in: html)
    if allowsHTML {
      for tag in HTMLTag.tags(in: Array(html.utf8)) {
        tell(elements.read(tag, at: position(tag.offset, in: html)))
      }
    }
    return [allowsHTML ? .html(html) : .paragraph([.text(text)])]
  }

  /// Where a byte of a block of HTML stands.
  private func position(_ offset: Int, in html: String) -> Position {
    func lines(_ html: Substring.UTF8View) -> [Substring.UTF8View] {
      html.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    let above = lines(html[...].utf8.prefix(offset))
    let line = above.count - 1
    // The marks of lists and quotes in front of the line are not in the HTML.
    let whole = file.bytes[min(blockPosition.line - 1 + line, file.bytes.count - 1)].count
    let column = above[line].count + max(0, whole - lines(html[...].utf8)[line].count)
    return Position(line: blockPosition.line + line, column: column + 1)
  }

  /// Tells of lines with ::: that HTML takes in, since only an empty line ends it.
  private func tellContainerLines(in html: String) {
    guard html.prefixMatch(of: /\s*<([!?]|pre\b|script\b|style\b|textarea\b)/.ignoresCase()) == nil
    else { return }
    var offset = 0
    for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: \.isWhitespace).hasPrefix(":::") {
        hasUnclosedCode = true
        file.error(
          "This ::: line is part of the HTML above it.", at: position(offset, in: html),
          help: "an empty line above it")
      }
      offset += line.utf8.count + 1
    }
  }

  /// What begins a block of HTML that only its own end ends.
  private func unclosedOpening(of html: String) -> (name: String, end: String)? {
    if html.hasPrefix("<!--") { return html.contains("-->") ? nil : ("The comment", "-->") }
    // Of elements, those that are open are told below.
    guard !allowsHTML,
      let name = html.prefixMatch(of: /<(pre|script|style|textarea)\b/.ignoresCase())
    else { return nil }
    let end = /<\/(pre|script|style|textarea)>/.ignoresCase()
    return html.contains(end) ? nil : ("<\(name.1)>", "</\(name.1)>")
  }

  /// Notes a tag inside a paragraph, heading or cell.
  func readInlineHTML(_ html: String) {
    let line = html.prefix { $0 != "\n" }
    inlinePlace = file.position(of: String(line), from: inlinePlace)
    for tag in HTMLTag.tags(in: Array(html.utf8)) { tell(elements.read(tag, at: inlinePlace)) }
    pass(String(line))
  }

  /// Goes on behind a piece of the text, in which no tag is looked for.
  func pass(_ text: String) {
    let place = file.position(of: text, from: inlinePlace)
    inlinePlace = Position(line: place.line, column: place.column + text.utf8.count)
  }

  /// Reads a part of the lesson in which HTML that opens has to close.
  func part<Contents>(_ name: String, _ read: () -> Contents) -> Contents {
    elements.begin(name)
    defer { endPart() }
    return read()
  }

  func endPart() { tell(elements.end()) }

  private func tell(_ mistakes: [OpenElements.Mistake]) {
    for mistake in mistakes {
      file.error(mistake.message, at: mistake.position, help: mistake.help)
    }
  }
}

extension MarkdownNode {
  /// What the part of a lesson is called that this is.
  var partName: String {
    switch kind {
    case .document: "page"
    case .item, .task: "list item"
    case .blockQuote: "quote"
    case .footnoteDefinition: "footnote"
    case .heading: "heading"
    case .tableCell: "cell"
    case .link: "link"
    case .emphasis, .strong, .strikethrough: "emphasis"
    case .image: "image’s text"
    default: "paragraph"
    }
  }
}
