extension [Inline] {
  /// The words without their markup, as for a page's title or an image's alternative text.
  public var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  /// The words without their markup; a formula is its TeX, a computed value is left out.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .term(_, let text): text
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .link(_, _, let inlines), .image(_, _, let inlines):
      inlines.plainText
    case .math(let formula): formula.tex
    case .reference(let label, _): label
    case .softBreak, .lineBreak: " "
    case .citation(let citations):
      citations.filter(\.isInSentence).map(\.source).joined()
    case .value, .footnote, .html: ""
    }
  }
}
