/// Marks in a row that differ in their places and annotations only, as columns of values.
///
/// Charts have tens of thousands of marks, most of them like the one before.
package struct MarkRun: Sendable {
  /// The first of the marks, which stands for all in what they have in common.
  package let mark: Mark
  private let kind: MarkKind, types: UInt32, isColoredCell: Bool
  package private(set) var count = 0
  private(set) var x = DatumColumn(), y = DatumColumn()
  /// The far ends of marks that span an interval; empty where none does.
  private(set) var xEnd = DatumColumn(), yEnd = DatumColumn()
  /// The numbers that color cells; empty where none does.
  private(set) var colors = DatumColumn()
  /// The heights of ridges; empty where none has one.
  private(set) var heights: [Double] = []
  package private(set) var annotations: [(index: Int, annotation: Annotation)] = []
  private(set) var handles: [(index: Int, handle: Handle)] = []

  package init(_ mark: Mark) {
    self.mark = mark
    kind = mark.kind
    types = mark.types
    isColoredCell = mark.isColoredCell
    append(mark)
  }

  /// Adds a mark if it differs from those of the run in its place and annotation only.
  mutating func take(_ other: borrowing Mark) -> Bool {
    guard holds(other) else { return false }
    append(other)
    return true
  }

  /// Adds the marks of another run if they differ in their places and annotations only.
  mutating func take(_ other: MarkRun) -> Bool {
    guard holds(other.mark) else { return false }
    append(other)
    return true
  }

  /// Makes room for so many places.
  mutating func reserve(_ count: Int) {
    if !x.isEmpty { x.reserve(count) }
    if !y.isEmpty { y.reserve(count) }
  }

  private mutating func append(_ mark: borrowing Mark) {
    if types & 0xFF == DatumType.category.rawValue {
      if let value = mark.x { x.append(value) }
    } else if types & 0xFF != 0 {
      x.append(mark.xNumber)
    }
    if types >> 8 & 0xFF == DatumType.category.rawValue {
      if let value = mark.y { y.append(value) }
    } else if types >> 8 & 0xFF != 0 {
      y.append(mark.yNumber)
    }
    if kind.isCell, let value = mark.colorValue { colors.append(value) }
    if !mark.isPlain {
      let details = mark.details
      if let end = details.xEnd { xEnd.append(end) }
      if let end = details.yEnd { yEnd.append(end) }
      if let height = details.height { heights.append(height) }
      if let annotation = details.annotation { annotations.append((count, annotation)) }
      if let handle = details.handle { handles.append((count, handle)) }
    }
    count += 1
  }

  private mutating func append(_ other: MarkRun) {
    x.append(other.x)
    y.append(other.y)
    xEnd.append(other.xEnd)
    yEnd.append(other.yEnd)
    colors.append(other.colors)
    heights += other.heights
    for (index, annotation) in other.annotations { annotations.append((count + index, annotation)) }
    for (index, handle) in other.handles { handles.append((count + index, handle)) }
    count += other.count
  }

  private func holds(_ other: borrowing Mark) -> Bool {
    guard kind === other.kind, types == other.types, isColoredCell || mark.isColored(like: other),
      kind.isData || mark.isTitledLike(other)
    else { return false }
    if mark.isPlain, other.isPlain { return true }
    let (one, another) = (mark.details, other.details)
    return one.style == another.style && one.series.isAlike(another.series)
      && one.symbolValue.isAlike(another.symbolValue)
      && one.positionValue.isAlike(another.positionValue)
      && (one.facet?.value).isAlike(another.facet?.value)
      && (mark.kind.isData || (one.annotation == nil) == (another.annotation == nil))
      && one.xEnd.isOfTheSameType(as: another.xEnd) && one.yEnd.isOfTheSameType(as: another.yEnd)
  }

  /// The marks one by one.
  var marks: [Mark] {
    (0..<count).map { index in
      var mark = mark
      var details = mark.details
      mark.x = x.value(index, like: mark.x)
      mark.y = y.value(index, like: mark.y)
      if !colors.isEmpty { mark.colorValue = colors.value(index, like: mark.colorValue) }
      details.xEnd = xEnd.value(index, like: details.xEnd)
      details.yEnd = yEnd.value(index, like: details.yEnd)
      if !heights.isEmpty { details.height = heights[index] }
      details.annotation = annotations.first { $0.index == index }?.annotation
      details.handle = handles.first { $0.index == index }?.handle
      if !mark.isPlain { mark.details = details }
      return mark
    }
  }
}

/// Values of one type, numbers or words.
struct DatumColumn: Sendable {
  private(set) var numbers: [Double] = []
  private(set) var words: [String] = []

  var isEmpty: Bool { numbers.isEmpty && words.isEmpty }

  mutating func reserve(_ count: Int) {
    if words.isEmpty { numbers.reserveCapacity(count) }
  }

  mutating func append(_ number: Double) { numbers.append(number) }

  mutating func append(_ value: PlottableValue) {
    if value.type == .category { words.append(value.word) } else { numbers.append(value.number) }
  }

  mutating func append(_ other: DatumColumn) {
    numbers.append(contentsOf: other.numbers)
    words.append(contentsOf: other.words)
  }

  func value(_ index: Int, like value: PlottableValue?) -> PlottableValue? {
    guard let value else { return nil }
    let datum: Datum =
      switch value.datum {
      case .integer: .integer(numbers[index])
      case .number: .number(numbers[index])
      case .category: .category(words[index])
      }
    return PlottableValue(title: value.title, datum: datum)
  }
}

extension Mark {
  /// Whether a reference line would be given the same title.
  fileprivate func isTitledLike(_ other: borrowing Mark) -> Bool {
    Word(text: x?.title ?? "") == Word(text: other.x?.title ?? "")
      && Word(text: y?.title ?? "") == Word(text: other.y?.title ?? "")
  }
}

extension PlottableValue? {
  fileprivate func isOfTheSameType(as other: PlottableValue?) -> Bool {
    self?.type == other?.type
  }

  fileprivate func isAlike(_ other: PlottableValue?) -> Bool {
    switch (self?.datum, other?.datum) {
    case (nil, nil): true
    case (.category(let a), .category(let b)): Word(text: a) == Word(text: b)
    case (.integer(let a), .integer(let b)), (.number(let a), .number(let b)): a == b
    default: false
    }
  }
}
