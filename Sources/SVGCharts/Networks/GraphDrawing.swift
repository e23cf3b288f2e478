extension GraphLayout {
  /// The graph as an SVG element.
  func drawing(id: String, name: String, description: String) -> String {
    var svg = SVGText()
    svg.openChart(width: width, height: height, role: "img", id: id, name, description)
    svg.open("g", [("class", "chart-edges"), ("stroke", muted), ("fill", "none")])
    var lines = PathData(), heads = PathData()
    for points in edges {
      lines.move(to: points[0])
      for point in points.dropFirst() { lines.line(to: point) }
      heads.arrowHead(from: points[points.count - 2], to: points[points.count - 1])
    }
    if !lines.isEmpty {
      svg.path(lines, [], tip: nil)
      svg.path(heads, [("fill", muted), ("stroke", "none")], tip: nil)
    }
    svg.close("g")
    for box in boxes {
      let frame = box.frame
      svg.open("g", [("class", "chart-node"), ("text-anchor", "middle")])
      svg.element(
        "rect",
        [
          ("x", decimal(frame.left)), ("y", decimal(frame.top)), ("width", decimal(frame.width)),
          ("height", decimal(frame.height)), ("rx", "4"), ("fill", ground), ("stroke", muted),
        ])
      let top = (frame.top + frame.bottom - Double(box.lines.count) * lineHeight) / 2
      for (index, line) in box.lines.enumerated() {
        svg.element(
          "text",
          [
            ("x", decimal((frame.left + frame.right) / 2)),
            ("y", decimal(top + Double(index) * lineHeight + 11.5)), ("fill", line.css),
            ("font-weight", line.isBold ? "600" : ""),
          ], shortened(line.text, to: (frame.width - 8) / (line.isBold ? 1.1 : 1)))
      }
      svg.close("g")
    }
    if let remark {
      // Under the graph, as far as it reaches.
      let left = boxes.reduce(width) { min($0, $1.frame.left) }
      let right = boxes.reduce(0) { max($0, $1.frame.right) }
      let half = min(textWidth(remark), width) / 2
      svg.element(
        "text",
        [
          ("class", "chart-remark"),
          ("x", decimal(min(max((left + right) / 2, half), width - half))),
          ("y", decimal(height - 5)), ("text-anchor", "middle"), ("fill", Color.orange.css),
        ], shortened(remark, to: width))
    }
    svg.close("svg")
    return svg.text
  }
}

extension PathData {
  /// The head of an arrow whose tip is at `tip`.
  mutating func arrowHead(from start: Point, to tip: Point, size: Double = 7) {
    let across = tip.x - start.x, down = tip.y - start.y
    let length = max((across * across + down * down).squareRoot(), 1)
    let (x, y) = (across / length * size, down / length * size)
    outline([
      tip, Point(x: tip.x - x - y / 2, y: tip.y - y + x / 2),
      Point(x: tip.x - x + y / 2, y: tip.y - y - x / 2),
    ])
  }
}
