import SVGCharts

/// Pictures of networks and of what is in them.
extension GoldenCharts {
  static let networks: [GoldenChart] = [
    ("computation", "Each factor of the derivative is on the way back", computation),
    ("computation-residual", "A residual branch passes the derivative on", residual),
    ("layers-eight", "The gradient shrinks to a thousandth", layersEight),
    ("layers-sixty", "Sixty layers, the first of them without a gradient", layersSixty),
    ("digits", "Three digits of eight by eight pixels", digits),
    ("misread-digits", "What each digit is, and what it is taken for", misreadDigits),
    ("weights", "What twelve units look for", weights),
  ]

  static var computation: ComputationGraph {
    ComputationGraph(nodes: [
      .init("w", values: [3], derivatives: [28]), .init("x", values: [2], derivatives: [42]),
      .init("b", values: [1], derivatives: [14]),
      .init("t", formula: "w * x", inputs: [0, 1], values: [6], derivatives: [14]),
      .init("u", formula: "t + b", inputs: [3, 2], values: [7], derivatives: [14]),
      .init("y", formula: "squared(u)", inputs: [4], values: [49], derivatives: [1]),
    ])
  }

  static var residual: ComputationGraph {
    ComputationGraph(nodes: [
      .init("x", values: [0.5, 1, -2, 4], derivatives: [0.25, 0.25, 0.25, 0.25]),
      .init("h", formula: "relu(x)", inputs: [0], values: [0.5, 1, 0, 4]),
      .init("f", formula: "0.1 * h", inputs: [1], values: [0.05, 0.1, 0, 0.4]),
      .init("s", formula: "x + f", inputs: [0, 2], values: [0.55, 1.1, -2, 4.4]),
      .init("loss", formula: "average(s)", inputs: [3], values: [1.01]),
    ])
  }

  static var layersEight: LayerDiagram {
    LayerDiagram(
      layers: Samples.geometric(first: 1e-3, ratio: 2.7, layers: 8).map {
        ("Dense \($0.layer)", $0.value)
      }, value: "|δ|")
  }

  static var layersSixty: LayerDiagram {
    LayerDiagram(
      layers: Samples.geometric(first: 1e-12, ratio: 1.6, layers: 60).map {
        ("Dense \($0.layer)", $0.layer < 4 ? 0 : $0.layer == 60 ? .nan : $0.value)
      }, value: "|δ|")
  }

  private static var strokes: [[Double]] {
    [
      "00155100015885100580018508000080080000800580018501588510001551000",
      "00018800001588000058880000008800000088000000880000008800005888850",
      "01588510058008500000085000005850000585000058500005850000888888880",
    ].map { $0.utf8.prefix(64).map { Double($0 - 48) * 2 } }
  }

  static var digits: ImageGrid {
    ImageGrid(
      images: strokes.enumerated().map { .init("\($0)", values: $1) }, width: 8)
  }

  static var misreadDigits: ImageGrid {
    let titles = ["0 → 6", "1 → 7", "2 → 3", "zero, read as eight", "one, read as seven"]
    return ImageGrid(
      images: titles.enumerated().map { .init($1, values: strokes[$0 % 3]) }, width: 8)
  }

  static var weights: ImageGrid {
    ImageGrid(
      images: (0..<12).map { unit in
        .init(values: (0..<64).map { Samples.noise(unit * 64 + $0) * ($0 % 8 < 4 ? 1 : 0.3) })
      }, width: 8)
  }
}
