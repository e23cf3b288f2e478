/// From where to where an axis reaches when nobody says.
enum Domain {
  /// The whole steps around the data, and zero where marks grow from it.
  static func linear(_ range: ClosedRange<Double>?, zero: Bool, nice: Bool, whole: Bool)
    -> ClosedRange<Double>
  {
    guard var range = range.map(wide) else { return 0...1 }
    if zero { range = min(range.lowerBound, 0)...max(range.upperBound, 0) }
    guard nice else { return range }
    // A line that nearly reaches zero has its axis begin there.
    if range.lowerBound > 0, range.lowerBound < 0.25 * range.upperBound {
      range = 0...range.upperBound
    }
    let steps = linearTicks(in: range, atMost: 6, whole: whole).values
    guard steps.count > 1 else { return range }
    let step = steps[1] - steps[0]
    let low = steps[0] - range.lowerBound > 1e-9 * step ? steps[0] - step : steps[0]
    let last = steps[steps.count - 1]
    let high = range.upperBound - last > 1e-9 * step ? last + step : last
    guard low.isFinite, high.isFinite else { return range }
    // A whole step may lie a rounding inside of what it stands for.
    return min(low, range.lowerBound)...max(high, range.upperBound)
  }

  /// The positive data with a little room, or the whole decades below them for marks that stand
  /// on the axis.
  static func log(_ positive: ClosedRange<Double>?, standing: Bool) -> ClosedRange<Double> {
    guard let positive else { return 1...10 }
    var low = decimalLogarithm(positive.lowerBound), high = decimalLogarithm(positive.upperBound)
    if standing {
      let floor = low.roundedDown
      low = low - floor < 0.05 ? floor - 1 : floor
      high += 0.04 * (high - low)
    } else if high - low < 0.1 {
      (low, high) = (low - 0.5, high + 0.5)
    } else {
      let room = 0.04 * (high - low)
      (low, high) = (low - room, high + room)
    }
    if low < -300 {
      // Among the subnormal numbers only whole decades are exact enough.
      (low, high) = (max(low, -323), max(high, low + 3))
    }
    let least = max(power10(low), .leastNonzeroMagnitude)
    return least...max(min(power10(high), .greatestFiniteMagnitude), least * 2)
  }

  /// From half a cell before the first to half a cell after the last place.
  static func ofCells(at places: [Double], _ type: ScaleType) -> ClosedRange<Double>? {
    let straight = places.map { type.straightened($0) }.filter { $0.isFinite }
    guard let first = straight.first, let last = straight.last else { return nil }
    let half = (cellSize(at: straight) ?? 1) / 2
    return type.restored(first - half)...type.restored(last + half)
  }

  /// A range that has an inside, for values that are all alike.
  private static func wide(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (range.lowerBound, range.upperBound)
    let size = max(abs(low), abs(high))
    guard high - low <= max(size * 1e-9, 1e-300) else { return range }
    if size <= 1e-300 { return 0...1 }
    let room = size > 1e300 ? 0 : size * 0.5
    return room == 0 ? min(low, 0)...max(high, 0) : low - room...high + room
  }
}
