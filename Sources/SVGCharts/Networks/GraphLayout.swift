/// A computation graph at a width: a box for each node, a bent line for each edge.
///
/// Nodes stand in layers, each behind all it is computed from. A line that passes a layer has a
/// place of its own there, so that it runs between the boxes, not over them.
struct GraphLayout {
  struct Line {
    let text: String
    let css: String
    var isBold = false
  }

  struct Box {
    let lines: [Line]
    var frame: Frame
  }

  let width: Double
  private(set) var height = 0.0
  private(set) var boxes: [Box] = []
  private(set) var edges: [[Point]] = []
  let remark: String?
  private var isVertical = false

  private static let gap = 30.0

  init(_ graph: ComputationGraph, width: Double) {
    self.width = width
    let hasDerivatives = graph.nodes.contains { $0.derivatives != nil }
    remark =
      hasDerivatives
      ? "∂: the derivative of " + (graph.nodes.last?.name ?? "") + " with respect to it" : nil
    var slots = Slots(graph)
    slots.order()
    let texts = graph.nodes.map { Self.lines($0) }
    func size(_ node: Int) -> (width: Double, height: Double) {
      guard node < texts.count else { return (10, 10) }
      let widest = texts[node].reduce(0) { max($0, textWidth($1.text) * ($1.isBold ? 1.1 : 1)) }
      return (widest + 16, Double(texts[node].count) * lineHeight + 9)
    }
    let widths = slots.layers.map { $0.reduce(0) { max($0, size($1).width) } }
    isVertical = widths.reduce(0, +) + Double(max(widths.count - 1, 0)) * Self.gap > width
    var frames = Array(repeating: Frame(left: 0, top: 0, right: 0, bottom: 0), count: slots.count)
    if isVertical {
      var top = 0.0
      for layer in slots.layers {
        let deep = layer.reduce(0) { max($0, size($1).height) }
        let room = (width - Double(layer.count - 1) * 8) / Double(max(layer.count, 1))
        let total = layer.reduce(Double(layer.count - 1) * 8) { $0 + min(size($1).width, room) }
        var left = (width - total) / 2
        for node in layer {
          let wide = min(size(node).width, room)
          frames[node] = Frame(left: left, top: top, right: left + wide, bottom: top + deep)
          left += wide + 8
        }
        top += deep + 26
      }
      height = top - 26
    } else {
      let heights = slots.layers.map { layer in
        layer.reduce(Double(layer.count - 1) * 14) { $0 + size($1).height }
      }
      height = heights.reduce(0, max)
      var left = (width - widths.reduce(Double(widths.count - 1) * Self.gap, +)) / 2
      for (index, layer) in slots.layers.enumerated() {
        var top = (height - heights[index]) / 2
        for node in layer {
          let tall = size(node).height
          frames[node] = Frame(
            left: left, top: top, right: left + widths[index], bottom: top + tall)
          top += tall + 14
        }
        left += widths[index] + Self.gap
      }
    }
    boxes = texts.indices.map { Box(lines: texts[$0], frame: frames[$0].moved(down: 1)) }
    edges = slots.edges.map { path in
      var points: [Point] = []
      for (index, node) in path.enumerated() {
        let frame = frames[node].moved(down: 1)
        if index > 0 { points.append(frame.entry(isVertical)) }
        if index < path.count - 1 { points.append(frame.exit(isVertical)) }
      }
      return points
    }
    height = (height + 3 + (remark == nil ? 0 : 22)).roundedUp
  }

  private static func lines(_ node: ComputationGraph.Node) -> [Line] {
    let name = node.formula.map { node.name + " = " + $0 } ?? node.name
    var lines = [Line(text: name, css: Color.primary.css, isBold: true)]
    lines.append(Line(text: ComputationGraph.text(node.values), css: Color.primary.css))
    if let derivatives = node.derivatives {
      lines.append(
        Line(text: "∂ " + ComputationGraph.text(derivatives), css: Color.orange.css))
    }
    return lines
  }
}

extension Frame {
  fileprivate func moved(down distance: Double) -> Frame {
    Frame(left: left, top: top + distance, right: right, bottom: bottom + distance)
  }

  fileprivate func entry(_ isVertical: Bool) -> Point {
    isVertical ? Point(x: (left + right) / 2, y: top) : Point(x: left, y: (top + bottom) / 2)
  }

  fileprivate func exit(_ isVertical: Bool) -> Point {
    isVertical ? Point(x: (left + right) / 2, y: bottom) : Point(x: right, y: (top + bottom) / 2)
  }
}

/// The nodes of a graph in layers, with places for the edges that pass a layer.
private struct Slots {
  /// Numbers of nodes, and from their count on of places where an edge passes.
  var layers: [[Int]] = []
  /// The nodes and places that each edge visits.
  var edges: [[Int]] = []
  var count: Int

  init(_ graph: ComputationGraph) {
    let nodes = graph.nodes
    count = nodes.count
    var depth = Array(repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for input in node.inputs where input < index {
        depth[index] = max(depth[index], depth[input] + 1)
      }
    }
    // What is given stands just before what it is first needed for.
    for (index, node) in nodes.enumerated() where node.inputs.isEmpty {
      let users = nodes.indices.filter { nodes[$0].inputs.contains(index) }
      if let first = users.map({ depth[$0] }).min() { depth[index] = first - 1 }
    }
    layers = Array(repeating: [], count: (depth.max() ?? -1) + 1)
    for index in nodes.indices { layers[depth[index]].append(index) }
    for (index, node) in nodes.enumerated() {
      var seen: [Int] = []
      for input in node.inputs where input < index && !seen.contains(input) {
        seen.append(input)
        var path = [input]
        if depth[input] + 1 < depth[index] {
          for layer in depth[input] + 1..<depth[index] {
            layers[layer].append(count)
            path.append(count)
            count += 1
          }
        }
        edges.append(path + [index])
      }
    }
  }

  /// Orders each layer by where its neighbors stand, forth and back, so that few edges cross.
  mutating func order() {
    for round in 0..<6 {
      let forth = round % 2 == 0
      for layer in forth ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
      {
        let other = layers[forth ? layer - 1 : layer + 1]
        func mean(_ node: Int) -> Double {
          var sum = 0.0, found = 0.0
          for path in edges {
            guard let at = path.firstIndex(of: node) else { continue }
            let next = forth ? at - 1 : at + 1
            guard path.indices.contains(next), let place = other.firstIndex(of: path[next]) else {
              continue
            }
            sum += Double(place)
            found += 1
          }
          return found == 0 ? .infinity : sum / found
        }
        layers[layer] = stablySorted(layers[layer]) { mean($0) }
      }
    }
  }
}
