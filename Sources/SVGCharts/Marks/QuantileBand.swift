/// A place of a band over several runs: the median as a line, and the middle half as a band.
///
///     for step in 0..<steps {
///       QuantileBand(x: .value("Step", step), y: "Loss", of: runs.map { $0.losses[step] })
///         .foregroundStyle(by: .value("Optimizer", "Adam"))
///     }
public struct QuantileBand: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The median and the band from one share of the values to another at `x`; by default from a
  /// quarter to three quarters.
  public init(
    x: PlottableValue, y: String, of values: [Double], from low: Double = 0.25,
    to high: Double = 0.75
  ) {
    var band = Mark(.area, x: x, y: .value(y, quantile(low, of: values)))
    band.details.yEnd = .value(y, quantile(high, of: values))
    group.append(band)
    group.append(Mark(.line, x: x, y: .value(y, quantile(0.5, of: values))))
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The marks as a group.
  public consuming func grouped() -> ChartGroup { group }
}
