/// A piece of Swift that is shown in a color of its own.
package struct SwiftToken: Equatable {
  package var kind: Kind
  package var text: String

  /// What a piece of Swift is; the raw value is its class in the style sheet.
  package enum Kind: String {
    case plain = ""
    case comment, string, number, keyword, type, attribute, directive
  }

  /// The lines of the code as markup, each with the newline at its end.
  static func lines(of code: String) -> [HTML] {
    var lexer = SwiftLexer(code)
    var lines: [HTML] = [""]
    for token in lexer.tokens() {
      for (index, text) in token.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          lines[lines.count - 1] += "\n"
          lines.append("")
        }
        guard !text.isEmpty else { continue }
        lines[lines.count - 1] +=
          token.kind == .plain
          ? HTML(escaping: String(text))
          : "<span class=\"\(token.kind.rawValue)\">\(String(text))</span>"
      }
    }
    return lines
  }

  /// The code as markup: a `span` around everything that is not plain.
  static func html(of code: String) -> HTML {
    var lexer = SwiftLexer(code)
    return lexer.tokens().map { token in
      token.kind == .plain
        ? HTML(escaping: token.text) : "<span class=\"\(token.kind.rawValue)\">\(token.text)</span>"
    }.joined()
  }
}
