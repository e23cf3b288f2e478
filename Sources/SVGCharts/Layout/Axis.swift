/// One axis in place: its scale, its ticks and their labels.
struct Axis: Sendable {
  let scale: Scale
  var ticks: Ticks
  var labels: [String]
  /// Whether no value tells where the axis lies.
  let isEmpty: Bool

  /// - Parameters:
  ///   - domain: the values from one end to the other.
  ///   - spacing: the least distance of two labelled ticks.
  init(
    _ data: AxisData, type: ScaleType, domain: ClosedRange<Double>,
    from start: Double, to end: Double, spacing: Double
  ) {
    let length = abs(end - start)
    scale = Scale(type, domain: domain, from: start, to: end)
    isEmpty = data.range == nil
    let count = min(max(Int(length / spacing), 2), 8)
    if data.isCategorical {
      let names = data.categories.keys
      ticks = Ticks(values: names.indices.map(Double.init))
      labels = names.map { $0.text }
      return
    }
    switch type {
    case .linear:
      ticks = linearTicks(in: domain, atMost: count, whole: data.isWhole)
    case .log:
      ticks = logTicks(in: domain, about: min(count, 6))
      let decades = log10(domain.upperBound) - log10(domain.lowerBound)
      if decades <= 6, length / decades >= 25 { ticks.minor = minorLogTicks(in: domain) }
    }
    labels = ticks.values.map(TickFormat(ticks).label)
  }
}
