/// The marks of a chart sorted into series, with what its axes and its reader need to know.
package struct ChartData: Sendable {
  var x = AxisData(), y = AxisData()
  package var series: [DataSeries] = []
  var colors: ColorScale
  /// The numbers that color cells.
  var cellColors: AxisData?
  /// The values by which bars stand side by side.
  var groups = Numbering<Word>()
  /// The title of what tells the series apart.
  var seriesTitle = ""

  init(_ marks: [Mark]) {
    colors = ColorScale(marks)
    for index in marks.indices where marks[index].kind.isData {
      if x.title.utf8.isEmpty, let value = marks[index].x { x.title = value.title }
      if y.title.utf8.isEmpty, let value = marks[index].y { y.title = value.title }
    }
    var keys = Numbering<SeriesKey>()
    var names = Numbering<Word>(), symbols = Numbering<Word>(), kinds = Numbering<Word>()
    var styles: [MarkStyle] = []
    var number = 0
    for index in marks.indices {
      // Neighbors mostly belong together.
      if index == 0 || !marks[index].isAlike(marks[index - 1]) {
        let mark = marks[index]
        var key = SeriesKey()
        key.kind = kinds.number(of: Word(text: mark.kind.name))
        if let value = mark.series { key.series = names.number(of: Word(text: value.datum.text)) }
        if let value = mark.colorValue, !mark.isColoredCell {
          key.color = colors.index(of: value.datum)
        }
        if let value = mark.symbolValue {
          key.symbol = symbols.number(of: Word(text: value.datum.text))
        }
        if let value = mark.positionValue {
          key.group = groups.number(of: Word(text: value.datum.text))
        }
        key.style = styles.firstIndex(of: mark.style) ?? styles.count
        if key.style == styles.count { styles.append(mark.style) }
        key.spans = (mark.x == nil ? 1 : 0) + (mark.y == nil ? 2 : 0)
        number = keys.number(of: key)
        if number == series.count { series.append(newSeries(mark, key)) }
      }
      append(marks[index], to: number)
    }
    markSeriesApart(symbols: symbols.keys.count)
    for index in series.indices {
      series[index].isEcho = series[..<index].contains { $0.holdsTheSame(as: series[index]) }
    }
  }

  private mutating func newSeries(_ mark: Mark, _ key: SeriesKey) -> DataSeries {
    var series = DataSeries(kind: mark.kind, style: mark.style, paint: .color(.blue))
    series.spansX = mark.x == nil
    series.spansY = mark.y == nil
    if !mark.kind.isData { series.paint = .color(.secondary) }
    if let color = mark.style.color { series.paint = .color(color) }
    if let value = mark.colorValue, !mark.isColoredCell {
      series.paint = colors.paint(of: value.datum, index: key.color)
      if colors.isOrdered { series.order = value.datum.number }
    }
    series.group = key.group < 0 ? nil : key.group
    series.dash = mark.style.stroke?.dash ?? []
    series.symbol = mark.style.symbol
    if mark.symbolValue != nil {
      let shapes = BasicChartSymbolShape.allCases
      series.symbol = shapes[key.symbol % shapes.count]
    }
    let color = mark.isColoredCell ? nil : mark.colorValue
    if let value = color ?? mark.symbolValue ?? mark.series ?? mark.positionValue {
      series.label = value.datum.text
      if seriesTitle.utf8.isEmpty { seriesTitle = value.title }
    }
    return series
  }

  private mutating func append(_ mark: Mark, to number: Int) {
    let index = series[number].x.count
    series[number].x.append(mark.x.map { x.number(of: $0.datum) } ?? .nan)
    series[number].y.append(mark.y.map { y.number(of: $0.datum) } ?? .nan)
    if let end = mark.xEnd { series[number].xEnd.append(x.number(of: end.datum)) }
    if let end = mark.yEnd { series[number].yEnd.append(y.number(of: end.datum)) }
    if mark.isColoredCell, let value = mark.colorValue {
      if cellColors == nil { cellColors = AxisData(title: value.title) }
      series[number].colors.append(cellColors?.number(of: value.datum) ?? .nan)
    }
    if let annotation = mark.annotation {
      series[number].annotations.append((index, annotation))
    } else if !mark.kind.isData, let own = mark.x == nil ? mark.y : mark.x,
      own.title != (mark.x == nil ? y.title : x.title), !own.title.utf8.isEmpty
    {
      let annotation = Annotation(text: own.title, position: .automatic)
      series[number].annotations.append((index, annotation))
    }
  }

  /// From five series on color alone does not tell them apart: lines get dashes, points symbols.
  private mutating func markSeriesApart(symbols: Int) {
    let count = colors.categories.keys.count
    guard count >= 5 else { return }
    let dashes: [[Double]] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3]]
    let shapes = BasicChartSymbolShape.allCases
    for index in series.indices {
      guard let label = series[index].label, series[index].kind.isData else { continue }
      let number = colors.index(of: .category(label))
      if series[index].style.stroke == nil {
        series[index].dash = dashes[(number + number / 8) % dashes.count]
      }
      if series[index].kind.room == .symbol, series[index].symbol == nil, symbols == 0 {
        series[index].symbol = shapes[number % shapes.count]
      }
    }
  }
}

