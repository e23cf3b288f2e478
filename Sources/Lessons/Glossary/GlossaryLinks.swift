/// Links each term of the glossary where a lesson uses it first.
///
/// Headings, links, code and the choices of questions are left alone. A term that the author linked
/// counts as used.
struct GlossaryLinks {
  /// The terms not used yet, the longest first, so that "batch norm" comes before "norm".
  private var unused: [(name: String, characters: [Character])]

  init(_ glossary: [Term]) {
    unused = glossary.map { ($0.name, Array($0.name.lowercased())) }
      .sorted { $0.characters.count > $1.characters.count }
  }

  mutating func link(_ blocks: [Block]) -> [Block] {
    unused.isEmpty ? blocks : blocks.map { link($0) }
  }

  private mutating func link(_ block: Block) -> Block {
    switch block {
    case .paragraph(let inlines): return .paragraph(link(inlines))
    case .list(var list):
      for index in list.items.indices {
        let blocks = list.items[index].blocks
        let isChoice = list.items[index].isDone != nil
        list.items[index].blocks =
          isChoice ? blocks.prefix(1) + link(Array(blocks.dropFirst())) : link(blocks)
      }
      return .list(list)
    case .quote(let blocks): return .quote(link(blocks))
    case .alert(let alert, let blocks): return .alert(alert, link(blocks))
    case .container(let container, let blocks): return .container(container, link(blocks))
    case .table(var table):
      for row in table.rows.indices {
        for cell in table.rows[row].indices { table.rows[row][cell] = link(table.rows[row][cell]) }
      }
      return .table(table)
    case .heading, .code, .experiment, .math, .thematicBreak, .html: return block
    }
  }

  private mutating func link(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): result += link(text)
      case .emphasis(let inlines): result.append(.emphasis(link(inlines)))
      case .strong(let inlines): result.append(.strong(link(inlines)))
      case .term(let name, _):
        unused.removeAll { $0.name == name }
        result.append(inline)
      default: result.append(inline)
      }
    }
    return result
  }

  private mutating func link(_ text: String) -> [Inline] {
    let characters = Array(text)
    let lowercase = Array(text.lowercased())
    guard characters.count == lowercase.count else { return [.text(text)] }
    var result: [Inline] = []
    var start = 0
    var index = 0
    while index < lowercase.count, !unused.isEmpty {
      guard let found = unused.firstIndex(where: { lowercase.hasWord($0.characters, at: index) })
      else {
        index += 1
        continue
      }
      let (name, word) = unused.remove(at: found)
      if index > start { result.append(.text(String(characters[start..<index]))) }
      start = index + word.count
      result.append(.term(name: name, text: String(characters[index..<start])))
      index = start
    }
    if start < characters.count { result.append(.text(String(characters[start...]))) }
    return result
  }
}

extension [Character] {
  /// Whether a whole word stands at an index.
  fileprivate func hasWord(_ word: [Character], at index: Int) -> Bool {
    guard self[index] == word.first, index + word.count <= count,
      index == 0 || !self[index - 1].isPartOfWord
    else { return false }
    let end = index + word.count
    return self[index..<end].elementsEqual(word) && (end == count || !self[end].isPartOfWord)
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
