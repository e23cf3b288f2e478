import TranscriptFormat

extension Table {
  /// The table in a box that scrolls sideways; columns of numbers stand to the right.
  func html(name: String) -> HTML {
    let isNumeric = columns.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0.indices.contains(column) && $0[column].isNumber }
    }
    func style(_ column: Int) -> HTML {
      isNumeric.indices.contains(column) && isNumeric[column] ? " class=\"right\"" : ""
    }
    let head = columns.enumerated().map { column, title -> HTML in
      // A header without words heads nothing.
      title.isEmpty ? "<td></td>" : "<th scope=\"col\"\(style(column))>\(title)</th>"
    }
    let body = rows.map { row -> HTML in
      let cells = row.enumerated().map { column, cell -> HTML in
        "<td\(style(column))>\(cell)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return """
      <div class="scroll" role="group" aria-label="\(name)" tabindex="0"><table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined())</tbody>
      </table></div>

      """
  }
}

extension String {
  /// Whether a reader takes it for a number, with its unit sign or power of ten.
  fileprivate var isNumber: Bool {
    contains { $0.isWholeNumber || $0 == "∞" }
      && allSatisfy { $0.isWholeNumber || "+-−–.,∞×⁻±%eE \u{2009}\u{202F}\u{A0}…".contains($0) }
      || self == "NaN" || self == "–" || self == "—"
  }
}
