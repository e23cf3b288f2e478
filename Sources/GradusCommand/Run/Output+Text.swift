import TranscriptFormat

extension Output {
  /// What is shown, for a terminal.
  var asText: String {
    switch self {
    case .printed(let text): text
    case .text(let text), .failure(let text): text + "\n"
    case .figure(let figure): "[Figure] \(figure.caption)\n  \(figure.summary)\n"
    case .table(let caption, let table): "[Table] \(caption)\n\(table.asText)"
    case .runs(let caption, let runs):
      "[Runs] \(caption)\n" + runs.map { "  \($0.name): \($0.events.count) events\n" }.joined()
    case .claim(let claim):
      "✓ \(claim.sentence)"
        + (claim.measured.isEmpty
          ? "" : " (measured \(claim.measured), expected \(claim.required))")
        + "\n"
    }
  }
}

extension Table {
  /// Columns as wide as their widest cell.
  fileprivate var asText: String {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in
      lines.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let isLast = column == line.count - 1
        return isLast ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
