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
  /// The values that choose symbols, in the order in which they come.
  var symbols = Numbering<Word>()

  init(_ all: ChartGroup) {
    let marks = all.withoutUncrossedLines()
    colors = ColorScale(marks)
    for run in marks.runs where run.mark.kind.isData {
      if let value = run.mark.x { x.meet(value) }
      if let value = run.mark.y { y.meet(value) }
    }
    var keys = Numbering<SeriesKey>()
    var names = Numbering<Word>(), kinds = Numbering<Word>()
    var styles: [MarkStyle] = []
    for run in marks.runs {
      let mark = run.mark, details = mark.details
      var key = SeriesKey()
      key.kind = kinds.number(of: Word(text: mark.kind.name))
      if let value = details.series { key.series = names.number(of: Word(text: value.datum.text)) }
      if let value = mark.colorValue, !mark.isColoredCell {
        key.color = colors.index(
          of: value.datum, isLine: mark.kind.shape == .line || mark.kind.shape == .area)
      }
      if let value = details.symbolValue {
        key.symbol = symbols.number(of: Word(text: value.datum.text))
      }
      if let value = details.positionValue {
        key.group = groups.number(of: Word(text: value.datum.text))
      }
      key.style = styles.firstIndex(of: details.style) ?? styles.count
      if key.style == styles.count { styles.append(details.style) }
      key.spans = (mark.x == nil ? 1 : 0) + (mark.y == nil ? 2 : 0)
      let number = keys.number(of: key)
      if number == series.count { series.append(newSeries(mark, key)) }
      append(run, to: number)
    }
    markSeriesApart()
    for index in series.indices {
      if !series[index].kind.isData { series[index].dropRepeated() }
      series[index].isEcho = series[..<index].contains { $0.holdsTheSame(as: series[index]) }
    }
  }

  private mutating func newSeries(_ mark: Mark, _ key: SeriesKey) -> DataSeries {
    let details = mark.details
    var series = DataSeries(kind: mark.kind, style: details.style, paint: .color(.blue))
    series.spansX = mark.x == nil
    series.spansY = mark.y == nil
    if !mark.kind.isData || details.style.aside == .ghost { series.paint = .color(.secondary) }
    if let color = details.style.color { series.paint = .color(color) }
    if let value = mark.colorValue, !mark.isColoredCell {
      series.colorDatum = value.datum
      series.paint = colors.paint(of: value.datum, index: key.color)
      if colors.isOrdered { series.order = value.datum.number }
    }
    series.group = key.group < 0 ? nil : key.group
    series.dash = details.style.stroke?.dash ?? []
    series.symbol = details.style.symbol
    if let value = details.symbolValue {
      series.symbolDatum = value.datum
      let shapes = BasicChartSymbolShape.allCases
      series.symbol = shapes[key.symbol % shapes.count]
    }
    let color = mark.isColoredCell ? nil : mark.colorValue
    if let value = color ?? details.symbolValue ?? details.series ?? details.positionValue {
      series.label = value.datum.text
      if seriesTitle.utf8.isEmpty { seriesTitle = value.title }
    }
    if let aside = details.style.aside, mark.kind.isData {
      let name = aside == .ghost ? "earlier" : "predicted"
      series.label = series.label.map { $0 + " (" + name + ")" } ?? name
    }
    return series
  }

  private mutating func append(_ run: MarkRun, to number: Int) {
    let mark = run.mark
    let first = series[number].x.count
    x.add(run.x, of: mark.x, count: run.count, to: &series[number].x)
    y.add(run.y, of: mark.y, count: run.count, to: &series[number].y)
    if mark.isColoredCell, let value = mark.colorValue {
      if cellColors == nil { cellColors = AxisData(titled: value.title) }
      cellColors?.add(run.colors, of: value, count: run.count, to: &series[number].colors)
    }
    let details = mark.details
    if colors.hasClasses, !mark.isColoredCell, let value = mark.colorValue?.datum.number {
      series[number].shades += Array(repeating: value, count: run.count)
    }
    if let end = details.xEnd {
      x.add(run.xEnd, of: end, count: run.count, to: &series[number].xEnd)
    }
    if let end = details.yEnd {
      y.add(run.yEnd, of: end, count: run.count, to: &series[number].yEnd)
    }
    series[number].heights += run.heights
    for (index, annotation) in run.annotations {
      series[number].annotations.append((first + index, annotation))
    }
    for (index, handle) in run.handles { series[number].handles.append((first + index, handle)) }
    guard !mark.kind.isData, run.annotations.isEmpty, let own = mark.x == nil ? mark.y : mark.x,
      Word(text: own.title) != Word(text: mark.x == nil ? y.title : x.title),
      !own.title.utf8.isEmpty
    else { return }
    let annotation = Annotation(text: own.title, position: .automatic)
    series[number].annotations += (0..<run.count).map { (first + $0, annotation) }
  }

  /// How many lines differ in color or dash.
  static let looks = 32

  /// From five series on color alone does not tell them apart: lines get dashes, points symbols.
  mutating func markSeriesApart() {
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
      if series[index].kind.room == .symbol, series[index].symbol == nil,
        symbols.keys.isEmpty
      {
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
}

extension DataSeries {
  fileprivate func holdsTheSame(as other: DataSeries) -> Bool {
    // Bit by bit, since NaN does not equal itself.
    func same(_ a: [Double], _ b: [Double]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
    return kind.isData && other.kind.isData && Word(text: kind.name) != Word(text: other.kind.name)
      && paint == other.paint
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
