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
    format: AxisFormat = .automatic, from start: Double, to end: Double, spacing: Double
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
    switch type.kind {
    case .linear, .squareRoot:
      ticks = linearTicks(in: domain, atMost: count, whole: data.isWhole)
      if type.kind == .squareRoot { ticks.addQuarter(whole: data.isWhole) }
    case .symmetricLog:
      ticks = symmetricLogTicks(in: domain, threshold: type.threshold, about: min(count, 7))
    case .log:
      ticks = logTicks(in: domain, about: max(min(count, 6), 2))
      let labelled = ticks.values
      let decades = decimalLogarithm(domain.upperBound) - decimalLogarithm(domain.lowerBound)
      if decades <= 6, length / decades >= 25 {
        ticks.minor = minorLogTicks(in: domain).filter { !labelled.contains($0) }
      }
    }
    if format == .percent {
      let hundreds = Ticks(
        values: ticks.values.map { 100 * $0 }, lastDigit: ticks.lastDigit.map { $0 + 2 })
      let numbers = TickFormat(hundreds)
      labels = ticks.values.map { numbers.label($0, timesTenTo: 2) + "\u{202F}%" }
    } else {
      let numbers = TickFormat(ticks)
      labels = ticks.values.map { tick in
        (format == .words ? numberInWords(tick) : nil) ?? numbers.label(tick)
      }
    }
    guard !bars.isEmpty else { return }
    // A label under each bar, if there is room.
    let names = bars.map { data.text($0) }
    let widest = names.reduce(0) { max($0, textWidth($1)) }
    let places = bars.map { scale.position($0) }
    if zip(places, places.dropFirst()).allSatisfy({ abs($1 - $0) >= widest + 6 }) {
      ticks = Ticks(values: bars)
      labels = names
    }
  }
}

extension Ticks {
  /// Adds a quarter of the first tick above zero, which a square root axis has half way to it.
  fileprivate mutating func addQuarter(whole: Bool) {
    guard let zero = values.firstIndex(of: 0), zero + 1 < values.count else { return }
    let quarter = values[zero + 1] / 4, digits = DecimalDigits(quarter)
    let power = digits.exponent - digits.digits.count + 1
    guard !whole || power >= 0 else { return }
    values.insert(quarter, at: zero + 1)
    lastDigit = lastDigit.map { min($0, power) }
  }
}
