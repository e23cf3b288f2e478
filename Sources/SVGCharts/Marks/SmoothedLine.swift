/// A noisy series, thin and pale, and the same smoothed, labelled with the method.
///
///     Chart {
///       SmoothedLine(x: "Step", y: "Loss", losses, by: .movingAverage(50))
///     }
public struct SmoothedLine: ChartContent, Sendable {
  private var group = ChartGroup()

  /// The values at steps 0, 1, 2, …, or at `steps`; `label` names the series before the method.
  public init(
    x: String, y: String, _ values: [Double], at steps: [Int]? = nil, by smoothing: Smoothing,
    label: String = "", color: Color = .blue
  ) {
    let steps = steps ?? Array(values.indices)
    let name = (label.utf8.isEmpty ? "" : label + ", ") + smoothing.name
    for (step, value) in zip(steps, values) {
      var raw = Mark(.line, x: .value(x, step), y: .value(y, value))
      raw.details.series = .value("Smoothing", label.utf8.isEmpty ? "raw" : label)
      raw.details.style.color = color
      raw.details.style.opacity = 0.45
      raw.details.style.stroke = StrokeStyle(lineWidth: 1)
      group.append(raw)
    }
    for (step, value) in zip(steps, smoothing.applied(to: values)) {
      var line = Mark(.line, x: .value(x, step), y: .value(y, value))
      line.details.series = .value("Smoothing", name)
      line.details.style.color = color
      line.details.style.stroke = StrokeStyle(lineWidth: 2)
      group.append(line)
    }
  }

  /// Visits each mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { group.forEachMark(body) }

  /// The lines as a group.
  public consuming func grouped() -> ChartGroup { group }
}
