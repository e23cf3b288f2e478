/// Swift in colors, in which the first use of each name leads to its declaration.
struct LinkedCode {
  private let links: SymbolLinks
  private let bytes: [UInt8]
  private var linked: Set<String> = []
  private(set) var pieces: [Piece] = []

  struct Piece: Equatable {
    var kind: SwiftToken.Kind
    var text: String
    var address: String?
  }

  init(_ code: String, links: SymbolLinks) {
    self.links = links
    var lexer = SwiftLexer(code)
    bytes = lexer.bytes
    var start = 0
    for token in lexer.tokens() {
      let end = start + token.text.utf8.count
      switch token.kind {
      case .type where !links.isEmpty:
        let address = isMember(at: start) ? nil : links.type(token.text)
        add(.type, token.text, address)
      case .plain where !links.isEmpty: addPlain(start..<end)
      default: add(token.kind, token.text, nil)
      }
      start = end
    }
  }

  /// Names in what has no color: those that are called.
  private mutating func addPlain(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard isWord(bytes[index]) else {
        index += 1
        continue
      }
      let end = bytes[index..<range.upperBound].firstIndex { !isWord($0) } ?? range.upperBound
      let name = text(index..<end)
      if let address = callee(name, index..<end), !linked.contains(address) {
        add(.plain, text(start..<index), nil)
        add(.plain, name, address)
        start = end
      }
      index = end
    }
    add(.plain, text(start..<range.upperBound), nil)
  }

  private func callee(_ name: String, _ range: Range<Int>) -> String? {
    guard range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "(") else {
      let isCalled = bytes[range.upperBound...].starts(with: " {".utf8)
      return isCalled && !isMember(at: range.lowerBound) ? links.function(name) : nil
    }
    guard isMember(at: range.lowerBound) else { return links.function(name) }
    let start = bytes[(range.upperBound + 1)...].firstIndex { $0 != 0x20 && $0 != 0x0A }
    guard let start, let end = bytes[start...].firstIndex(where: { !isWord($0) }),
      bytes[end] == UInt8(ascii: ":")
    else { return nil }
    return links.method(name, label: text(start..<end))
  }

  private mutating func add(_ kind: SwiftToken.Kind, _ text: String, _ address: String?) {
    guard !text.isEmpty else { return }
    let isNew = address.map { linked.insert($0).inserted } ?? false
    pieces.append(Piece(kind: kind, text: text, address: isNew ? address : nil))
  }

  /// Whether a dot stands before the name at `index`, but not that of a range.
  private func isMember(at index: Int) -> Bool {
    let before = bytes[..<index].suffix(2)
    return before.last == UInt8(ascii: ".") && before.first != before.last
      || before.elementsEqual(".".utf8)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The names that a piece of Swift declares, which mean its own from then on.
  static func declaredNames(in code: String) -> Set<String> {
    let words: Set<String> = [
      "actor", "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
    ]
    var lexer = SwiftLexer(code)
    var names: Set<String> = []
    var isDeclared = false
    for token in lexer.tokens() {
      if isDeclared {
        let text = token.text.drop { " \n`".contains($0) }
        if text.isEmpty { continue }
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !name.isEmpty { names.insert(String(name)) }
      }
      isDeclared = token.kind == .keyword && words.contains(token.text)
    }
    return names
  }
}

extension LinkedCode {
  /// The code as markup.
  var html: HTML { pieces.map(\.html).joined() }

  /// The lines of the code as markup, each with the newline at its end.
  var lines: [HTML] {
    var lines: [HTML] = [""]
    for piece in pieces {
      let parts = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, text) in parts.enumerated() {
        if index > 0 {
          lines[lines.count - 1] += "\n"
          lines.append("")
        }
        if text.isEmpty { continue }
        lines[lines.count - 1] +=
          Piece(kind: piece.kind, text: String(text), address: piece.address).html
      }
    }
    return lines
  }
}

extension LinkedCode.Piece {
  var html: HTML {
    switch (address, kind) {
    case (let address?, .plain): "<a href=\"\(address)\">\(text)</a>"
    case (let address?, _): "<a class=\"\(kind.rawValue)\" href=\"\(address)\">\(text)</a>"
    case (nil, .plain): HTML(escaping: text)
    case (nil, _): "<span class=\"\(kind.rawValue)\">\(text)</span>"
    }
  }
}
