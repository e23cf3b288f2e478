import Lessons

extension LessonBody {
  mutating func html(_ table: Block.TextTable) -> HTML {
    func cell(_ tag: HTML, _ column: Int, _ contents: HTML) -> HTML {
      let alignment = column < table.alignments.count ? table.alignments[column] : .none
      let style: HTML =
        switch alignment {
        case .none: ""
        case .left: " class=\"left\""
        case .center: " class=\"center\""
        case .right: " class=\"right\""
        }
      let scope: HTML = tag == "th" ? " scope=\"col\"" : ""
      return "<\(tag)\(scope)\(style)>\(contents)</\(tag)>"
    }
    var head: HTML = ""
    for (column, inlines) in table.header.enumerated() {
      // A header without words heads nothing.
      head += cell(inlines.isEmpty ? "td" : "th", column, self.inlines(inlines))
    }
    var body: HTML = ""
    for row in table.rows {
      body += "<tr>"
      for (column, inlines) in row.enumerated() {
        body += cell("td", column, self.inlines(inlines))
      }
      body += "</tr>\n"
    }
    let name = table.caption.map { _ in count.table() }
    let box: HTML = """
      <div class="scroll" role="group" aria-label="\(name ?? words("Table"))" tabindex="0"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
    guard let name, let caption = table.caption else { return box }
    let id = table.label ?? "table.\(count.tables)"
    return captioned(id: id, numbered(name, id: id, inlines(caption)), box)
  }

  /// A table below its caption.
  func captioned(id: String, _ caption: HTML, _ table: HTML) -> HTML {
    """
    <figure class="table" id="\(id)">
    <figcaption>\(caption)</figcaption>
    \(table)</figure>

    """
  }

  /// A caption behind its number, which is a permanent link.
  func numbered(_ name: String, id: String, _ caption: HTML) -> HTML {
    "<a class=\"number\" href=\"#\(id)\">\(name)</a> \(caption)"
  }
}
