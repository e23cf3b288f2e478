/// What a pointer is told over a single mark: series, place and value.
struct Tips: Sendable {
  private let x: AxisData, y: AxisData, colors: AxisData?

  /// Above this many bars, points and cells, marks are drawn together and only the table tells
  /// values.
  static let most = 300

  /// `nil` if the marks are too many to be elements of their own.
  init?(_ data: ChartData) {
    guard Self.count(data) <= Self.most else { return nil }
    (x, y, colors) = (data.x, data.y, data.cellColors)
  }

  /// How many marks have a value of their own to tell.
  static func count(_ data: ChartData) -> Int {
    data.series.reduce(0) { $0 + ($1.kind.room == .none && !$1.kind.isCell ? 0 : $1.x.count) }
  }

  func text(_ series: DataSeries, _ index: Int) -> String {
    var parts = [
      series.label ?? "", x.title + " " + x.text(series.x[index]),
      y.title + " " + y.text(series.y[index]),
    ]
    if let colors, !series.colors.isEmpty {
      parts.append(colors.title + " " + colors.text(series.colors[index]))
    }
    return parts.filter { !$0.utf8.isEmpty }.joined(separator: ", ")
  }
}

extension AxisData {
  /// A value of the axis for a reader: the name of a category, or a number.
  func text(_ value: Double, significant: Int = 3) -> String {
    if isCategorical, value.isFinite { return categories.keys[Int(value)].text }
    return ReaderNumber.text(value, significant: significant)
  }
}
