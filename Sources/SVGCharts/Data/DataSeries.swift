/// The marks of one kind that belong together, as columns of numbers.
package struct DataSeries: Sendable {
  package let kind: MarkKind
  /// The place among the series of a chart that is being laid out; -1 before.
  var number = -1
  /// What tells the series from the others, for a label; `nil` where nothing does.
  package var label: String?
  /// The number by which series are ordered, where they are.
  package var order: Double?
  package var x: [Double] = [], y: [Double] = []
  /// The far ends of marks that span an interval; empty where none does.
  package var xEnd: [Double] = [], yEnd: [Double] = []
  /// Where stacked bars begin and end on the axis of their values; empty where nothing is stacked.
  package var base: [Double] = [], top: [Double] = []
  /// The numbers that color cells; empty where none does.
  package var colors: [Double] = []
  /// The numbers that color marks of one shade, where there are too many for a series each.
  package var shades: [Double] = []
  /// The heights of ridges, as shares of the highest; empty where none has one.
  package var heights: [Double] = []
  /// Which of the bars at one place these are, where they stand side by side.
  package var group: Int?
  /// Whether the marks lack an x or y of their own, as rules across the plot do.
  package var spansX = false, spansY = false
  /// Whether an earlier series holds the same values, as points on a line do.
  package var isEcho = false
  package var annotations: [(index: Int, annotation: Annotation)] = []
  /// The marks that a reader can drag.
  package var handles: [(index: Int, handle: Handle)] = []
  package var style: MarkStyle
  package var paint: Paint
  /// The values that chose the paint and the symbol, where some did.
  var colorDatum: Datum?, symbolDatum: Datum?
  package var dash: [Double] = []
  package var symbol: BasicChartSymbolShape?

  package var indices: Range<Int> { x.indices }

  /// Keeps some of the marks, in this order.
  mutating func keep(_ kept: [Int]) {
    func these(_ values: [Double]) -> [Double] { values.isEmpty ? [] : kept.map { values[$0] } }
    var places = Array(repeating: -1, count: x.count)
    for (place, index) in kept.enumerated() { places[index] = place }
    (x, y, xEnd, yEnd) = (these(x), these(y), these(xEnd), these(yEnd))
    (base, top, heights) = (these(base), these(top), these(heights))
    (colors, shades) = (these(colors), these(shades))
    annotations = annotations.filter { places[$0.index] >= 0 }
      .map { (places[$0.index], $0.annotation) }
    handles = handles.filter { places[$0.index] >= 0 }.map { (places[$0.index], $0.handle) }
  }

  /// What tells one of the marks from those of other series.
  func label(_ index: Int) -> String {
    shades.isEmpty ? label ?? "" : ReaderNumber.text(shades[index], significant: 5)
  }
}
