/// One mark of a chart with its type erased: channels from which the scales are made, a style, and
/// a kind that knows how to draw.
public struct Mark: Sendable {
  package let kind: MarkKind
  package var x: PlottableValue?, y: PlottableValue?
  /// The far end of a mark that spans an interval.
  package var xEnd: PlottableValue?, yEnd: PlottableValue?
  package var series: PlottableValue?
  package var colorValue: PlottableValue?
  package var symbolValue: PlottableValue?
  package var positionValue: PlottableValue?
  package var style = MarkStyle()
  package var annotation: Annotation?

  package init(_ kind: MarkKind, x: PlottableValue?, y: PlottableValue?) {
    self.kind = kind
    self.x = x
    self.y = y
  }
}

/// What a mark looks like where no value decides it.
package struct MarkStyle: Equatable, Sendable {
  package var color: Color?
  package var symbol: BasicChartSymbolShape?
  package var symbolSize: Double?
  package var stroke: StrokeStyle?
  package var opacity: Double?
}

/// What the marks of one type have in common.
///
/// A new type of mark is a new file: a public struct that wraps a ``Mark``, and its kind. A mark
/// never sees a domain, formats a number or places a label; it is handed the scales.
public struct MarkKind: Sendable {
  /// What a description calls a chart of these marks.
  package let name: String
  /// Whether the marks grow from a base line, so that the value axis must hold it.
  package var isAnchoredAtZero = false
  /// Whether the values of the marks are the chart's data (a reference line's are not).
  package var isData = true
  /// Whether a mark reaches beyond its own position, so that the axis leaves room at its ends.
  package var room = Room.none
  /// Whether a mark covers a surface, which a legend shows as a block of color.
  package var isFilled = false
  /// Whether a number colors each mark by itself instead of making it a series.
  package var isCell = false
  /// Draws all the marks of one series.
  package let draw: @Sendable (DataSeries, Plot) -> String

  /// How much of an axis a mark takes on each side of its position.
  package enum Room: Sendable {
    case none, symbol, band
  }
}
