/// How a reader learns which series is which.
enum SeriesNames: Sendable {
  case none
  /// Each line is named at its end.
  case atEnds([EndLabel])
  /// A list above the plot.
  case legend([LegendEntry])
  /// A ramp from the least to the greatest number, above the plot.
  case ramp(least: String, greatest: String)
}

extension SeriesNames {
  /// Whether a name stands among the data.
  var standInside: Bool {
    if case .atEnds(let labels) = self { labels.contains { $0.isInside } } else { false }
  }
}

/// The name of a series beside the end of its line.
struct EndLabel: Sendable {
  let text: String
  let paint: Paint
  /// The end of the line, or where it runs apart from others.
  var end: Point
  /// The middle of the text, moved away from other labels.
  var y: Double
  /// Whether the line ends so far from the right edge that its name stands inside the plot.
  let isInside: Bool
  /// Other places along the line beside which its name can stand.
  var others: [Point] = []
}

/// One line of a legend.
struct LegendEntry: Sendable {
  let text: String
  let paint: Paint
  let kind: MarkKind
  let dash: [Double]
  let symbol: BasicChartSymbolShape?

  /// The room that the entry takes with its swatch and the space after it.
  var width: Double { 22 + textWidth(text) + 16 }
}

/// The height of a line of text in a chart.
let lineHeight = 15.0

extension SeriesNames {
  /// The way of naming that fits, before the plot is in place.
  enum Style: Sendable {
    case none, ramp(least: String, greatest: String)
    case legend([DataSeries])
    case atEnds([DataSeries], isInside: [Bool], apart: [[Point]], column: Double)

    init(_ plan: ChartPlan, width: Double, height: Double) {
      let data = plan.data
      var seen = Numbering<Word>()
      var named: [DataSeries] = []
      for series in data.series
      where series.kind.isData && series.style.aside == nil && series.kind.shape != .contour {
        guard let label = series.label, plan.draws(series) else { continue }
        let number = seen.number(of: Word(text: label))
        if number == named.count {
          named.append(series)
        } else if named[number].kind.shape != .line, series.kind.shape == .line {
          // A line names the band around it too, and the points upon it.
          named[number] = series
        }
      }
      // The axis already names what colors repeat.
      let repeats = Word(text: data.seriesTitle) == Word(text: data.x.title) && data.x.isCategorical
      let repeatsY =
        Word(text: data.seriesTitle) == Word(text: data.y.title) && data.y.isCategorical
      guard plan.options.legend != .hidden, !named.isEmpty, !repeats, !repeatsY else {
        self = .none
        return
      }
      let title = data.seriesTitle
      for index in named.indices where named[index].order != nil {
        named[index].label = title + " " + (named[index].label ?? "")
      }
      let widest = named.map { textWidth($0.label ?? "") }.max() ?? 0
      let rows = Double(named.count) * lineHeight
      if named.count <= 8, !plan.options.namesAbove, widest + 22 <= 0.36 * width,
        rows <= height - 70,
        named.allSatisfy({ $0.kind.shape == .line && plan.hasEnd($0) })
      {
        let apart = plan.placesApart(named)
        let isInside = zip(named, apart).map { plan.endsEarly($0) || !$1.isEmpty }
        self = .atEnds(
          named, isInside: isInside, apart: apart,
          column: isInside.contains(false) ? widest + 22 : 0)
      } else if let least = data.colors.numbers.first, let greatest = data.colors.numbers.last,
        named.count > (plan.options.namesAbove ? 3 : 8)
          || legendRows(named.map { LegendEntry($0).width }, width: width) > 2,
        named.allSatisfy({ $0.order != nil })
      {
        self = .ramp(
          least: title + " " + ReaderNumber.text(least), greatest: ReaderNumber.text(greatest))
      } else {
        let isOrdered = named.allSatisfy { $0.order != nil }
        self = .legend(isOrdered ? stablySorted(named) { $0.order ?? 0 } : named)
      }
    }

    /// The room to the right of the plot.
    var column: Double {
      if case .atEnds(_, _, _, let column) = self { column } else { 0 }
    }

