/// Finds room for texts inside the plot: on the side where they cover the least data and no text.
struct LabelPlacement {
  private let layout: ChartLayout
  private var taken: [Frame] = []
  /// What the lines from texts to their points cover.
  private var leaders: [Frame] = []
  /// The series that a text names already.
  var names: [String] = []
  private let points: [Point]
  /// The lines of rules, which no text crosses.
  private var rules: [Frame] = []

  init(_ layout: ChartLayout) {
    self.layout = layout
    let hasTexts =
      layout.findings.infinite + layout.findings.outside > 0
      || layout.plan.data.series.contains { !$0.annotations.isEmpty }
      || layout.names.standInside
    points =
      hasTexts
      ? layout.plan.data.series.filter { $0.kind.room != .band && !$0.kind.isCell }.flatMap {
        series in
        // Between texts there is nothing to cover.
        series.kind.shape == .text
          ? Array(layout.plot.runs(of: series).joined())
          : layout.plot.drawnRuns(of: series).flatMap(alongLine)
      } : []
    for series in layout.plan.data.series where series.kind.shape == .rule {
      for index in series.indices {
        guard let (from, to) = layout.plot.rule(series, index) else { continue }
        rules.append(
          Frame(
            left: min(from.x, to.x) - 1, top: min(from.y, to.y) - 1, right: max(from.x, to.x) + 1,
            bottom: max(from.y, to.y) + 1))
      }
    }
  }

  /// Reserves a place, so that no text covers it.
  mutating func keepFree(_ place: Frame) { taken.append(place) }

  /// Writes a text beside one of some points, the first if there is room, on the best of some sides.
  ///
  /// - Parameter leader: where else the text may stand, at the end of a line to the first point.
  mutating func place(
    _ whole: String, beside points: [Point], distance: Double, _ sides: [AnnotationPosition],
    paint: Paint, leader: Leader? = nil, into svg: inout SVGText
  ) {
    let text = shortened(whole, to: layout.plot.frame.width - 6)
    let width = textWidth(text)
    var boxes: [Frame] = []
    for point in points {
      for side in sides {
        switch side {
        case .top, .automatic:
          boxes.append(box(left: point.x - width / 2, middle: point.y - distance - 4, width))
        case .bottom:
          boxes.append(box(left: point.x - width / 2, middle: point.y + distance + 5, width))
        case .leading:
          boxes.append(box(left: point.x - distance - width, middle: point.y, width))
        case .trailing: boxes.append(box(left: point.x + distance, middle: point.y, width))
        }
      }
    }
    guard let leader, let point = points.first else {
      write(text, boxes, paint, into: &svg)
      return
    }
    let near = boxes.count
    boxes += leader.places.map { place in
      let x = point.x + place.x
      let left = place.x > 0 ? x : place.x < 0 ? x - width : x - width / 2
      return box(left: left, middle: point.y + place.y, width)
    }
    guard let found = best(boxes, leadsFrom: near, to: point, cost: leader.cost) else { return }
    write(text, found.box, paint, into: &svg)
    guard found.rank >= near else { return }
    let line = self.leader(from: point, to: found.box)
    leaders += pieces(of: line)
    var path = PathData()
    path.move(to: line.from)
    path.line(to: line.to)
    svg.element(
      "path",
      [
        ("class", "chart-leader"), ("fill", "none"), ("stroke", muted), ("stroke-width", "1"),
        ("d", path.text),
      ])
  }

  /// Writes a note beside its triangle or in the rows below, unless every place there is taken.
  mutating func place(_ text: String, of note: OverflowNote, into svg: inout SVGText) -> Bool {
    let width = textWidth(text), at = note.place
    var boxes: [Frame] = []
    for row in [0.0, 8, 14, 20, 28, 36] {
      let middle = at.y + (note.isAbove ? row : -row)
      boxes.append(box(left: at.x + 9, middle: middle, width))
      boxes.append(box(left: at.x - 9 - width, middle: middle, width))
      if row >= 14 { boxes.append(box(left: at.x - width / 2, middle: middle, width)) }
    }
    return write(text, boxes, note.paint, unlessTaken: true, into: &svg)
  }

  /// Writes a text along a rule, near one of its ends.
  mutating func place(
    _ whole: String, along from: Point, _ to: Point, first: AnnotationPosition, paint: Paint,
    into svg: inout SVGText
  ) {
    let text = shortened(whole, to: layout.plot.frame.width - 6)
    let width = textWidth(text)
    var boxes: [Frame] = []
    if from.y == to.y {
      let (left, right) = (min(from.x, to.x) + 3, max(from.x, to.x) - width - 3)
      let (above, below) = (from.y - 9, from.y + 10)
      switch first {
      case .top:
        boxes = [box(left: right, middle: above, width), box(left: left, middle: above, width)]
      case .bottom:
        boxes = [box(left: right, middle: below, width), box(left: left, middle: below, width)]
      case .leading:
        boxes = [box(left: left, middle: above, width), box(left: left, middle: below, width)]
      case .trailing:
        boxes = [box(left: right, middle: above, width), box(left: right, middle: below, width)]
      case .automatic:
        for middle in [above, below, above - 15, below + 15] {
          for share in [1, 0, 0.75, 0.5, 0.25] {
            boxes.append(box(left: left + share * (right - left), middle: middle, width))
          }
        }
      }
    } else {
      let (top, bottom) = (min(from.y, to.y) + 8, max(from.y, to.y) - 8)
      let (after, before) = (from.x + 5, from.x - width - 5)
      for left in first == .leading ? [before] : first == .trailing ? [after] : [after, before] {
        for middle in first == .bottom ? [bottom] : [top, bottom, (top + bottom) / 2] {
          boxes.append(box(left: left, middle: middle, width))
        }
      }
    }
    write(text, boxes, paint, into: &svg)
  }

