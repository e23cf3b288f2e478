extension Interface.Declaration {
  /// How it is written, in colors and with links; one that is long has a line for each parameter.
  func html(_ pages: InterfacePages) -> HTML {
    let pieces = code.map(\.text.unicodeScalars.count).reduce(0, +) > 72 ? broken : code
    let code = pieces.map { piece -> HTML in
      let kind = piece.highlighting
      guard kind == .type, let address = pages.addresses[piece.id], piece.id != id else {
        return piece.kind == "text"
          ? SwiftToken.html(of: piece.text)
          : LinkedCode.Piece(kind: kind, text: piece.text, address: nil).html
      }
      return LinkedCode.Piece(kind: kind, text: piece.text, address: address).html
    }
    return "<pre class=\"declaration\" tabindex=\"0\"><code>\(code.joined())</code></pre>\n"
  }

  /// The pieces with a line break before and behind each parameter.
  private var broken: [Interface.Piece] {
    var depth = 0
    var isDone = false
    var last: Character = " "
    return code.map { piece in
      guard piece.kind == "text", !isDone else { return piece }
      var text = ""
      for character in piece.text {
        defer { last = character }
        if last == "," && depth == 1 && character == " " { continue }
        switch character {
        case "(", "[", "<": depth += 1
        case ">" where last == "-": break
        case ")", "]", ">": depth -= 1
        default: break
        }
        if character == ")", depth == 0, !isDone {
          text += "\n"
          isDone = true
        }
        text.append(character)
        if character == "(" && depth == 1 || character == "," && depth == 1, !isDone {
          text += "\n  "
        }
      }
      return Interface.Piece(kind: piece.kind, text: text, id: piece.id)
    }
  }
}

extension Interface.Piece {
  /// Its color, as in code.
  fileprivate var highlighting: SwiftToken.Kind {
    switch kind {
    case "keyword": .keyword
    case "typeIdentifier", "genericParameter": .type
    case "attribute": .attribute
    case "number": .number
    case "string": .string
    default: .plain
    }
  }
}
