/// A chart of measured data.
///
///     Chart(history) {
///       LineMark(x: .value("Step", $0.step), y: .value("Gradient norm", $0.value))
///         .foregroundStyle(by: .value("Layer", $0.layer))
///     }
///     .chartYScale(type: .log)
public struct Chart: Sendable {
  package var data: ChartData
  package var options = ChartOptions()
  /// The data of each panel; empty where there is one plot.
  package var facets: [Facet] = []
  /// What draws it where it has panels or a title.
  var panels: Panels?

  /// A chart of the marks in braces.
  public init(@ChartContentBuilder content: () -> ChartGroup) {
    self.init(content())
  }

  /// A chart of the marks that `content` makes of each element.
  public init<Data: Sequence>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) -> ChartGroup
  ) {
    var marks = ChartGroup()
    for element in data { marks.append(content(element)) }
    self.init(marks)
  }

  private init(_ marks: ChartGroup) {
    data = ChartData(marks)
    panels = marks.runs.first { $0.mark.details.facet != nil }?.mark.details.facet?.panels
    if let panels { facets = panels.facets(marks) }
  }
}

/// What a chart is told besides its marks.
package struct ChartOptions: Sendable {
  package var xType = ScaleType.linear, yType = ScaleType.linear
  package var xDomain: ClosedRange<Double>?, yDomain: ClosedRange<Double>?
  package var xIsReversed = false, yIsReversed = false
  package var xFormat = AxisFormat.automatic, yFormat = AxisFormat.automatic
  package var xLabel: String?, yLabel: String?
  package var colorType = ScaleType.linear, colorRange = ColorRange.sequential
  package var legend = Visibility.automatic
  /// Whether the series are named above the plot, never at their ends.
  package var namesAbove = false
  /// Whether single marks tell their values, if they are few.
  package var tellsValues = true
  package var title = ""
  package var aspectRatio = ChartAspectRatio.automatic
  package var facetColumns = 2, facetScales = ChartGrid.Scales.shared
  /// What a panel among others leaves to its neighbors, and where its plot has to be.
  package var hidesX = false, hidesY = false
  package var insets: Insets?
}

/// The room around a plot, in pixels.
package struct Insets: Equatable, Sendable {
  /// `nil` for as much as the labels of the y axis need.
  package var left: Double?
  package var top = 0.0, right = 0.0, bottom = 0.0
}

/// How the labels of an axis are written.
public enum AxisFormat: Sendable {
  case automatic
  /// Powers of ten in words: "a millionth" instead of 10⁻⁶.
  case words
  /// Shares of one in percent: "25 %" instead of 0.25, in the table and in the description too.
  case percent
}

/// The colors of the cells of a heat map.
public struct ColorRange: Equatable, Sendable {
  let isDiverging: Bool
  /// The value between the two colors, where one is told.
  let middle: Double?

  /// From little to much, which stands out the most.
  public static let sequential = ColorRange(isDiverging: false, middle: nil)
  /// From one color for what is negative to another for what is positive, as far from zero on both
  /// sides; on a logarithmic scale from one.
  public static let diverging = ColorRange(isDiverging: true, middle: nil)

  /// From one color for what is less than a value to another for what is greater, as far from it on
  /// both sides: by differences, or on a logarithmic scale by factors.
  ///
  ///     .chartForegroundStyleScale(range: .diverging(around: 1))   // what shrinks, what grows
  public static func diverging(around middle: Double) -> ColorRange {
    ColorRange(isDiverging: true, middle: middle.isFinite ? middle : nil)
  }
}

/// A domain that the data choose.
public struct AutomaticDomain: Sendable {
  let isReversed: Bool

  /// From the least to the greatest value, or, if reversed, from the greatest to the least.
  public static func automatic(reversed: Bool = false) -> AutomaticDomain {
    AutomaticDomain(isReversed: reversed)
  }
}

/// Whether a part of a chart is shown.
public enum Visibility: Sendable {
  case automatic, visible, hidden
}

