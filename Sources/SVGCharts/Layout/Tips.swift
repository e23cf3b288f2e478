/// What a pointer is told over a single mark: series, place and value.
struct Tips: Sendable {
  private let x: AxisData, y: AxisData, colors: AxisData?

  /// Above this many bars, points, cells and arrows, marks are drawn together and only the table tells
  /// values.
  static let most = 300

  /// `nil` if the marks are too many to be elements of their own.
  init?(_ data: ChartData) {
    guard Self.count(data) <= Self.most else { return nil }
    (x, y, colors) = (data.x, data.y, data.cellColors)
  }

  /// How many marks have a value of their own to tell.
  static func count(_ data: ChartData) -> Int {
    data.series.reduce(0) { sum, one in
      if one.kind.shape == .box {
        return sum + one.boxes(alongX: data.y.isCategorical && !data.x.isCategorical).count
      }
      let isTold = one.kind.room != .none || one.kind.isCell || one.kind.shape == .vector
      return sum + (isTold ? one.x.count : 0)
    }
  }

  func text(_ series: DataSeries, _ index: Int) -> String {
    var parts = [
      series.label(index), x.title + " " + x.text(series.x[index]),
      y.title + " " + y.text(series.y[index]),
    ]
    if let colors, !series.colors.isEmpty {
      parts.append(colors.title + " " + colors.text(series.colors[index]))
    }
    return sentence(parts)
  }
}

extension Tips {
  /// An area or a band as a whole: from where to where it reaches along both axes.
  func text(area series: DataSeries) -> String {
    let ends = series.top.isEmpty ? series.y + series.yEnd : series.base + series.top
    return sentence([
      series.label ?? "", x.title + " " + range(series.x, of: x),
      y.title + " " + range(ends, of: y),
    ])
  }

  /// A box in five numbers, and how many values lie beyond its whiskers.
  func text(_ series: DataSeries, box: BoxSummary, at place: Double, alongX: Bool) -> String {
    let (stand, value) = alongX ? (y, x) : (x, y)
    func span(_ low: Double, _ high: Double) -> String {
      value.text(low) + " to " + value.text(high)
    }
    let name = series.label ?? "", standing = stand.text(place)
    return sentence([
      name.utf8.elementsEqual(standing.utf8) ? "" : name, standing,
      value.title + " " + value.text(box.median) + " (median)",
      "half of it " + span(box.first, box.third), "whiskers " + span(box.low, box.high),
      box.beyond.isEmpty ? "" : String(box.beyond.count) + " beyond",
    ])
  }

  /// A ridge: its name and where it is highest.
  func text(_ series: DataSeries, ridge: Range<Int>) -> String {
    let highest = ridge.max { series.heights[$0] < series.heights[$1] } ?? ridge.lowerBound
    return sentence([
      y.title + " " + y.text(series.y[highest]), "highest at " + x.text(series.x[highest]),
    ])
  }

  /// An arrow: from where to where.
  func text(_ series: DataSeries, arrow index: Int) -> String {
    func move(_ axis: AxisData, _ from: Double, _ to: Double) -> String {
      axis.title + " " + axis.text(from) + " to " + axis.text(to)
    }
    return sentence([
      series.label ?? "", move(x, series.x[index], series.xEnd[index]),
      move(y, series.y[index], series.yEnd[index]),
    ])
  }

  private func range(_ values: [Double], of axis: AxisData) -> String {
    let finite = values.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return "" }
    return axis.text(low) + " to " + axis.text(high)
  }

  private func sentence(_ parts: [String]) -> String {
    parts.filter { !$0.utf8.isEmpty }.joined(separator: ", ")
  }
}

extension AxisData {
  /// A value of the axis for a reader: the name of a category, or a number.
  func text(_ value: Double, significant: Int = 3) -> String {
    if isCategorical, value.isFinite { return categories.keys[Int(value)].text }
    return isPercent
      ? ReaderNumber.percent(value, significant: significant)
      : ReaderNumber.text(value, significant: significant)
  }

  /// A number of the axis for a description that is read aloud.
  func told(_ value: Double, significant: Int = 3) -> String {
    guard isPercent, value.isFinite else { return spoken(value, significant: significant) }
    return spoken(value, significant: significant, timesTenTo: 2) + " percent"
  }
}
