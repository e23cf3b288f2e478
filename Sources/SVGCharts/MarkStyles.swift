/// How a line is stroked.
public struct StrokeStyle: Equatable, Sendable {
  package var lineWidth: Double
  package var dash: [Double]

  /// A stroke of a width in pixels; `dash` lists lengths of strokes and gaps in turn.
  ///
  ///     .lineStyle(StrokeStyle(dash: [5, 3]))
  public init(lineWidth: Double = 2, dash: [Double] = []) {
    self.lineWidth = lineWidth
    self.dash = dash
  }
}

/// A symbol at a point.
public enum BasicChartSymbolShape: Int, CaseIterable, Sendable {
  case circle, square, triangle, diamond, plus, cross
}

/// On which side of a mark its annotation stands.
public enum AnnotationPosition: Sendable {
  /// The first of above, right, left and below that is free.
  case automatic
  case top, bottom, leading, trailing
}

/// Which controls of a page move with a mark that is dragged, by their names.
package struct Handle: Equatable, Sendable {
  package let x: String?, y: String?
}

/// A text beside a mark.
package struct Annotation: Equatable, Sendable {
  package let text: String
  package let position: AnnotationPosition
}
