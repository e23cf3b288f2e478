/// A cell of a heat map, or of regions if a word colors it.
///
/// A cell is as wide as the least distance between neighbors: a value that is missing leaves a gap.
/// A number colors by its place between the least and the greatest, on a logarithmic scale if told;
/// zero on such a scale, NaN and infinity have patterns of their own, which the legend names.
///
///     Chart(samples) {
///       RectangleMark(x: .value("Step", $0.step), y: .value("Layer", $0.layer))
///         .foregroundStyle(by: .value("|δ|", $0.value))
///     }
///     .chartForegroundStyleScale(type: .log)
public struct RectangleMark: ChartContent, Sendable {
  private var mark: Mark

  /// A cell in the column of `x` and the row of `y`.
  public init(x: PlottableValue, y: PlottableValue) {
    mark = Mark(.cell, x: x, y: y)
  }

  /// A region behind the data, from one value to another in both directions.
  public init(
    xStart: PlottableValue, xEnd: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue
  ) {
    mark = Mark(.region, x: xStart, y: yStart)
    mark.details.xEnd = xEnd
    mark.details.yEnd = yEnd
  }

  /// A region behind the data from the lower to the upper edge of the plot.
  public init(xStart: PlottableValue, xEnd: PlottableValue) {
    mark = Mark(.region, x: xStart, y: nil)
    mark.details.xEnd = xEnd
  }

  /// A region behind the data from the left to the right edge of the plot.
  public init(yStart: PlottableValue, yEnd: PlottableValue) {
    mark = Mark(.region, x: nil, y: yStart)
    mark.details.yEnd = yEnd
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  static let cell = MarkKind(
    .cell, name: "heat-map", isFilled: true, isCell: true, tell: { $0.cellExtremes }
  ) { series, plot in
    guard let cells = plot.cells else { return "" }
    return cells.drawn(series) + (plot.tips.map { cells.told(series, $0) } ?? "")
  }
}

/// What a cell shows; of several in one pixel the greatest is drawn.
enum CellClass: Comparable {
  /// Zero or less, where colors are logarithmic.
  case notPositive
  /// One of 32 shades.
  case shade(Int)
  case infinite, notANumber
}

/// The colors of cells.
struct CellColors: Sendable {
  let type: ScaleType
  /// The least and greatest value that has a shade.
  let domain: ClosedRange<Double>?

  static let shades = 32

  /// The value between two colors, where there are two.
  let middle: Double?

  init(_ axis: AxisData, _ options: ChartOptions) {
    let type = options.colorType, range = options.colorRange
    self.type = type
    let values = type == .log ? axis.positive : axis.range
    guard range.isDiverging else {
      (middle, domain) = (nil, values)
      return
    }
    let told = range.middle ?? 0
    let middle = type == .log && told <= 0 ? 1 : told
    self.middle = middle
    domain = values.map {
      let straight = type.straightened(middle)
      let size = max(
        abs(type.straightened($0.lowerBound) - straight),
        abs(type.straightened($0.upperBound) - straight))
      let least = type == .log ? Double.leastNonzeroMagnitude : -.greatestFiniteMagnitude
      return max(
        type.restored(straight - size), least)...min(
          type.restored(straight + size), .greatestFiniteMagnitude)
    }
  }

  func cell(_ value: Double) -> CellClass {
    if value.isNaN { return .notANumber }
    guard value.isFinite else { return .infinite }
    guard let domain, type != .log || value > 0 else { return .notPositive }
    let low = type.straightened(domain.lowerBound), high = type.straightened(domain.upperBound)
    guard high > low else { return .shade(constant) }
    // Divided first, so that the widest domain does not overflow.
    let share = (type.straightened(value) / 2 - low / 2) / (high / 2 - low / 2)
    return .shade(min(max(Int(share * Double(Self.shades)), 0), Self.shades - 1))
  }

  /// The shade of cells that are all alike.
  var constant: Int { middle == nil ? Self.shades - 1 : Self.shades / 2 }

  /// The value at a share of the ramp.
  func value(at share: Double) -> Double {
    guard let domain else { return .nan }
    if share == 0 { return domain.lowerBound }
    if share == 1 { return domain.upperBound }
    if share == 0.5, let middle { return middle }
    let low = type.straightened(domain.lowerBound), high = type.straightened(domain.upperBound)
    return type.restored(low * (1 - share) + high * share)
  }

  /// The paint of a shade.
  func paint(_ shade: Int) -> Paint {
    let share = Double(shade) / Double(Self.shades - 1)
    return middle == nil ? .ramp(share) : .diverging(2 * share - 1)
  }
}
