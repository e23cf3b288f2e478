/// The sizes at which a gradient is said to vanish and to explode: a reference line for each, drawn
/// only where a value of the chart lies beyond it.
///
///     Chart {
///       for sample in history[.delta] {
///         LineMark(x: .value("Layer", sample.layer), y: .value("|δ|", sample.value))
///       }
///       GradientLimits()   // "vanishing" if a layer is below 10⁻⁶, "exploding" if above 10³
///     }
///     .chartYScale(type: .log)
///
/// Both are conventions: below a millionth a step at a rate of 0.1 is lost in the rounding of a
/// weight of 1, which keeps 6·10⁻⁸; above a thousand a step at a rate of 0.001 is as long as the
/// weight. State your own where your rate is another.
public struct GradientLimits: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The lines at two sizes of a gradient.
  public init(vanishing: Double = 1e-6, exploding: Double = 1e3) {
    for (title, value, crossing) in [
      ("vanishing", vanishing, Crossing.below), ("exploding", exploding, .above),
    ] {
      var mark = Mark(.rule, x: nil, y: .value(title, value))
      mark.details.style.crossing = crossing
      group.append(mark)
    }
  }

  /// Visits both marks, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The marks as a group.
  public consuming func grouped() -> ChartGroup { group }
}

/// The side of a reference line on which a value must lie for the line to be drawn.
package enum Crossing: Equatable, Sendable {
  case above, below
}

extension ChartGroup {
  /// The marks without the lines that no value crosses.
  func withoutUncrossedLines() -> ChartGroup {
    guard runs.contains(where: { $0.mark.details.style.crossing != nil }) else { return self }
    let sizes = runs.filter { $0.mark.kind.isData }.flatMap { $0.y.numbers }.map { abs($0) }
    return ChartGroup(
      runs.filter { run in
        guard let limit = run.y.numbers.first else { return true }
        switch run.mark.details.style.crossing {
        case .above: return sizes.contains { $0 > limit }
        // Zero has no place on the axis that the line would stretch.
        case .below: return sizes.contains { $0 > 0 && $0 < limit }
        case nil: return true
        }
      })
  }
}
