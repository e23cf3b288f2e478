/// The elements of raw HTML that are open while a lesson is read, each in the part of the lesson that
/// it began in.
///
/// An element may hold Markdown: it opens in one block of HTML and closes in another. What begins in a
/// list's item, a paragraph or a container ends there as well, since that is an element, too.
struct OpenElements {
  private struct Element {
    var name: String
    var position: Position
    var isSelfClosing: Bool
  }

  /// A part of a lesson, such as `list item`.
  private struct Part {
    var name: String
    var elements: [Element] = []
  }

  /// What to say to the author.
  struct Mistake {
    var message: String
    var position: Position
    var help: String
  }

  private var parts: [Part] = []
  /// The names of those that were open at the end of a part; a tag that closes one elsewhere is no
  /// further mistake.
  private var leftOpen: [String] = []

  mutating func begin(_ part: String) { parts.append(Part(name: part)) }

  /// Ends the innermost part, with what is still open in it.
  mutating func end() -> [Mistake] {
    let part = parts.removeLast()
    return part.elements.filter { !Self.closingThemselves.contains($0.name) }.map { element in
      leftOpen.append(element.name)
      return element.isSelfClosing
        ? Mistake(
          message: "A slash closes no <\(element.name)> in HTML, so this one is open.",
          position: element.position, help: "<\(element.name)></\(element.name)>")
        : Mistake(
          message: "<\(element.name)> is still open at the end of the \(part.name).",
          position: element.position,
          help: "</\(element.name)> where it ends, in the same \(part.name)")
    }
  }

  /// Takes a tag of the innermost part.
  mutating func read(_ tag: HTMLTag, at position: Position) -> [Mistake] {
    let name = tag.name
    switch tag.kind {
    case .comment:
      return [
        Mistake(
          message: "The comment that opens here is not closed.", position: position,
          help: "--> at its end")
      ]
    case .unfinished:
      return [
        Mistake(
          message: "The tag <\(name) that begins here has no end.", position: position,
          help: "> at its end, and no empty line inside")
      ]
    case .opening, .selfClosing:
      let isSelfClosing = tag.kind == .selfClosing
      // In drawings and formulas the rules are those of XML.
      let isForeign = name == "svg" || name == "math" || isOpen("svg") || isOpen("math")
      if isForeign ? !isSelfClosing : !Self.empty.contains(name) {
        parts[parts.count - 1].elements.append(
          Element(name: name, position: position, isSelfClosing: isSelfClosing))
      }
      return []
    case .closing: return close(name, at: position)
    }
  }

  private func isOpen(_ name: String) -> Bool {
    parts.contains { $0.elements.contains { $0.name == name } }
  }

  private mutating func close(_ name: String, at position: Position) -> [Mistake] {
    let inner = parts.count - 1
    if let index = parts[inner].elements.lastIndex(where: { $0.name == name }) {
      let above = parts[inner].elements[(index + 1)...]
      parts[inner].elements.removeSubrange(index...)
      return above.filter { !Self.closingThemselves.contains($0.name) }.map {
        Mistake(
          message: "<\($0.name)> is still open where </\(name)> closes what is around it.",
          position: $0.position,
          help: "</\($0.name)> before the </\(name)> in line \(position.line)")
      }
    }
    if let index = leftOpen.firstIndex(of: name) {
      leftOpen.remove(at: index)
      return []
    }
    let message = "Nothing is open here that </\(name)> could close."
    for outer in parts.indices.dropLast().reversed() {
      guard let index = parts[outer].elements.lastIndex(where: { $0.name == name }) else {
        continue
      }
      let element = parts[outer].elements.remove(at: index)
      return [
        Mistake(
          message: message, position: position,
          help: "an empty line above it: the <\(name)> in line \(element.position.line) "
            + "stands outside of this \(parts[inner].name)")
      ]
    }
    let open = parts[inner].elements.filter { !Self.closingThemselves.contains($0.name) }
    let meant = open.isEmpty ? nil : nearestName(to: name, in: open.map(\.name))
    if let index = parts[inner].elements.lastIndex(where: { $0.name == meant }) {
      parts[inner].elements.remove(at: index)
    }
    let isEmpty = Self.empty.contains(name)
    return [
      Mistake(
        message: isEmpty ? "<\(name)> holds nothing and has no closing tag." : message,
        position: position,
        help: isEmpty ? "<\(name)>" : meant.map { "</\($0)>" } ?? "<\(name)> above what it ends")
    ]
  }

  /// The elements that hold nothing.
  private static let empty: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// The elements whose closing tags can be left out.
  private static let closingThemselves: Set = [
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead",
    "tbody", "tfoot", "colgroup", "caption", "rt", "rp",
  ]
}
