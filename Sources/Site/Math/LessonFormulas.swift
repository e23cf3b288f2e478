import Lessons

extension Lesson {
  /// Every formula of the lesson in reading order, and whether it stands on a line of its own.
  var formulas: [(formula: Formula, display: Bool)] {
    var found: [(formula: Formula, display: Bool)] = []
    collect(blocks, into: &found)
    for footnote in footnotes { collect(footnote.blocks, into: &found) }
    return found
  }

  private func collect(_ blocks: [Block], into found: inout [(formula: Formula, display: Bool)]) {
    for block in blocks {
      switch block {
      case .heading(_, _, let inlines), .paragraph(let inlines): collect(inlines, into: &found)
      case .list(let list): for item in list.items { collect(item.blocks, into: &found) }
      case .quote(let blocks), .alert(_, let blocks), .container(_, let blocks):
        collect(blocks, into: &found)
      case .table(let table):
        for cell in table.header + table.rows.joined() + [table.caption ?? []] {
          collect(cell, into: &found)
        }
      case .math(let formula): found.append((formula, true))
      case .code, .experiment, .thematicBreak, .html: break
      }
    }
  }

  private func collect(_ inlines: [Inline], into found: inout [(formula: Formula, display: Bool)]) {
    for inline in inlines {
      switch inline {
      case .math(let formula): found.append((formula, false))
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .link(_, _, let inlines), .image(_, _, let inlines):
        collect(inlines, into: &found)
      case .text, .code, .value, .reference, .citation, .term, .footnote, .softBreak, .lineBreak,
        .html:
        break
      }
    }
  }
}
