/// A chart with its domains chosen: all that does not depend on a size.
///
/// A class, as a layout is, since a copy of so much takes thousands of bytes of code.
package final class ChartPlan {
  private(set) var data: ChartData
  let options: ChartOptions
  private(set) var xDomain = 0.0...1.0, yDomain = 0.0...1.0
  /// The distance of two neighbouring bars along the axis they stand on.
  private(set) var barStep = 1.0
  /// The places at which bars stand, in order.
  private(set) var barPlaces: [Double] = []
  /// The columns and rows of cells, in order.
  private(set) var columns: [Double] = [], rows: [Double] = []
  /// Whether bars lie along x.
  private(set) var isHorizontal = false

  package init(_ chart: Chart) {
    options = chart.options
    data = chart.data
    for number in data.series.indices { data.series[number].number = number }
    if let label = options.xLabel { data.x.title = label }
    if let label = options.yLabel { data.y.title = label }
    (data.x.isPercent, data.y.isPercent) = (
      options.xFormat == .percent, options.yFormat == .percent
    )
    let bars = data.series.indices.filter { data.series[$0].kind.room == .band }
    isHorizontal = data.y.isCategorical && !data.x.isCategorical
    let standing = data.series.indices.filter {
      data.series[$0].kind.room == .band || data.series[$0].kind.room == .box
    }
    if !standing.isEmpty {
      var places = Numbering<Double>()
      for number in standing {
        for place in isHorizontal ? data.series[number].y : data.series[number].x
        where place.isFinite { _ = places.number(of: place) }
      }
      barPlaces = places.ordered
      barStep = leastGap
      for group in 0...data.groups.keys.count {
        stack(bars.filter { (data.series[$0].group ?? data.groups.keys.count) == group })
      }
    }
    let areas = data.series.indices.filter {
      data.series[$0].kind.isAnchoredAtZero && data.series[$0].kind.room == .none
        && data.series[$0].yEnd.isEmpty
    }
    stack(areas)
    let cells = data.series.filter { $0.kind.isCell }
    columns = places(cells) { $0.x }
    rows = places(cells) { $0.y }
    let holdsZero = !isHorizontal && !(bars.isEmpty && areas.isEmpty)
    xDomain = domain(
      data.x, options.xType, told: options.xDomain, values: { [$0.x, $0.xEnd] }, cells: columns,
      holdsBars: !bars.isEmpty && isHorizontal, standsOn: !standing.isEmpty && !isHorizontal,
      nice: false)
    yDomain = domain(
      data.y, options.yType, told: options.yDomain, values: { [$0.y, $0.yEnd] }, cells: rows,
      holdsBars: holdsZero, standsOn: !standing.isEmpty && isHorizontal,
      nice: true)
  }

  private func domain(
    _ axis: AxisData, _ type: ScaleType, told: ClosedRange<Double>?,
    values: (DataSeries) -> [[Double]], cells: [Double], holdsBars: Bool, standsOn: Bool, nice: Bool
  ) -> ClosedRange<Double> {
    if axis.isCategorical {
      // The ridge at the back needs room to rise.
      let isRidged = !standsOn && data.series.contains { !$0.heights.isEmpty } && nice
      return (isRidged ? -1.1 : -0.5)...Double(axis.categories.keys.count) - 0.5
    }
    if let told, told.lowerBound < told.upperBound, type != .log || told.lowerBound > 0 {
      return told
    }
    if let domain = Domain.ofCells(at: cells, type) {
      // As far as the cells reach, or what is marked beside them.
      let others = data.series.filter { $0.kind.isData && !$0.kind.isCell }.flatMap(values).joined()
      return others.reduce(domain) { domain, value in
        guard value.isFinite, type != .log || value > 0 else { return domain }
        return min(domain.lowerBound, value)...max(domain.upperBound, value)
      }
    }
    if type == .log {
      let domain = Domain.log(axis.positive, standing: holdsBars)
      // Of limits that begin at zero, a logarithmic axis keeps the upper one.
      guard let told, told.upperBound > domain.lowerBound else { return domain }
      return domain.lowerBound...told.upperBound
    }
    if type.kind == .symmetricLog, let range = axis.range, range.lowerBound < range.upperBound {
      var low = type.straightened(range.lowerBound), high = type.straightened(range.upperBound)
      // Bars stand on zero, whose place is 0.
      if holdsBars { (low, high) = (min(low, 0), max(high, 0)) }
      let room = 0.04 * (high - low)
      return type.restored(low - room)...type.restored(high + room)
    }
    if standsOn, let range = axis.range {
      return range.lowerBound - barStep / 2...range.upperBound + barStep / 2
    }
    var range = axis.range
    if !holdsBars, nice, let whole = range {
      range = Domain.withoutOutliers(
        whole, data.series.filter { $0.kind.isData }.flatMap { values($0) })
    }
    if holdsBars, let bare = range, data.series.contains(where: { !$0.annotations.isEmpty }) {
      // Room for the texts at the ends of bars, in rows where a phone has no room side by side.
      let (low, high) = (min(bare.lowerBound, 0), max(bare.upperBound, 0))
      var width = 1.0
      for series in data.series where series.kind.room == .band && !isHorizontal {
        for (_, annotation) in series.annotations { width += textWidth(annotation.text) + 6 }
      }
      let rows = min((width / 290).roundedUp, 4)
      let room = (high - low) * 0.08 * rows
      range = (low < 0 ? low - room : low)...(high > 0 ? high + room : high)
    }
    return Domain.linear(range, zero: holdsBars, nice: nice || holdsBars, whole: axis.isWhole)
  }

  private func places(_ series: [DataSeries], _ values: (DataSeries) -> [Double]) -> [Double] {
    var places = Numbering<Double>()
    for one in series {
      for value in values(one) where value.isFinite { _ = places.number(of: value) }
    }
    return places.ordered
  }

  private var leastGap: Double {
    if data.x.isCategorical || data.y.isCategorical { return 1 }
    let gap = zip(barPlaces, barPlaces.dropFirst()).reduce(.infinity) { min($0, $1.1 - $1.0) }
    return gap.isFinite ? gap : 1
  }

  /// Sets bars or areas at one place upon each other, as long as the axis can add.
  private func stack(_ stacked: [Int]) {
    guard (isHorizontal ? options.xType : options.yType) == .linear else { return }
    var places = Numbering<Double>()
    var above: [Double] = [], below: [Double] = []
    for number in stacked {
      var base: [Double] = []
      var top: [Double] = []
      let series = data.series[number]
      for index in series.indices {
        let place = isHorizontal ? series.y[index] : series.x[index]
        let value = isHorizontal ? series.x[index] : series.y[index]
        guard place.isFinite, value.isFinite else {
          base.append(0)
          top.append(value)
          continue
        }
        let stack = places.number(of: place)
        if stack == above.count {
          above.append(0)
          below.append(0)
        }
        base.append(value < 0 ? below[stack] : above[stack])
        top.append(base[index] + value)
        if value < 0 { below[stack] = top[index] } else { above[stack] = top[index] }
        if isHorizontal { data.x.include(top[index]) } else { data.y.include(top[index]) }
      }
      data.series[number].base = base
      data.series[number].top = top
    }
  }
}

extension Domain {
  /// The range without values so far off that the others would be less than a hundredth of it.
  static func withoutOutliers(
    _ range: ClosedRange<Double>, _ columns: [[Double]]
  ) -> ClosedRange<Double> {
    let step = columns.reduce(0) { $0 + $1.count } / 2000 + 1
    var sample: [Double] = []
    for values in columns {
      for index in stride(from: 0, to: values.count, by: step) where values[index].isFinite {
        sample.append(values[index])
      }
    }
    guard sample.count >= 8 else { return range }
    sample.sort()
    let low = sample[sample.count / 20], high = sample[sample.count - 1 - sample.count / 20]
    let spread = high - low
    guard spread > 0, range.upperBound / 100 - range.lowerBound / 100 > spread else { return range }
    var kept: ClosedRange<Double>?
    for values in columns {
      for value in values
      where value.isFinite && value <= high + 10 * spread && value >= low - 10 * spread {
        kept = kept.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
      }
    }
    return kept ?? range
  }
}
