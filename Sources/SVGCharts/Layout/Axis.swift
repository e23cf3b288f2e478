/// One axis in place: its scale, its ticks and their labels.
struct Axis: Sendable {
  let scale: Scale
  var ticks: Ticks
  var labels: [String]
  /// Whether no value tells where the axis lies.
  let isEmpty: Bool

  /// - Parameters:
  ///   - domain: the values from one end to the other.
  ///   - bars: the places of bars that stand on the axis.
  ///   - spacing: the least distance of two labelled ticks.
  init(
    _ data: AxisData, type: ScaleType, domain: ClosedRange<Double>, bars: [Double] = [],
    from start: Double, to end: Double, spacing: Double
  ) {
    let length = abs(end - start)
    scale = Scale(type, domain: domain, from: start, to: end)
    isEmpty = data.range == nil
    let count = min(Int(length / spacing) + 1, 8)
    if data.isCategorical {
      labels = data.categories.keys.map { $0.text }
      ticks = Ticks(values: labels.indices.map { Double($0) })
      return
    }
    switch type {
    case .linear:
      ticks = linearTicks(in: domain, atMost: count, whole: data.isWhole)
    case .log:
      ticks = logTicks(in: domain, about: max(min(count, 6), 2))
      let labelled = ticks.values
      let decades = decimalLogarithm(domain.upperBound) - decimalLogarithm(domain.lowerBound)
      if decades <= 6, length / decades >= 25 {
        ticks.minor = minorLogTicks(in: domain).filter { !labelled.contains($0) }
      }
    }
    labels = ticks.values.map(TickFormat(ticks).label)
    guard !bars.isEmpty else { return }
    // A label under each bar, if there is room.
    let names = bars.map { ReaderNumber.text($0) }
    let widest = names.reduce(0) { max($0, textWidth($1)) }
    let places = bars.map { scale.position($0) }
    if zip(places, places.dropFirst()).allSatisfy({ $1 - $0 >= widest + 6 }) {
      ticks = Ticks(values: bars)
      labels = names
    }
  }
}
