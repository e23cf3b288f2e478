/// What a pointer is told over a single mark: series, place and value.
struct Tips: Sendable {
  private let x: AxisData, y: AxisData

  /// Above this many bars and points, marks are drawn together and only the table tells values.
  private static let most = 100

  /// `nil` if the marks are too many to be elements of their own.
  init?(_ data: ChartData) {
    let marks = data.series.reduce(0) { $0 + ($1.kind.room == .none ? 0 : $1.x.count) }
    guard marks <= Self.most else { return nil }
    (x, y) = (data.x, data.y)
  }

  func text(_ series: DataSeries, _ index: Int) -> String {
    let parts = [
      series.label ?? "", x.title + " " + x.text(series.x[index]),
      y.title + " " + y.text(series.y[index]),
    ]
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
