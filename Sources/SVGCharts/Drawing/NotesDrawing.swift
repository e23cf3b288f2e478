extension ChartLayout {
  /// Draws the triangles at the edge, the texts beside marks and the warning in the corner.
  func drawNotes(into svg: inout SVGText) {
    var placement = LabelPlacement(self)
    let notes = drawOverflows(into: &svg, &placement)
    drawAnnotations(ofRules: true, into: &svg, &placement)
    draw(notes, into: &svg, &placement)
    drawNamesInside(into: &svg, &placement)
    drawAnnotations(ofRules: false, into: &svg, &placement)
    guard !findings.warning.utf8.isEmpty else { return }
    svg.open(
      "text",
      [
        ("class", "chart-warning"), ("x", decimal(width)), ("y", decimal(warningY)),
        ("text-anchor", "end"), ("fill", muted),
      ])
    svg.element("title", [], findings.notices.joined(separator: " "))
    svg.text += escaped(findings.warning)
    svg.close("text")
  }

  /// Names the lines that end inside the plot, unless the text at their triangle does.
  private func drawNamesInside(into svg: inout SVGText, _ placement: inout LabelPlacement) {
    guard case .atEnds(let labels) = names else { return }
    let hasSymbols = plan.data.series.contains { $0.kind.room == .symbol }
    for label in labels
    where label.isInside
      && !placement.names.contains(where: { Word(text: $0) == Word(text: label.text) })
    {
      placement.place(
        label.text, beside: [label.end] + label.others, distance: hasSymbols ? 10 : 7,
        [.trailing, .top, .bottom, .leading], paint: label.paint,
        leader: .around(cost: 400), into: &svg)
    }
  }

  private func drawAnnotations(
    ofRules: Bool, into svg: inout SVGText, _ placement: inout LabelPlacement
  ) {
    for series in plan.data.series where series.kind.isReference == ofRules {
      for (index, annotation) in series.annotations {
        let wished = annotation.position
        if ofRules {
          guard let (from, to) = plot.baseline(series, index) else { continue }
          placement.place(
            annotation.text, along: from, to, first: wished, paint: series.paint, into: &svg)
          continue
        }
        var at = plot.point(series, index)
        var sides: [AnnotationPosition] = [.top, .trailing, .leading, .bottom]
        var leader: Leader? = .around(cost: 24)
        if let bar = series.kind.room == .band ? plot.bar(series, index) : nil {
          at = plot.isHorizontal ? Point(x: bar.to, y: bar.place) : Point(x: bar.place, y: bar.to)
          sides =
            plot.isHorizontal
            ? [bar.to < bar.from ? .leading : .trailing] : [bar.to > bar.from ? .bottom : .top]
          leader = plot.isHorizontal ? nil : .rows(bar.to > bar.from ? 1 : -1)
        }
        guard at.x.isFinite, at.y.isFinite, plot.frame.contains(at) else { continue }
        if wished == .automatic, plot.cells?.hasCell(around: at, holding: annotation.text) == true {
          // In the middle of its cell.
          placement.place(
            annotation.text, beside: [at], distance: -4, [.top], paint: .color(.primary),
            into: &svg)
          continue
        }
        placement.place(
          annotation.text, beside: [at], distance: 7, wished == .automatic ? sides : [wished],
          paint: series.style.aside == .prediction ? series.paint : .color(.primary),
          leader: wished == .automatic ? leader : nil, into: &svg)
      }
    }
  }
}
