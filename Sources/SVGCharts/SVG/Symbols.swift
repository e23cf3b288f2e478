extension BasicChartSymbolShape {
  /// The symbol at each point: as one path, or each with its tip; a halo parts overlapping ones.
  func drawn(at points: [Point], tips: [String] = [], area: Double, haloed: Bool) -> String {
    guard !points.isEmpty else { return "" }
    // The square root, without a call into the C library.
    let side = area > 0 ? power10(decimalLogarithm(area) / 2) : 0
    var path = PathData()
    for point in points { add(to: &path, at: point, side: side) }
    var svg = SVGText()
    let isStroked = self == .circle || self == .plus || self == .cross
    // A circle is a line of no length with round ends: eight bytes instead of an element.
    let width = self == .circle ? side * 1.128 : 1.8
    if haloed {
      svg.element(
        "path",
        [
          ("class", "chart-halo"), ("fill", "none"), ("stroke", ground),
          ("stroke-width", decimal(isStroked ? width + 2 : 2)), ("stroke-linejoin", "round"),
          ("stroke-linecap", "round"), ("d", path.text),
        ])
    }
    let attributes = [
      ("fill", isStroked ? "none" : ""), ("stroke", isStroked ? "" : "none"),
      ("stroke-width", isStroked ? decimal(width) : ""),
      ("stroke-linecap", isStroked ? "round" : ""),
    ]
    guard !tips.isEmpty else {
      svg.path(path, attributes, tip: nil)
      return svg.text
    }
    svg.open("g", attributes)
    for (point, tip) in zip(points, tips) {
      var single = PathData()
      add(to: &single, at: point, side: side)
      svg.path(single, [], tip: tip)
    }
    svg.close("g")
    return svg.text
  }

  private func add(to path: inout PathData, at point: Point, side: Double) {
    func corner(_ x: Double, _ y: Double) -> Point {
      Point(x: point.x + x * side, y: point.y + y * side)
    }
    switch self {
    case .circle:
      path.move(to: point)
      path.horizontal(by: 0)
    case .square:
      path.outline([
        corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5),
      ])
    case .triangle:
      path.outline([corner(0, -0.66), corner(0.66, 0.48), corner(-0.66, 0.48)])
    case .diamond:
      path.outline([corner(0, -0.7), corner(0.7, 0), corner(0, 0.7), corner(-0.7, 0)])
    case .plus:
      path.move(to: corner(-0.55, 0))
      path.line(to: corner(0.55, 0))
      path.move(to: corner(0, -0.55))
      path.line(to: corner(0, 0.55))
    case .cross:
      path.move(to: corner(-0.42, -0.42))
      path.line(to: corner(0.42, 0.42))
      path.move(to: corner(0.42, -0.42))
      path.line(to: corner(-0.42, 0.42))
    }
  }
}
