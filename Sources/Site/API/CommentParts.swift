import Lessons

/// A comment on a declaration: its text, and what it says of parameters and results.
struct CommentParts {
  var text: [Block] = []
  /// Parameters by name, then what a call returns and other fields by title.
  var fields: [Field] = []

  struct Field {
    var name: String
    var isParameter = false
    var blocks: [Block]
  }

  init(_ blocks: [Block]) {
    for block in blocks {
      guard case .list(var list) = block, list.start == nil else {
        text.append(block)
        continue
      }
      list.items.removeAll { take($0.blocks) }
      if !list.items.isEmpty { text.append(.list(list)) }
    }
  }

  /// Takes an item that is a field, as Swift's comments write them: `- Returns: The sum.`
  private mutating func take(_ item: [Block]) -> Bool {
    guard let (name, rest) = item.named else { return false }
    if name == "Parameters" {
      for case .list(let list) in item.dropFirst() {
        for item in list.items {
          guard let (name, blocks) = item.blocks.named else { continue }
          fields.append(Field(name: name, isParameter: true, blocks: blocks))
        }
      }
      return true
    }
    if name.hasPrefix("Parameter ") {
      fields.append(
        Field(name: String(name.dropFirst("Parameter ".count)), isParameter: true, blocks: rest))
      return true
    }
    guard Self.titles.contains(name) else { return false }
    fields.append(Field(name: name == "SeeAlso" ? "See also" : name, blocks: rest))
    return true
  }

  private static let titles: Set<String> = [
    "Complexity", "Important", "Note", "Postcondition", "Precondition", "Requires", "Returns",
    "SeeAlso", "Throws", "Warning",
  ]
}

extension [Block] {
  /// The words before the first colon, and the rest; nil where it does not begin so.
  fileprivate var named: (name: String, rest: [Block])? {
    guard case .paragraph(var inlines)? = first, case .text(let text)? = inlines.first,
      let colon = text.firstIndex(of: ":")
    else { return nil }
    inlines[0] = .text(String(text[colon...].dropFirst().drop { $0 == " " }))
    return (String(text[..<colon]), [.paragraph(inlines)] + dropFirst())
  }
}
