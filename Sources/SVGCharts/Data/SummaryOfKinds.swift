extension Summary {
  /// The greatest and the least cell, and what is no number.
  var cellExtremes: String {
    guard let cells = series.first(where: { !$0.colors.isEmpty }) else {
      let count = series.reduce(0) { $0 + ($1.kind.shape == .cell ? $1.x.count : 0) }
      return String(count) + " cells."
    }
    func at(_ index: Int) -> String {
      let place = [(plan.data.x, cells.x[index]), (plan.data.y, cells.y[index])].map {
        lowercasedFirst($0.title) + " "
          + ($0.isCategorical ? $0.text($1) : $0.told($1))
      }
      return spoken(cells.colors[index]) + " at " + place.joined(separator: ", ")
    }
    let isLog = plan.options.colorType == .log
    let shown = cells.indices.filter {
      cells.colors[$0].isFinite && !(isLog && cells.colors[$0] <= 0)
    }
    guard let low = shown.min(by: { cells.colors[$0] < cells.colors[$1] }),
      let high = shown.max(by: { cells.colors[$0] < cells.colors[$1] })
    else { return "No cell has a finite value." }
    var text = "The greatest cell is " + at(high) + "; the least " + at(low)
    let others: [(Int, String)] = [
      (cells.colors.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }, "NaN"),
      (cells.colors.reduce(0) { $0 + (abs($1) == .infinity ? 1 : 0) }, "infinite"),
      (cells.colors.reduce(0) { $0 + (isLog && $1 <= 0 ? 1 : 0) }, "zero or less"),
    ]
    for (number, name) in others where number > 0 {
      text += "; " + String(number) + " " + name
    }
    return text + "."
  }

  /// The middle of each box.
  var medians: String {
    let (places, values) =
      plan.isHorizontal ? (plan.data.y, plan.data.x) : (plan.data.x, plan.data.y)
    var parts: [String] = []
    for one in series where one.kind.shape == .box {
      for (place, data) in one.boxes(alongX: plan.isHorizontal) {
        let name =
          places.isCategorical
          ? places.text(place) : lowercasedFirst(places.title) + " " + places.told(place)
        let box = BoxSummary(data)
        parts.append(
          name + " " + values.told(box.median) + ", half of them from " + values.told(box.first)
            + " to " + values.told(box.third))
      }
    }
    if parts.count > 8 { return String(parts.count) + " boxes." }
    return "The medians are " + parts.joined(separator: "; ") + "."
  }

  /// How many values a histogram counts, where most lie, and what lies outside.
  var fullestBin: String {
    var parts: [String] = []
    for one in series where one.kind.shape == .bin {
      let counted = one.y.reduce(0, +)
      var text = (one.label.map { $0 + ": " } ?? "") + spoken(counted) + " values in "
      text += String(one.y.count) + " bins"
      if let most = one.indices.max(by: { one.y[$0] < one.y[$1] }) {
        text += ", most, " + spoken(one.y[most]) + ", from " + plan.data.x.told(one.x[most])
        text += " to " + plan.data.x.told(one.xEnd[most])
      }
      parts.append(text)
    }
    for one in plan.data.series where !one.kind.isData {
      parts += one.annotations.map { $0.annotation.text }
    }
    return uppercasedFirst(parts.joined(separator: "; ")) + "."
  }

  /// How many ridges there are, and the highest place of the first and of the last.
  var ridges: String {
    var rows: [(row: Double, height: Double, place: Double)] = []
    for one in series where !one.heights.isEmpty {
      for index in one.indices {
        if let last = rows.last, last.row == one.y[index] {
          if last.height < one.heights[index] {
            rows[rows.count - 1] = (last.row, one.heights[index], one.x[index])
          }
        } else {
          rows.append((one.y[index], one.heights[index], one.x[index]))
        }
      }
    }
    guard let first = rows.first, let last = rows.last else { return "" }
    func told(_ row: (row: Double, height: Double, place: Double)) -> String {
      plan.data.y.text(row.row) + " is highest at " + plan.data.x.told(row.place)
    }
    return String(rows.count) + " ridges from back to front; " + told(first) + ", " + told(last)
      + "."
  }

  /// The values at which there are contours.
  var levels: String {
    var levels = Numbering<Word>()
    for one in series where one.kind.shape == .contour {
      _ = levels.number(of: Word(text: one.order.map { spoken($0) } ?? ""))
    }
    return "Contours at " + levels.keys.map { $0.text }.joined(separator: ", ") + "."
  }

  /// How many arrows there are, and what they are.
  var arrows: String {
    let parts = series.filter { $0.kind.shape == .vector }.map {
      String($0.x.count) + ($0.x.count == 1 ? " arrow" : " arrows")
        + ($0.label.map { ", " + $0 } ?? "")
    }
    return parts.joined(separator: "; ") + "."
  }
}
