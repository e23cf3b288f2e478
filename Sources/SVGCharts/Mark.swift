/// One mark of a chart with its type erased: channels from which the scales are made, a style, and
/// a kind that knows how to draw.
///
/// A chart of runs has tens of thousands, each handed on several times before it is drawn, so a mark
/// is one reference to what nobody else changes.
public struct Mark: Sendable {
  private var box: MarkBox

  package init(_ kind: MarkKind, x: PlottableValue?, y: PlottableValue?) {
    box = MarkBox(kind, Channel(x), Channel(y), Channel(nil), nil)
  }

  package var kind: MarkKind { box.kind }

  package var x: PlottableValue? {
    get { box.x.value }
    set {
      own()
      box.x = Channel(newValue)
    }
  }

  package var y: PlottableValue? {
    get { box.y.value }
    set {
      own()
      box.y = Channel(newValue)
    }
  }

  package var colorValue: PlottableValue? {
    get { box.color.value }
    set {
      own()
      box.color = Channel(newValue)
    }
  }

  /// Which channels the mark has, and of which types.
  var types: UInt32 {
    UInt32(box.x.type) | UInt32(box.y.type) << 8 | UInt32(box.color.type) << 16
  }

  /// The places of a mark on axes of numbers.
  var xNumber: Double { box.x.number }
  var yNumber: Double { box.y.number }

  /// Whether a value gives two marks the same color, both having one of the same type.
  func isColored(like other: borrowing Mark) -> Bool {
    switch box.color.type {
    case 0: true
    case DatumType.category.rawValue: Word(text: box.color.word) == Word(text: other.box.color.word)
    default: box.color.number == other.box.color.number
    }
  }

  /// What most marks do without.
  package var details: MarkDetails {
    get { box.details?.details ?? MarkDetails() }
    set {
      own()
      box.details = MarkDetailsBox(newValue)
    }
  }

  /// Whether the mark has nothing but its place and the value that colors it.
  var isPlain: Bool { box.details == nil }

  private mutating func own() {
    guard !isKnownUniquelyReferenced(&box) else { return }
    box = MarkBox(box.kind, box.x, box.y, box.color, box.details)
  }
}

/// What a mark refers to; changed only where a single mark does.
private final class MarkBox: @unchecked Sendable {
  let kind: MarkKind
  @exclusivity(unchecked) var x: Channel
  @exclusivity(unchecked) var y: Channel
  @exclusivity(unchecked) var color: Channel
  @exclusivity(unchecked) var details: MarkDetailsBox?

  init(
    _ kind: MarkKind, _ x: consuming Channel, _ y: consuming Channel, _ color: consuming Channel,
    _ details: MarkDetailsBox?
  ) {
    self.kind = kind
    self.x = x
    self.y = y
    self.color = color
    self.details = details
  }
}

/// A value or none, in pieces of which one is read without touching the others.
private struct Channel {
  /// Of a ``DatumType``, or 0 for none.
  let type: UInt8
  let number: Double
  let title: String, word: String

  init(_ value: consuming PlottableValue?) {
    guard let value else {
      (type, number, title, word) = (0, .nan, "", "")
      return
    }
    (type, number, title, word) = (value.type.rawValue, value.number, value.title, value.word)
  }

  var value: PlottableValue? {
    DatumType(rawValue: type).map { PlottableValue(title, $0, number, word) }
  }
}

private final class MarkDetailsBox: Sendable {
  let details: MarkDetails

  init(_ details: MarkDetails) { self.details = details }
}

/// What most marks do without.
package struct MarkDetails: Sendable {
  /// The far end of a mark that spans an interval.
  package var xEnd: PlottableValue?, yEnd: PlottableValue?
  /// The height of a ridge above its foot, as a share of the highest.
  package var height: Double?
  package var series: PlottableValue?
  package var symbolValue: PlottableValue?
  package var positionValue: PlottableValue?
  package var facet: FacetValue?
  package var style = MarkStyle()
  package var annotation: Annotation?
  package var handle: Handle?
}

/// What a mark looks like where no value decides it.
package struct MarkStyle: Equatable, Sendable {
  package var color: Color?
  package var symbol: BasicChartSymbolShape?
  package var symbolSize: Double?
  package var stroke: StrokeStyle?
  package var opacity: Double?
  package var aside: Aside?
  package var crossing: Crossing?
}

/// What the marks of one type have in common.
///
/// A new type of mark is a new file: a public struct that wraps a ``Mark``, and its kind. A mark
/// never sees a domain, formats a number or places a label; it is handed the scales.
package final class MarkKind: Sendable {
  /// Which it is. Asked for instead of the kind itself, so that a program for a page that has no
  /// such marks does without what draws them.
  package let shape: Shape
  /// What a description calls a chart of these marks.
  package let name: String
  /// Whether the marks grow from a base line, so that the value axis must hold it.
  package let isAnchoredAtZero: Bool
  /// Whether the values of the marks are the chart's data (a reference line's are not).
  package let isData: Bool
  /// Whether a mark reaches beyond its own position, so that the axis leaves room at its ends.
  package let room: Room
  /// Whether a mark covers a surface, which a legend shows as a block of color.
  package let isFilled: Bool
  /// Whether a number colors each mark by itself instead of making it a series.
  package let isCell: Bool
  /// Says what a chart of these marks shows; nil where lines, bars and points are told alike.
  let tell: (@Sendable (Summary) -> String)?
  /// Draws all the marks of one series.
  package let draw: @Sendable (DataSeries, Plot) -> String

  /// The kinds there are.
  package enum Shape: Sendable {
    case area, bar, bin, box, cell, contour, line, point, region, ridge, rug, rule, text, vector
  }

  /// How much of an axis a mark takes on each side of its position.
  package enum Room: Sendable {
    case none, symbol, band, box
  }

  /// Whether an annotation stands along the mark, as that of a reference line does.
  var isReference: Bool { !isData && shape != .text }

  init(
    _ shape: Shape, name: String, isAnchoredAtZero: Bool = false, isData: Bool = true,
    room: Room = .none,
    isFilled: Bool = false, isCell: Bool = false,
    tell: (@Sendable (Summary) -> String)? = nil,
    draw: @escaping @Sendable (DataSeries, Plot) -> String
  ) {
    self.shape = shape
    self.name = name
    self.isAnchoredAtZero = isAnchoredAtZero
    self.isData = isData
    self.room = room
    self.isFilled = isFilled
    self.isCell = isCell
    self.tell = tell
    self.draw = draw
  }
}
