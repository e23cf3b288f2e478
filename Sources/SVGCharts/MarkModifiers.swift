extension ChartContent {
  /// The content in one color.
  public consuming func foregroundStyle(_ color: Color) -> Self {
    changed { $0.details.style.color = color }
  }

  /// The content colored by a value: a word chooses one of eight colors in the order of first
  /// appearance; a number chooses a place on a ramp on which more stands out more.
  ///
  ///     LineMark(x: .value("Step", step), y: .value("Gradient norm", norm))
  ///       .foregroundStyle(by: .value("Layer", layer))
  public consuming func foregroundStyle(by value: PlottableValue) -> Self {
    changed { $0.colorValue = value }
  }

  /// The content with one symbol at each point.
  public consuming func symbol(_ symbol: BasicChartSymbolShape) -> Self {
    changed { $0.details.style.symbol = symbol }
  }

  /// The content with a symbol chosen by a value.
  public consuming func symbol(by value: PlottableValue) -> Self {
    changed { $0.details.symbolValue = value }
  }

  /// The content with the bars at one place side by side, in the order of a value, instead of upon
  /// each other.
  ///
  ///     BarMark(x: .value("Activation", name), y: .value("Loss", loss))
  ///       .foregroundStyle(by: .value("Network", network))
  ///       .position(by: .value("Network", network))
  public consuming func position(by value: PlottableValue) -> Self {
    changed { $0.details.positionValue = value }
  }

  /// The content with symbols of an area in square pixels; 36 unless told.
  public consuming func symbolSize(_ area: Double) -> Self {
    changed { $0.details.style.symbolSize = area }
  }

  /// The content with lines in a stroke of your own.
  public consuming func lineStyle(_ stroke: StrokeStyle) -> Self {
    changed { $0.details.style.stroke = stroke }
  }

  /// The content at an opacity from 0 to 1.
  public consuming func opacity(_ opacity: Double) -> Self {
    changed { $0.details.style.opacity = opacity }
  }

  /// The content with a text beside each mark.
  public consuming func annotation(
    position: AnnotationPosition = .automatic, _ text: String
  ) -> Self {
    changed { $0.details.annotation = Annotation(text: text, position: position) }
  }

  /// The content with a text beside each mark.
  ///
  ///     RuleMark(y: .value("Limit", 1)).annotation { "clipped here" }
  public consuming func annotation(
    position: AnnotationPosition = .automatic, content: () -> String
  ) -> Self {
    annotation(position: position, content())
  }

  /// The content with marks that a reader of the page can drag along x, y or both.
  package consuming func draggable(x: String?, y: String?) -> Self {
    changed { $0.details.handle = Handle(x: x, y: y) }
  }

  private consuming func changed(_ change: (inout Mark) -> Void) -> Self {
    var copy = self
    copy.forEachMark(change)
    return copy
  }
}
