/// A chart in words, all of them computed from its data.
struct Summary {
  let plan: ChartPlan
  private let findings: Findings
  let series: [DataSeries]

  init(_ plan: ChartPlan, _ findings: Findings) {
    self.plan = plan
    self.findings = findings
    series = plan.data.series.filter {
      $0.kind.isData && !$0.isEcho && $0.style.aside == nil
    }
  }

  /// What is drawn against what: "Loss against Step".
  var subject: String {
    let (x, y) = (plan.data.x.title, plan.data.y.title)
    if x.utf8.isEmpty || y.utf8.isEmpty {
      return x.utf8.isEmpty && y.utf8.isEmpty ? "Untitled data" : x + y
    }
    return plan.isHorizontal ? x + " by " + y : y + " against " + x
  }

  /// Kind and axes; finding; what is not drawn or thinned.
  func text(drawnAt plot: Plot?) -> String {
    var sentences = [opening]
    if let message = findings.message { sentences.append(message) } else { sentences += finding }
    if let remark = remark(drawnAt: plot) { sentences.append(remark) }
    return sentences.joined(separator: " ")
  }

  private var opening: String {
    var kinds = Numbering<Word>()
    for one in series { _ = kinds.number(of: Word(text: one.kind.name)) }
    var text = kinds.keys.isEmpty ? "empty" : kinds.keys.map { $0.text }.joined(separator: " and ")
    text = uppercasedFirst(text) + " chart of " + subject
    let axes = [
      range(plan.data.x, plan.options.xType), range(plan.data.y, plan.options.yType),
      plan.data.cellColors.flatMap { cells in
        range(cells, plan.options.colorType).map { text in
          CellColors(cells, plan.options).middle.map {
            text + ", in two colors around " + spoken($0)
          } ?? text
        }
      },
    ].compactMap { $0 }
    if !axes.isEmpty { text += "; " + axes.joined(separator: ", ") }
    var labels = Numbering<Word>()
    for one in series { _ = labels.number(of: Word(text: one.label ?? "")) }
    if series.contains(where: { !$0.shades.isEmpty && $0.kind.shape != .line }) {
      text += "; colored by " + lowercasedFirst(plan.data.seriesTitle)
    } else if labels.keys.count > 1, !plan.data.seriesTitle.utf8.isEmpty {
      text +=
        "; " + String(labels.keys.count) + " series by " + lowercasedFirst(plan.data.seriesTitle)
    }
    return text + "."
  }

  private func range(_ axis: AxisData, _ type: ScaleType) -> String? {
    let title = axis.title.utf8.isEmpty ? "values" : axis.title
    if axis.isCategorical {
      let names = axis.categories.keys.map { $0.text }
      return names.count > 8 ? nil : title + ": " + names.joined(separator: ", ")
    }
    guard let range = type == .log ? axis.positive : axis.range else { return nil }
    let digits = axis.digits
    return title + " from " + axis.told(range.lowerBound, significant: digits) + " to "
      + axis.told(range.upperBound, significant: digits) + type.inWords
  }

  private var finding: [String] {
    // Of several kinds of marks the one with most values has the say.
    func count(_ shape: MarkKind.Shape) -> Int {
      series.reduce(0) { $0 + ($1.kind.shape == shape ? $1.x.count : 0) }
    }
    for shape in [MarkKind.Shape.cell, .box, .contour, .bin, .ridge, .vector]
    where shape != .vector || count(.line) == 0 {
      let kind = series.first { $0.kind.shape == shape && !$0.x.isEmpty }?.kind
      if let tell = kind?.tell { return [tell(self)] }
    }
    let lines = count(.line), bars = count(.bar), points = count(.point)
    if bars > 0, bars >= lines, bars >= points { return [extremes] }
    if lines > 0, lines >= points {
      let only = series.filter { $0.kind.shape == .line }
      return [only.count == 1 ? course(only[0]) : ends(of: only)]
    }
    if count(.area) > 0, points == 0 {
      let areas = series.filter { $0.kind.shape == .area }
      if let band = areas.first, !band.yEnd.isEmpty { return [widest(of: band)] }
      return [areas.count == 1 ? course(areas[0]) : ends(of: areas)]
    }
    return [String(points) + (points == 1 ? " point." : " points.")]
  }

  /// Where a band reaches farthest from one edge to the other.
  private func widest(of band: DataSeries) -> String {
    func width(_ index: Int) -> Double { abs(band.yEnd[index] - band.y[index]) }
    guard let at = band.indices.filter({ width($0).isFinite }).max(by: { width($0) < width($1) })
    else { return "" }
    return "The band is widest at " + lowercasedFirst(plan.data.x.title) + " "
      + plan.data.x.told(band.x[at]) + ", from "
      + plan.data.y.told(min(band.y[at], band.yEnd[at])) + " to "
      + plan.data.y.told(max(band.y[at], band.yEnd[at])) + "."
  }

