/// A text at a place of the plot, moved aside where it would cover data or other texts.
///
///     TextMark(x: .value("Step", 120), y: .value("Loss", 2), "the rate is halved")
public struct TextMark: ChartContent, Sendable {
  private var mark: Mark

  /// A text beside the place where `x` and `y` meet.
  public init(x: PlottableValue, y: PlottableValue, _ text: String) {
    mark = Mark(.text, x: x, y: y)
    mark.details.annotation = Annotation(text: text, position: .automatic)
  }

  /// Visits the mark, which `body` may change.
  public mutating func forEachMark(_ body: (inout Mark) -> Void) { body(&mark) }

  /// The mark as a group.
  public consuming func grouped() -> ChartGroup { ChartGroup(mark) }
}

extension MarkKind {
  /// All of it is its annotation.
  static let text = MarkKind(.text, name: "text", isData: false) { _, _ in "" }
}