    /// The room above the plot.
    func legendHeight(width: Double) -> Double {
      switch self {
      case .none, .atEnds: 0
      case .ramp: 22
      case .legend(let named):
        Double(legendRows(named.map { LegendEntry($0).width }, width: width)) * 18 + 6
      }
    }

    /// The names in place.
    func placed(in plot: Plot) -> SeriesNames {
      switch self {
      case .none: return .none
      case .ramp(let least, let greatest): return .ramp(least: least, greatest: greatest)
      case .legend(let named):
        // In the order of the lines' ends, as the eye meets them, unless they are numbers.
        var entries: [(y: Double, entry: LegendEntry)] = []
        for series in named {
          let isLine = series.kind.shape == .line && series.order == nil
          let end = isLine ? plot.runs(of: series).last?.last?.y ?? .infinity : 0
          entries.append((end, LegendEntry(series)))
        }
        return .legend(stablySorted(entries) { $0.y }.map { $0.entry })
      case .atEnds(let named, let isInside, let apart, _):
        var labels: [EndLabel] = []
        for (number, series) in named.enumerated() {
          let runs = plot.runs(of: series), isReversed = plot.x.end < plot.x.start
          guard let run = isReversed ? runs.first : runs.last,
            let end = isReversed ? run.first : run.last, let text = series.label
          else { continue }
          let y = min(max(end.y, plot.frame.top), plot.frame.bottom)
          var label = EndLabel(
            text: text, paint: series.paint, end: Point(x: end.x, y: y), y: y,
            isInside: isInside[number])
          if label.isInside {
            let line = alongLine(run)
            label.others = (1...9).map { line[(line.count - 1) * (isReversed ? $0 : 10 - $0) / 10] }
          }
          if let place = apart[number].first {
            label.end = plot.point(atShares: place)
            label.others.insert(
              contentsOf: apart[number].dropFirst().map { plot.point(atShares: $0) }, at: 0)
          }
          labels.append(label)
        }
        let inside = labels.filter { $0.isInside }
        labels = stablySorted(labels.filter { !$0.isInside }) { $0.y }
        let places = spread(
          labels.map { $0.y }, by: lineHeight, in: plot.frame.top - 4...plot.frame.bottom)
        for (index, place) in places.enumerated() { labels[index].y = place }
        return .atEnds(labels + inside)
      }
    }
  }
}

extension LegendEntry {
  init(_ series: DataSeries) {
    text = series.label ?? ""
    paint = series.paint
    kind = series.kind
    dash = series.dash
    symbol = series.symbol
  }
}

/// How many rows entries of these widths fill.
func legendRows(_ widths: [Double], width: Double) -> Int {
  var rows = 1, used = 0.0
  for entry in widths {
    if used > 0, used + entry - 16 > width {
      rows += 1
      used = 0
    }
    used += entry
  }
  return rows
}

/// The values sorted by a key, those alike in their order.
func stablySorted<Value>(_ values: [Value], by key: (Value) -> Double) -> [Value] {
  values.map { key($0) }.order.map { values[$0] }
}

/// Moves places that are sorted apart, none further than needed.
///
/// Neighbours that are too close form a block around the mean of their wishes.
package func spread(
  _ wishes: [Double], by gap: Double, in bounds: ClosedRange<Double>
) -> [Double] {
  var blocks: [(sum: Double, count: Int)] = []
  func top(_ block: (sum: Double, count: Int)) -> Double {
    let height = Double(block.count - 1) * gap
    let top = block.sum / Double(block.count) - height / 2
    return max(min(top, bounds.upperBound - height), bounds.lowerBound)
  }
  for wish in wishes {
    blocks.append((wish, 1))
    while blocks.count > 1 {
      let last = blocks[blocks.count - 1], before = blocks[blocks.count - 2]
      guard top(before) + Double(before.count) * gap > top(last) + 1e-9 else { break }
      blocks.removeLast(2)
      blocks.append((before.sum + last.sum, before.count + last.count))
    }
  }
  return blocks.flatMap { block in (0..<block.count).map { top(block) + Double($0) * gap } }
}
