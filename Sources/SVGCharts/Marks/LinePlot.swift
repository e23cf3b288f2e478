/// The graph of a function.
///
///     LinePlot(x: "x", y: "Derivative", domain: -6...6) { sigmoid($0) * (1 - sigmoid($0)) }
///
/// The function is asked at 241 places, the same every time; where its value is not finite the line
/// has a gap.
public struct LinePlot: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The graph of `function` over `domain`.
  public init(
    x: String, y: String, domain: ClosedRange<Double>, function: (Double) -> Double
  ) {
    let count = 240
    for index in 0...count {
      let share = Double(index) / Double(count)
      let place = domain.lowerBound * (1 - share) + domain.upperBound * share
      group.append(Mark(.line, x: .value(x, place), y: .value(y, function(place))))
    }
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The points as a group.
  public consuming func grouped() -> ChartGroup { group }
}