  private func box(left: Double, middle: Double, _ width: Double) -> Frame {
    Frame(left: left, top: middle - 8, right: left + width, bottom: middle + 8)
  }

  @discardableResult private mutating func write(
    _ text: String, _ boxes: [Frame], _ paint: Paint, unlessTaken: Bool = false,
    into svg: inout SVGText
  ) -> Bool {
    guard let found = best(boxes, leadsFrom: boxes.count), !unlessTaken || found.cost < 500 else {
      return false
    }
    write(text, found.box, paint, into: &svg)
    return true
  }

  /// The line from a point to a box.
  private func leader(from point: Point, to box: Frame) -> (from: Point, to: Point) {
    let end = Point(
      x: min(max(point.x, box.left), box.right),
      y: box.top > point.y ? box.top + 2 : box.bottom - 2)
    return (point.toward(box, by: 5), end)
  }

  /// The places that a line covers.
  private func pieces(of line: (from: Point, to: Point)) -> [Frame] {
    alongLine([line.from, line.to]).map {
      Frame(left: $0.x - 1, top: $0.y - 1, right: $0.x + 1, bottom: $0.y + 1)
    }
  }

  /// The box that covers least; those from a number on need a leader to a point, which costs.
  private func best(
    _ boxes: [Frame], leadsFrom near: Int, to point: Point? = nil, cost leaderCost: Double = 0
  ) -> (cost: Double, box: Frame, rank: Int)? {
    let edge = layout.plot.frame
    var best: (cost: Double, box: Frame, rank: Int)?
    for (rank, wished) in boxes.enumerated() {
      // Pushed back into the plot, which costs little if it is little.
      let across = min(max(wished.left, edge.left + 2), max(edge.right - wished.width, edge.left))
      let down = min(max(wished.top, edge.top - 4), edge.bottom + 1 - wished.height)
      let box = Frame(
        left: across, top: down, right: across + wished.width, bottom: down + wished.height)
      var cost = abs(across - wished.left) + 3 * abs(down - wished.top) + Double(rank)
      for other in taken where other.overlaps(box) { cost += 1000 }
      for other in leaders where other.overlaps(box) { cost += 300 }
      if rank >= near, let point {
        cost += leaderCost
        let pieces = pieces(of: leader(from: point, to: box))
        // A leader crosses no other text and no other leader.
        for other in taken + leaders where pieces.contains(where: other.overlaps) { cost += 300 }
      }
      // The upper and lower edge of a box are the air around its text.
      let letters = Frame(
        left: box.left, top: box.top + 2, right: box.right, bottom: box.bottom - 2)
      for rule in rules where rule.overlaps(letters) { cost += 500 }
      for point in points where box.contains(point) { cost += 4 }
      if cost < best?.cost ?? .infinity { best = (cost, box, rank) }
    }
    return best
  }

  private mutating func write(
    _ text: String, _ box: Frame, _ paint: Paint, into svg: inout SVGText
  ) {
    taken.append(box)
    svg.element(
      "text",
      [
        ("class", "chart-note"), ("x", decimal(box.left)), ("y", decimal(box.top + 12)),
        ("fill", paint.textCSS), ("stroke", ground), ("stroke-width", "3.5"),
        ("stroke-linejoin", "round"), ("paint-order", "stroke"),
      ], text)
  }
}

extension Point {
  /// The point so many pixels nearer to a box.
  fileprivate func toward(_ box: Frame, by distance: Double) -> Point {
    let across = (box.left + box.right) / 2 - x, down = (box.top + box.bottom) / 2 - y
    let size = max(abs(across), abs(down), 1)
    return Point(x: x + across / size * distance, y: y + down / size * distance)
  }
}

/// The points of a line and some between them, so that a long segment counts as covered.
func alongLine(_ run: [Point]) -> [Point] {
  var points: [Point] = []
  for (a, b) in zip(run, run.dropFirst()) {
    let steps = min(max(abs(b.x - a.x), abs(b.y - a.y)) / 8, 100).roundedUp
    for number in 0..<Int(steps) {
      let step = Double(number)
      points.append(Point(x: a.x + (b.x - a.x) * step / steps, y: a.y + (b.y - a.y) * step / steps))
    }
  }
  if let last = run.last { points.append(last) }
  return points
}
