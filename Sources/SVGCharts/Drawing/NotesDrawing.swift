extension ChartLayout {
  /// Draws the triangles at the edge, the texts beside marks and the warning in the corner.
  func drawNotes(into svg: inout SVGText) {
    var placement = LabelPlacement(self)
    drawOverflows(into: &svg, &placement)
    drawNamesInside(into: &svg, &placement)
    drawAnnotations(into: &svg, &placement)
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

  private func drawOverflows(into svg: inout SVGText, _ placement: inout LabelPlacement) {
    var isNamed = false
    if case .atEnds(let labels) = names { isNamed = labels.count > 1 }
    for series in plan.data.series where series.kind.isData && !series.isEcho {
      let overflows = plot.overflows(of: series)
      guard !overflows.isEmpty else { continue }
      var path = PathData()
      for overflow in overflows {
        let edge = overflow.isAbove ? plot.frame.top : plot.frame.bottom
        let inward = overflow.isAbove ? 8.0 : -8
        path.outline([
          Point(x: overflow.x, y: edge), Point(x: overflow.x + 5, y: edge + inward),
          Point(x: overflow.x - 5, y: edge + inward),
        ])
      }
      svg.element(
        "path", [("class", "chart-overflow"), ("fill", series.paint.css), ("d", path.text)])
      for overflow in overflows {
        let middle = overflow.isAbove ? plot.frame.top + 4 : plot.frame.bottom - 4
        placement.keepFree(
          Frame(
            left: overflow.x - 6, top: middle - 4, right: overflow.x + 6, bottom: middle + 4))
      }
      // The first infinite value and the farthest finite one are told in words.
      let first = overflows.first { !series.y[$0.index].isFinite }
      let farthest = overflows.filter { series.y[$0.index].isFinite }
        .max { abs(series.y[$0.index]) < abs(series.y[$1.index]) }
      if isNamed, let label = series.label { placement.names.append(label) }
      for overflow in [first, farthest] {
        guard let overflow else { continue }
        let value = ReaderNumber.text(series.y[overflow.index])
        let place =
          plan.data.x.isCategorical
          ? plan.data.x.categories.keys[Int(series.x[overflow.index])].text
          : ReaderNumber.text(series.x[overflow.index])
        let name = isNamed ? (series.label.map { $0 + ": " } ?? "") : ""
        let text = name + value + " at " + lowercasedFirst(plan.data.x.title) + " " + place
        let edge = overflow.isAbove ? plot.frame.top + 4 : plot.frame.bottom - 4
        placement.place(
          text, beside: Point(x: overflow.x, y: edge), distance: 9,
          [.trailing, .leading, overflow.isAbove ? .bottom : .top], paint: series.paint, into: &svg)
      }
    }
  }

  /// Names the lines that end inside the plot, unless the text at their triangle does.
  private func drawNamesInside(into svg: inout SVGText, _ placement: inout LabelPlacement) {
    guard case .atEnds(let labels) = names else { return }
    for label in labels where label.isInside && !placement.names.contains(label.text) {
      placement.place(
        label.text, beside: label.end, distance: 7, [.trailing, .top, .bottom, .leading],
        paint: label.paint, into: &svg)
    }
  }

  private func drawAnnotations(into svg: inout SVGText, _ placement: inout LabelPlacement) {
    for series in plan.data.series {
      for (index, annotation) in series.annotations {
        let wished = annotation.position
        if !series.kind.isData {
          guard let (from, to) = plot.rule(series, index) else { continue }
          placement.place(
            annotation.text, along: from, to, first: wished, paint: series.paint, into: &svg)
          continue
        }
        var at = plot.point(series, index)
        var sides: [AnnotationPosition] = [.top, .trailing, .leading, .bottom]
        if let bar = series.kind.room == .band ? plot.bar(series, index) : nil {
          at = plot.isHorizontal ? Point(x: bar.to, y: bar.place) : Point(x: bar.place, y: bar.to)
          sides =
            plot.isHorizontal
            ? [bar.to < bar.from ? .leading : .trailing] : [bar.to > bar.from ? .bottom : .top]
        }
        guard at.x.isFinite, at.y.isFinite, plot.frame.contains(at) else { continue }
        placement.place(
          annotation.text, beside: at, distance: 7, wished == .automatic ? sides : [wished],
          paint: .color(.primary), into: &svg)
      }
    }
  }
}
