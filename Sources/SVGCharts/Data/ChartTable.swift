/// The data of a chart as text.
public struct ChartTable: Equatable, Sendable {
  /// The title of each column.
  public let columns: [String]
  /// The cells, row by row.
  public let rows: [[String]]
}

extension Chart {
  /// The data as at most 200 rows; of more, the first, least, greatest and last of each stretch.
  ///
  /// Series that share their x values stand side by side, others below each other.
  public var table: ChartTable {
    let data = ChartPlan(self).data
    let series = data.series.filter { $0.kind.isData && !$0.isEcho }
    return data.wideTable(series) ?? data.longTable(series)
  }
}

extension ChartData {
  /// A column for each series, or `nil` if their x values differ too much for that.
  fileprivate func wideTable(_ series: [DataSeries]) -> ChartTable? {
    guard (2...8).contains(series.count), series.allSatisfy({ $0.label != nil }) else { return nil }
    var places = Numbering<Double>()
    var cells: [[Double?]] = []
    guard series.allSatisfy({ $0.yEnd.isEmpty && $0.colors.isEmpty }) else { return nil }
    for (column, one) in series.enumerated() {
      for index in one.indices {
        guard !one.x[index].isNaN else { return nil }
        let row = places.number(of: one.x[index])
        if row == cells.count { cells.append(Array(repeating: nil, count: series.count)) }
        guard cells[row][column] == nil else { return nil }
        cells[row][column] = one.y[index]
      }
    }
    let filled = series.reduce(0) { $0 + $1.x.count }
    guard cells.count * series.count <= 2 * filled else { return nil }
    let order = places.keys.order
    var kept: [Bool] = Array(repeating: false, count: order.count)
    for column in series.indices {
      let values = order.map { cells[$0][column] ?? .nan }
      for index in telling(values, atMost: 200 / series.count) { kept[index] = true }
    }
    return ChartTable(
      columns: [x.title]
        + series.map { series in
          let label = series.label ?? ""
          return series.order == nil ? label : seriesTitle + " " + label
        },
      rows: order.indices.filter { kept[$0] }.map { index in
        [x.text(places.keys[order[index]], significant: 5)]
          + cells[order[index]].map { $0.map { y.text($0, significant: 5) } ?? "–" }
      })
  }

  /// A row for each value.
  fileprivate func longTable(_ series: [DataSeries]) -> ChartTable {
    let isNamed = series.contains { $0.label != nil }
    let count = series.reduce(0) { $0 + $1.x.count }
    var rows: [[String]] = []
    for one in series {
      let share = count <= 200 ? one.x.count : max(200 * one.x.count / count, 1)
      for index in telling(one.colors.isEmpty ? one.y : one.colors, atMost: share)
      where rows.count < 200 {
        var values = [x.text(one.x[index], significant: 5), y.text(one.y[index], significant: 5)]
        if !one.yEnd.isEmpty { values[1] += " to " + y.text(one.yEnd[index], significant: 5) }
        if cellColors != nil {
          values.append(
            one.colors.isEmpty ? "" : ReaderNumber.text(one.colors[index], significant: 5))
        }
        rows.append((isNamed ? [one.label(index)] : []) + values)
      }
    }
    return ChartTable(
      columns: (isNamed ? [seriesTitle] : []) + [x.title, y.title]
        + (cellColors.map { [$0.title] } ?? []), rows: rows)
  }

  /// The values that tell the most: of each stretch the first, the least, the greatest, the last.
  private func telling(_ values: [Double], atMost count: Int) -> [Int] {
    guard values.count > count else { return Array(values.indices) }
    guard count >= 4 else { return Array(values.indices.prefix(count)) }
    let stretches = count / 4
    return (0..<stretches).flatMap { stretch in
      let first = stretch * values.count / stretches
      let last = (stretch + 1) * values.count / stretches - 1
      var low = first, high = first
      for index in first...last {
        if values[index] < values[low] || values[low].isNaN { low = index }
        if values[index] > values[high] || values[high].isNaN { high = index }
      }
      let inner = [min(low, high), max(low, high)].filter { $0 != first && $0 != last }
      let middle = inner.count == 2 && inner[0] == inner[1] ? [inner[0]] : inner
      return first == last ? [first] : [first] + middle + [last]
    }
  }
}
