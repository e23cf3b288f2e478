extension ChartData {
  /// Every value as comma-separated values with a line of titles, a line for each mark.
  ///
  /// Numbers are written so that reading them gives the same number again.
  var csv: String {
    let shown = series.filter { $0.kind.isData && !$0.isEcho }
    let isNamed = shown.contains { $0.label != nil }
    let hasXEnds = shown.contains { !$0.xEnd.isEmpty }
    let hasYEnds = shown.contains { !$0.yEnd.isEmpty }
    var titles = (isNamed ? [seriesTitle] : []) + [x.title]
    if hasXEnds { titles.append(x.title + " (end)") }
    titles.append(y.title)
    if hasYEnds { titles.append(y.title + " (end)") }
    if let cellColors { titles.append(cellColors.title) }
    var text = line(titles)
    for one in shown {
      // One text grows, and what all marks share is quoted once: there are tens of thousands.
      let name = one.shades.isEmpty ? quoted(one.label ?? "") : nil
      for index in one.indices {
        if isNamed { text += (name ?? quoted(one.label(index))) + "," }
        text += x.exact(one.x[index])
        if hasXEnds { text += one.xEnd.isEmpty ? "," : "," + x.exact(one.xEnd[index]) }
        text += ","
        text += y.exact(one.y[index])
        if hasYEnds { text += one.yEnd.isEmpty ? "," : "," + y.exact(one.yEnd[index]) }
        if cellColors != nil {
          text += one.colors.isEmpty ? "," : "," + exactText(one.colors[index])
        }
        text += "\n"
      }
    }
    return text
  }
}

/// A line of comma-separated values.
func line(_ cells: [String]) -> String {
  var text = ""
  for (index, cell) in cells.enumerated() {
    if index > 0 { text += "," }
    text += quoted(cell)
  }
  text += "\n"
  return text
}

/// A cell in quotation marks where a comma, a line break or such a mark stands in it.
private func quoted(_ cell: String) -> String {
  guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }) else { return cell }
  var text = "\""
  for scalar in cell.unicodeScalars {
    if scalar == "\"" { text += "\"" }
    text.unicodeScalars.append(scalar)
  }
  return text + "\""
}

/// The shortest decimal text that reads back as the same number.
func exactText(_ value: Double) -> String {
  // Most are steps, which are faster to write as whole numbers; those of a browser have 32 bits.
  if value > 0, value < 1e9, value == value.roundedDown { return String(Int(value)) }
  let text = value.description
  return text.utf8.suffix(2).elementsEqual(".0".utf8)
    ? String(text.unicodeScalars.dropLast(2)) : text
}

extension AxisData {
  /// A value as a cell of a line.
  fileprivate func exact(_ value: Double) -> String {
    isCategorical && value.isFinite ? quoted(categories.keys[Int(value)].text) : exactText(value)
  }
}
