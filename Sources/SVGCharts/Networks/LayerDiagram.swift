/// A network as a row of layers, from input to output, each in the color of a number that was
/// measured there.
///
///     show("The gradient dies on its way to the input.") {
///       LayerDiagram(history[.delta], value: "|δ|")
///     }
///
/// Colors are on a logarithmic scale unless told; zero, NaN and infinity have patterns of their own.
public struct LayerDiagram: Sendable {
  let layers: [(name: String, value: Double)]
  private let chart: Chart

  /// A diagram of layers with their names.
  public init(
    layers: [(name: String, value: Double)], value title: String, type: ScaleType = .log
  ) {
    self.layers = layers
    // The same numbers as cells: the legend, the words and the table are theirs.
    chart = Chart(layers.indices) {
      RectangleMark(x: .value("Layer", layers[$0].name), y: .value("", 0))
        .foregroundStyle(by: .value(title, layers[$0].value))
    }
    .chartForegroundStyleScale(type: type)
  }
}

extension LayerDiagram: Graphic {
  /// The height of its rows of layers.
  public func height(forWidth width: Int) -> Int { Int(layout(Double(width)).height) }

  /// What the colors show, in words.
  public var summary: String {
    let title = chart.data.cellColors?.title ?? ""
    let told = layers.count <= 12 ? layers : [layers[0], layers[layers.count - 1]]
    return String(layers.count) + " layers from input to output, colored by " + title + ": "
      + told.map { $0.name + " " + ReaderNumber.text($0.value) }.joined(separator: ", ") + "."
  }

  /// What has no color.
  public var notices: [String] { [] }

  /// A row for each layer.
  public var panelData: [PanelData] {
    let columns = ["Layer", chart.data.cellColors?.title ?? ""]
    return [
      PanelData(
        title: "",
        table: ChartTable(
          columns: columns,
          rows: layers.map { [$0.name, ReaderNumber.text($0.value, significant: 5)] }),
        csv: line(columns) + layers.map { line([$0.name, $0.value.description]) }.joined())
    ]
  }

  /// The diagram as an SVG element; its height follows from its layers.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    let layout = layout(Double(width))
    var svg = SVGText()
    svg.openChart(
      width: Double(width), height: layout.height, role: "img", id: id,
      name.utf8.isEmpty ? "Layers" : name, summary)
    let legend = CellLegend(ChartPlan(chart), width: Double(width))
    if let legend { svg.text += legend.drawn(top: 0) }
    var pieces = CellPieces()
    var arrows = PathData(), frames = PathData()
    for (index, layer) in layers.enumerated() {
      let left = Double(index % layout.perRow) * (layout.box + layout.gap)
      let top = layout.top + Double(index / layout.perRow) * layout.row
      let frame = Frame(left: left, top: top, right: left + layout.box, bottom: top + 26)
      if let legend { pieces.add(legend.colors.cell(layer.value), frame) }
      frames.outline([
        Point(x: frame.left, y: frame.top), Point(x: frame.right, y: frame.top),
        Point(x: frame.right, y: frame.bottom), Point(x: frame.left, y: frame.bottom),
      ])
      if index + 1 < layers.count, (index + 1) % layout.perRow != 0 {
        let tip = Point(x: frame.right + layout.gap - 1, y: top + 13)
        arrows.arrowHead(from: Point(x: frame.right, y: top + 13), to: tip, size: layout.gap - 3)
      }
      svg.element(
        "text",
        [
          ("x", decimal((frame.left + frame.right) / 2)), ("y", decimal(frame.bottom + 14)),
          ("text-anchor", "middle"), ("fill", muted),
        ], layout.isDense ? String(index + 1) : shortened(layer.name, to: layout.box + layout.gap))
      guard !layout.isDense else { continue }
      svg.element(
        "text",
        [
          ("x", decimal((frame.left + frame.right) / 2)), ("y", decimal(frame.bottom + 29)),
          ("text-anchor", "middle"),
        ], shortened(ReaderNumber.text(layer.value, significant: 2), to: layout.box + layout.gap))
    }
    svg.text += pieces.drawn(legend?.colors)
    if !frames.isEmpty { svg.path(frames, [("fill", "none"), ("stroke", muted)], tip: nil) }
    if !arrows.isEmpty { svg.path(arrows, [("fill", muted)], tip: nil) }
    svg.close("svg")
    return svg.text
  }

  private func layout(
    _ width: Double
  ) -> (
    perRow: Int, box: Double, gap: Double, row: Double, isDense: Bool, top: Double, height: Double
  ) {
    let isDense = layers.count > 12
    let widest = layers.reduce(40) {
      max($0, textWidth($1.name), textWidth(ReaderNumber.text($1.value, significant: 2)))
    }
    let (least, gap) = isDense ? (26.0, 8.0) : (min(widest, 100), 12.0)
    let most = max(1, Int((width + gap) / (least + gap)))
    let rows = (layers.count + most - 1) / most
    let perRow = max(1, rows == 0 ? 1 : (layers.count + rows - 1) / rows)
    let box = min((width - Double(perRow - 1) * gap) / Double(perRow), 100).roundedDown
    let row = isDense ? 46.0 : 62
    let top = (CellLegend(ChartPlan(chart), width: width)?.height ?? 0) + 4
    return (perRow, box, gap, row, isDense, top, top + Double(rows) * row)
  }
}
