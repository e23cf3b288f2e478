extension [Chart] {
  /// The charts as panels to be compared: a series has one color in all of them, and axes with one
  /// title reach from the same value to the same value.
  func sharing(x: Bool, y: Bool) -> [Chart] {
    var charts = self
    for group in groups(by: { $0.data.colors.title }) { charts.shareColors(group) }
    if x || y {
      for group in groups(by: { $0.data.cellColors?.title ?? "" }) { charts.shareCellColors(group) }
    }
    for direction in (x ? [Direction.x] : []) + (y ? [.y] : []) {
      for group in groups(by: { $0.axis(direction).title }) { charts.share(direction, group) }
    }
    return charts
  }

  /// The numbers of the charts that are alike in a text.
  private func groups(by key: (Chart) -> String) -> [[Int]] {
    var keys = Numbering<Word>()
    var groups: [[Int]] = []
    for (index, chart) in enumerated() {
      let group = keys.number(of: Word(text: key(chart)))
      if group == groups.count { groups.append([]) }
      groups[group].append(index)
    }
    return groups.filter { $0.count > 1 }
  }

  private mutating func shareColors(_ group: [Int]) {
    let colors = ColorScale(merging: group.map { self[$0].data.colors })
    var symbols = Numbering<Word>()
    for index in group {
      for name in self[index].data.symbols.keys { _ = symbols.number(of: name) }
    }
    for index in group { self[index].data.paint(with: colors, symbols) }
  }

  /// Gives one value one color in the cells of all charts.
  private mutating func shareCellColors(_ group: [Int]) {
    let first = self[group[0]].options
    guard
      group.allSatisfy({
        self[$0].options.colorType == first.colorType
          && self[$0].options.colorRange == first.colorRange
      })
    else { return }
    var all = self[group[0]].data.cellColors
    for cells in group.dropFirst().compactMap({ self[$0].data.cellColors }) {
      for value in [cells.range?.lowerBound, cells.range?.upperBound, cells.positive?.lowerBound] {
        if let value { all?.include(value) }
      }
    }
    for index in group {
      self[index].data.cellColors?.range = all?.range
      self[index].data.cellColors?.positive = all?.positive
    }
  }

  private mutating func share(_ direction: Direction, _ group: [Int]) {
    var categories = Numbering<Word>()
    for index in group {
      for name in self[index].axis(direction).categories.keys { _ = categories.number(of: name) }
    }
    let type = self[group[0]].type(direction)
    guard categories.keys.isEmpty, group.allSatisfy({ self[$0].type(direction) == type }) else {
      if group.allSatisfy({ self[$0].axis(direction).isCategorical }) {
        for index in group { self[index].data.renumber(direction, categories) }
      }
      return
    }
    var shared: ClosedRange<Double>?
    let constant = group.filter { self[$0].isConstant(direction) }
    for index in group where self[index].hasPlaces(direction) {
      let plan = ChartPlan(self[index])
      var domain = direction == .x ? plan.xDomain : plan.yDomain
      // What is the same everywhere needs no room of its own beside what is not.
      if constant.contains(index), constant.count < group.count {
        domain = self[index].axis(direction).range ?? domain
      }
      shared =
        shared.map {
          Swift.min($0.lowerBound, domain.lowerBound)...Swift.max($0.upperBound, domain.upperBound)
        } ?? domain
    }
    for index in group {
      if direction == .x { self[index].options.xDomain = shared }
      if direction == .y { self[index].options.yDomain = shared }
    }
  }
}

/// One of the two axes of a chart.
enum Direction: Sendable {
  case x, y
}

extension Chart {
  func axis(_ direction: Direction) -> AxisData { direction == .x ? data.x : data.y }

  func type(_ direction: Direction) -> ScaleType {
    direction == .x ? options.xType : options.yType
  }

  /// Whether an axis that nobody sets has a single value.
  fileprivate func isConstant(_ direction: Direction) -> Bool {
    let told = direction == .x ? options.xDomain : options.yDomain
    guard told == nil, let range = axis(direction).range else { return false }
    return range.lowerBound == range.upperBound && !data.series.contains { $0.kind.isCell }
  }

  /// Whether any value has a place on an axis.
  fileprivate func hasPlaces(_ direction: Direction) -> Bool {
    let axis = axis(direction)
    return (type(direction) == .log ? axis.positive : axis.range) != nil
  }
}

extension ChartData {
  /// Paints the series by the scales of several charts together.
  fileprivate mutating func paint(with scale: ColorScale, _ allSymbols: Numbering<Word>) {
    colors = scale
    symbols = allSymbols
    let shapes = BasicChartSymbolShape.allCases
    for index in series.indices {
      if let datum = series[index].colorDatum {
        series[index].paint = colors.paint(of: datum, index: colors.index(of: datum))
      }
      if let datum = series[index].symbolDatum {
        let number = symbols.number(of: Word(text: datum.text))
        series[index].symbol = shapes[number % shapes.count]
      }
    }
    markSeriesApart()
  }

  /// Gives the categories of an axis the places that they have in a longer list.
  fileprivate mutating func renumber(_ direction: Direction, _ all: Numbering<Word>) {
    var all = all
    let places = (direction == .x ? x : y).categories.keys.map { Double(all.number(of: $0)) }
    func moved(_ values: [Double]) -> [Double] {
      values.map { $0.isFinite ? places[Int($0)] : $0 }
    }
    for index in series.indices {
      if direction == .x {
        series[index].x = moved(series[index].x)
        series[index].xEnd = moved(series[index].xEnd)
      } else {
        series[index].y = moved(series[index].y)
        series[index].yEnd = moved(series[index].yEnd)
      }
    }
    if direction == .x { x.categories = all } else { y.categories = all }
  }
}
