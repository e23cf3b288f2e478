extension Block {
  /// The block with `transform` applied to every inline in it, innermost first.
  package func mapInlines(_ transform: (Inline) -> Inline) -> Block {
    switch self {
    case .heading(let level, let id, let inlines):
      return .heading(level: level, id: id, inlines.map { $0.mapped(transform) })
    case .paragraph(let inlines): return .paragraph(inlines.map { $0.mapped(transform) })
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { $0.mapInlines(transform) }
      }
      return .list(list)
    case .quote(let blocks): return .quote(blocks.map { $0.mapInlines(transform) })
    case .alert(let alert, let blocks):
      return .alert(alert, blocks.map { $0.mapInlines(transform) })
    case .container(let container, let blocks):
      return .container(container, blocks.map { $0.mapInlines(transform) })
    case .table(var table):
      table.header = table.header.map { cell in cell.map { $0.mapped(transform) } }
      table.rows = table.rows.map { row in row.map { cell in cell.map { $0.mapped(transform) } } }
      table.caption = table.caption?.map { $0.mapped(transform) }
      return .table(table)
    case .code, .experiment, .math, .thematicBreak, .html: return self
    }
  }
}

extension Inline {
  fileprivate func mapped(_ transform: (Inline) -> Inline) -> Inline {
    switch self {
    case .emphasis(let inlines): transform(.emphasis(inlines.map { $0.mapped(transform) }))
    case .strong(let inlines): transform(.strong(inlines.map { $0.mapped(transform) }))
    case .strikethrough(let inlines):
      transform(.strikethrough(inlines.map { $0.mapped(transform) }))
    case .link(let destination, let title, let inlines):
      transform(.link(destination: destination, title: title, inlines.map { $0.mapped(transform) }))
    case .image(let source, let title, let inlines):
      transform(
        .image(source: source, title: title, alternative: inlines.map { $0.mapped(transform) }))
    default: transform(self)
    }
  }
}