extension Chart {
  /// The chart with the x axis of a type.
  public func chartXScale(type: ScaleType) -> Chart {
    changed { $0.xType = type }
  }

  /// The chart with the x axis from the first to the last value of `domain`.
  public func chartXScale(domain: ClosedRange<Double>, type: ScaleType? = nil) -> Chart {
    changed { ($0.xDomain, $0.xType) = (domain, type ?? $0.xType) }
  }

  /// The chart with the x axis from the first to the last value of `domain`.
  public func chartXScale(domain: ClosedRange<Int>, type: ScaleType? = nil) -> Chart {
    chartXScale(domain: Double(domain.lowerBound)...Double(domain.upperBound), type: type)
  }

  /// The chart with the y axis of a type.
  public func chartYScale(type: ScaleType) -> Chart {
    changed { $0.yType = type }
  }

  /// The chart with the y axis from the least to the greatest value of `domain`.
  public func chartYScale(domain: ClosedRange<Double>, type: ScaleType? = nil) -> Chart {
    changed { ($0.yDomain, $0.yType) = (domain, type ?? $0.yType) }
  }

  /// The chart with the y axis from the least to the greatest value of `domain`.
  public func chartYScale(domain: ClosedRange<Int>, type: ScaleType? = nil) -> Chart {
    chartYScale(domain: Double(domain.lowerBound)...Double(domain.upperBound), type: type)
  }

  /// The chart with the x axis from right to left if `domain` is reversed.
  ///
  ///     .chartXScale(domain: .automatic(reversed: true))   // the last layer first
  public func chartXScale(domain: AutomaticDomain, type: ScaleType? = nil) -> Chart {
    changed { ($0.xIsReversed, $0.xType) = (domain.isReversed, type ?? $0.xType) }
  }

  /// The chart with the y axis from top to bottom if `domain` is reversed.
  public func chartYScale(domain: AutomaticDomain, type: ScaleType? = nil) -> Chart {
    changed { ($0.yIsReversed, $0.yType) = (domain.isReversed, type ?? $0.yType) }
  }

  /// The chart with the labels of the x axis in a format.
  public func chartXAxisFormat(_ format: AxisFormat) -> Chart {
    changed { $0.xFormat = format }
  }

  /// The chart with the labels of the y axis in a format.
  ///
  ///     .chartYScale(type: .log).chartYAxisFormat(.words)   // "a millionth"
  ///     .chartYScale(domain: 0...1).chartYAxisFormat(.percent)   // "25 %"
  public func chartYAxisFormat(_ format: AxisFormat) -> Chart {
    changed { $0.yFormat = format }
  }

  /// The chart with cells in a range of colors.
  ///
  ///     .chartForegroundStyleScale(range: .diverging)   // signed weights
  public func chartForegroundStyleScale(range: ColorRange, type: ScaleType? = nil) -> Chart {
    changed { ($0.colorRange, $0.colorType) = (range, type ?? $0.colorType) }
  }

  /// The chart with a title of the x axis instead of the one that `.value` gives.
  public func chartXAxisLabel(_ label: String) -> Chart {
    changed { $0.xLabel = label }
  }

  /// The chart with a title of the y axis instead of the one that `.value` gives.
  public func chartYAxisLabel(_ label: String) -> Chart {
    changed { $0.yLabel = label }
  }

  /// The chart with a title above it, which tells it from the other panels of a ``ChartGrid``.
  public func chartTitle(_ title: String) -> Chart {
    var copy = changed { $0.title = title }
    if facets.isEmpty { copy.panels = title.utf8.isEmpty ? nil : .grid }
    return copy
  }

  /// The chart with the colors of the cells of a heat map on a scale of a type.
  public func chartForegroundStyleScale(type: ScaleType) -> Chart {
    changed { $0.colorType = type }
  }

  /// The chart with its series named or not, be it beside the lines or in a legend.
  public func chartLegend(_ visibility: Visibility) -> Chart {
    changed { $0.legend = visibility }
  }

  private func changed(_ change: (inout ChartOptions) -> Void) -> Chart {
    var copy = self
    change(&copy.options)
    return copy
  }
}
