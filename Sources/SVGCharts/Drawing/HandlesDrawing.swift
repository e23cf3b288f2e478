extension ChartLayout {
  /// Draws, out of sight, the handles of the marks that a reader can drag.
  ///
  /// A page that can move its controls shows them. Each tells which controls move along x and y, all
  /// together how pixels become values: the type of an axis, the straightened values at its ends, and
  /// their pixels.
  func drawHandles(into svg: inout SVGText) {
    var handles: [(at: Point, reach: Point, handle: Handle)] = []
    for series in plan.data.series {
      for (index, handle) in series.handles {
        let held = Handle(
          x: plan.data.x.isCategorical ? nil : handle.x,
          y: plan.data.y.isCategorical ? nil : handle.y)
        guard held.x != nil || held.y != nil, let (at, reach) = place(of: series, index)
        else { continue }
        handles.append((at, reach, held))
      }
    }
    guard !handles.isEmpty else { return }
    svg.open(
      "g",
      [
        ("class", "chart-handles"), ("visibility", "hidden"), ("fill", "none"),
        ("stroke", "currentColor"), ("stroke-width", "2"), ("data-x", plot.x.told),
        ("data-y", plot.y.told),
      ])
    for (at, reach, handle) in handles {
      svg.open(
        "g",
        [
          ("class", "chart-handle"), ("data-x", handle.x ?? ""), ("data-y", handle.y ?? ""),
          ("transform", "translate(" + decimal(at.x) + " " + decimal(at.y) + ")"),
        ])
      if reach.x == 0, reach.y == 0 {
        svg.element("circle", [("r", "20")])
      } else {
        let (x, y) = (decimal(2 * reach.x), decimal(2 * reach.y))
        svg.element(
          "path",
          [
            ("stroke", "none"), ("stroke-width", "24"), ("pointer-events", "stroke"),
            ("d", "M" + decimal(-reach.x) + " " + decimal(-reach.y) + "l" + x + " " + y),
          ])
      }
      var arrows = ""
      if handle.x != nil { arrows += "M-10-4l-4 4 4 4m20-8l4 4-4 4" }
      if handle.y != nil {
        // From the end of the arrows to the sides, if they are there.
        arrows += (arrows.isEmpty ? "M-4-10" : "m-14-14") + "l4-4 4 4m-8 20l4 4 4-4"
      }
      svg.element("path", [("class", "chart-arrows"), ("d", arrows)])
      svg.close("g")
    }
    svg.close("g")
  }

  /// The middle of a mark, and how far it reaches from there; nil where it is not seen.
  private func place(of series: DataSeries, _ index: Int) -> (Point, Point)? {
    if series.kind.shape == .rule {
      guard let (from, to) = plot.rule(series, index) else { return nil }
      return (
        Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2),
        Point(x: (to.x - from.x) / 2, y: (to.y - from.y) / 2)
      )
    }
    let at = plot.point(series, index)
    return plot.frame.contains(at) ? (at, Point(x: 0, y: 0)) : nil
  }
}

extension Scale {
  /// What a script needs to know to turn pixels into values.
  fileprivate var told: String {
    let ends = [domain.lowerBound, domain.upperBound].map { exactText(type.straightened($0)) }
    let told = type.told
    return told.name + " " + ends[0] + " " + ends[1] + " " + decimal(start) + " " + decimal(end)
      + told.rest
  }
}

extension ScaleType {
  fileprivate var told: (name: String, rest: String) {
    switch kind {
    case .linear: ("linear", "")
    case .log: ("log", "")
    case .squareRoot: ("root", "")
    case .symmetricLog: ("symmetric", " " + exactText(threshold))
    }
  }
}