extension Mark {
  /// Whether a number colors the mark by itself.
  var isColoredCell: Bool {
    guard kind.isCell, let colorValue else { return false }
    if case .category = colorValue.datum { return false }
    return true
  }

  /// Whether two marks differ in their places and annotations only.
  fileprivate func isAlike(_ other: Mark) -> Bool {
    Word(text: kind.name) == Word(text: other.kind.name) && style == other.style
      && series.isAlike(other.series)
      && (isColoredCell && other.isColoredCell || colorValue.isAlike(other.colorValue))
      && symbolValue.isAlike(other.symbolValue) && positionValue.isAlike(other.positionValue)
      && (x == nil) == (other.x == nil)
      && (y == nil) == (other.y == nil)
  }
}

extension PlottableValue? {
  fileprivate func isAlike(_ other: PlottableValue?) -> Bool {
    switch (self?.datum, other?.datum) {
    case (nil, nil): true
    case (.category(let a), .category(let b)): Word(text: a) == Word(text: b)
    case (.integer(let a), .integer(let b)), (.number(let a), .number(let b)): a == b
    default: false
    }
  }
}

extension DataSeries {
  fileprivate func holdsTheSame(as other: DataSeries) -> Bool {
    // Bit by bit, since NaN does not equal itself.
    func same(_ a: [Double], _ b: [Double]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
    return kind.isData && other.kind.isData && kind.name != other.kind.name && paint == other.paint
      && same(x, other.x) && same(y, other.y)
  }
}

/// What marks of one series have in common.
private struct SeriesKey: Comparable, Sendable {
  var kind = 0, series = -1, color = -1, symbol = -1, group = -1, style = 0, spans = 0

  static func < (a: SeriesKey, b: SeriesKey) -> Bool {
    if a.kind != b.kind { return a.kind < b.kind }
    if a.series != b.series { return a.series < b.series }
    if a.color != b.color { return a.color < b.color }
    if a.symbol != b.symbol { return a.symbol < b.symbol }
    if a.group != b.group { return a.group < b.group }
    if a.style != b.style { return a.style < b.style }
    return a.spans < b.spans
  }
}

extension Datum {
  /// The value as a number; `nil` for a category.
  var number: Double? {
    switch self {
    case .integer(let value), .number(let value): value
    case .category: nil
    }
  }

  /// The value as a reader sees it.
  var text: String {
    switch self {
    case .integer(let value), .number(let value): ReaderNumber.text(value)
    case .category(let name): name
    }
  }
}