  /// How a single line runs.
  private func course(_ line: DataSeries) -> String {
    let finite = line.indices.filter { line.x[$0].isFinite && line.y[$0].isFinite }
    guard let first = finite.first, let last = finite.last else { return "" }
    var text = uppercasedFirst(plan.data.y.title.utf8.isEmpty ? "it" : plan.data.y.title)
    if finite.count == 1 { return text + " is " + at(line, first) + "." }
    let low = finite.min { line.y[$0] < line.y[$1] } ?? first
    let high = finite.max { line.y[$0] < line.y[$1] } ?? last
    if line.y[low] == line.y[high] {
      return text + " is " + plan.data.y.told(line.y[low]) + " throughout."
    }
    text += " goes from " + at(line, first) + " to " + at(line, last)
    if low != first && low != last { text += ", least " + at(line, low) }
    if high != first && high != last { text += ", greatest " + at(line, high) }
    if last != line.indices.last { text += ", and has no finite value after that" }
    return text + "."
  }

  /// Where several lines end: all of them if they are few, otherwise the extremes.
  private func ends(of lines: [DataSeries]) -> String {
    var ends: [(value: Double, text: String)] = []
    for (number, line) in lines.enumerated() {
      let name =
        (line.order == nil ? "" : lowercasedFirst(plan.data.seriesTitle) + " ")
        + (line.label ?? "line " + String(number + 1))
      let last = line.indices.last { line.x[$0].isFinite && line.y[$0].isFinite }
      if let last {
        let isWhole = last == line.indices.last
        let verb = isWhole ? " is " + plan.data.y.told(line.y[last]) : " has no finite value after "
        ends.append((line.y[last], name + verb + (isWhole ? "" : at(line, last))))
      } else {
        ends.append((.nan, name + " has no finite value"))
      }
    }
    if ends.count <= 8 {
      return "At the end " + ends.map { $0.text }.joined(separator: ", ") + "."
    }
    let finite = ends.filter { $0.value.isFinite }
    guard let low = finite.min(by: { $0.value < $1.value }),
      let high = finite.max(by: { $0.value < $1.value })
    else { return "No line has a finite value." }
    return "At the end " + low.text + ", the least, and " + high.text + ", the greatest."
  }

  /// The greatest and the least bar.
  private var extremes: String {
    var bars: [(value: Double, text: String)] = []
    for one in series {
      for index in one.indices {
        let value = plan.isHorizontal ? one.x[index] : one.y[index]
        guard value.isFinite else { continue }
        let name = series.count > 1 ? one.label.map { " for " + $0 } ?? "" : ""
        bars.append((value, at(one, index) + name))
      }
    }
    guard let low = bars.min(by: { $0.value < $1.value }),
      let high = bars.max(by: { $0.value < $1.value })
    else { return "" }
    let values = plan.isHorizontal ? plan.data.x : plan.data.y
    if low.value == high.value { return "Every value is " + values.told(low.value) + "." }
    return "The greatest is " + high.text + ", the least " + low.text + "."
  }

  /// A value and its place: "0.2 at step 14".
  private func at(_ one: DataSeries, _ index: Int) -> String {
    let place = plan.isHorizontal ? one.y[index] : one.x[index]
    let value = plan.isHorizontal ? one.x[index] : one.y[index]
    let axis = plan.isHorizontal ? plan.data.y : plan.data.x
    let values = plan.isHorizontal ? plan.data.x : plan.data.y
    let told = values.told(value, significant: values.digits)
    if axis.isCategorical { return told + " at " + axis.categories.keys[Int(place)].text }
    return told + " at " + lowercasedFirst(axis.title) + " "
      + axis.told(place, significant: axis.digits)
  }

  private func remark(drawnAt plot: Plot?) -> String? {
    var parts: [String] = []
    let words = findings.inWords
    if !words.utf8.isEmpty { parts.append("without a place in the plot: " + words) }
    if let plot {
      if let cells = plot.cells, cells.columns.count - 1 < plan.columns.count {
        parts.append(
          String(plan.columns.count) + " columns, drawn " + String(cells.columns.count - 1)
            + ", each the greatest of its values")
      }
      let lines = series.filter { $0.kind.shape == .line }
      let all = lines.reduce(0) { $0 + $1.x.count }
      let drawn = lines.reduce(0) { sum, line in
        sum + plot.drawnRuns(of: line).reduce(0) { $0 + $1.count }
      }
      if drawn + findings.missing + findings.infinite < all {
        parts.append(String(all) + " points, drawn " + String(drawn))
      }
    }
    return parts.isEmpty ? nil : uppercasedFirst(parts.joined(separator: "; ")) + "."
  }
}
