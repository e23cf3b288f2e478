/// Charts side by side as panels of one figure.
///
///     ChartGrid(columns: 2) {
///       for rate in [0.01, 0.1, 1] {
///         Chart(losses(rate)) { LineMark(x: .value("Step", $0.step), y: .value("Loss", $0.value)) }
///           .chartTitle("rate \(rate)")
///       }
///     }
///
/// Panels are there to be compared: axes with the same title reach from the same value to the same
/// value and are labeled at the edge of the grid only, and what has one name has one color. With
/// ``Scales/free`` axes each panel is labeled, and the figure says that they differ.
public struct ChartGrid: Sendable {
  /// Which axes of panels that have them in common reach equally far.
  public enum Scales: Sendable {
    case shared, freeX, freeY, free
  }

  package let charts: [Chart]
  package let columns: Int
  package let scales: Scales
  /// Sentences that stand below the panels.
  package var remarks: [String] = []

  /// A grid of the charts in braces, row by row.
  ///
  /// - Parameters:
  ///   - columns: how many panels stand in a row, where there is room: at most two on a phone, and
  ///     none narrower than 120 pixels.
  ///   - scales: whether axes with the same title reach equally far.
  public init(
    columns: Int = 2, scales: Scales = .shared, @ChartGridBuilder charts: () -> [Chart]
  ) {
    self.init(charts(), columns: columns, scales: scales)
  }

  package init(_ charts: [Chart], columns: Int, scales: Scales) {
    self.charts = charts.sharing(
      x: scales == .shared || scales == .freeY, y: scales == .shared || scales == .freeX)
    self.columns = columns
    self.scales = scales
  }
}

/// Collects the charts that the braces of a ``ChartGrid`` list; `for` and `if` work inside.
@resultBuilder
public enum ChartGridBuilder {
  /// A chart on a line of its own.
  public static func buildExpression(_ chart: Chart) -> [Chart] { [chart] }
  /// Charts in order.
  public static func buildBlock(_ charts: [Chart]...) -> [Chart] { charts.flatMap { $0 } }
  /// The rounds of a `for`.
  public static func buildArray(_ charts: [[Chart]]) -> [Chart] { charts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ charts: [Chart]?) -> [Chart] { charts ?? [] }
  /// The first branch of an `if` or `switch`.
  public static func buildEither(first: [Chart]) -> [Chart] { first }
  /// Another branch of an `if` or `switch`.
  public static func buildEither(second: [Chart]) -> [Chart] { second }
}
