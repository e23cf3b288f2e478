extension Summary {
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
  func highest(of ridge: DataSeries) -> String {
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
