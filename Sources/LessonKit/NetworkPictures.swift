extension ComputationGraph {
  /// How a tensor was computed, with values and derivatives.
  ///
  ///     let y = (w * x + b).squared().named("y")
  ///     y.backward()
  ///     show("The derivative flows back.") { ComputationGraph(y.graph) }
  public init(_ graph: ExpressionGraph) {
    self.init(
      nodes: graph.nodes.map { node in
        Node(
          node.name, formula: node.formula, inputs: node.inputs, values: node.values,
          derivatives: node.derivatives)
      })
  }
}

extension LayerDiagram {
  /// The layers of a network, colored by the samples of one step: those of the first unless told.
  ///
  ///     LayerDiagram(history[.delta], value: "|δ|")
  public init(
    _ samples: [Sample], value title: String, step: Int? = nil, type: ScaleType = .log
  ) {
    let step = step ?? samples.first?.step
    self.init(
      layers: samples.filter { $0.step == step }.map { ($0.name, $0.value) }, value: title,
      type: type)
  }
}

extension ImageGrid {
  /// The examples of a data set as images of so many pixels a row, each under its class.
  ///
  ///     ImageGrid(digits.prefix(10), width: 8)
  public init(_ data: Dataset, width: Int) {
    self.init(
      images: (0..<data.count).map { index in
        let label = data.labels.isEmpty ? "" : String(data.labels[index])
        return Image(label, values: data.inputs[index])
      }, width: width)
  }

  /// What each unit of a layer weighs its inputs with, as images of so many pixels a row.
  ///
  ///     ImageGrid(weightsOf: network, layer: 1, width: 8)
  public init(weights: Tensor, width: Int) {
    self.init(
      images: (0..<weights.columns).map { unit in
        Image(String(unit + 1), values: weights.column(unit))
      }, width: width)
  }
}

extension Chart {
  /// What each unit answers to each example: a row an example, a column a unit.
  ///
  ///     Chart(activity: step.layers[1].output)
  public init(activity: Tensor) {
    self.init(0..<activity.rows) { example in
      for unit in 0..<activity.columns {
        RectangleMark(x: .value("Unit", unit + 1), y: .value("Example", example + 1))
          .foregroundStyle(by: .value("Output", activity[example, unit]))
      }
    }
  }
}

extension SmoothedLine {
  /// What was measured, at the steps at which it was.
  ///
  ///     SmoothedLine(x: "Step", y: "Loss", history[.loss], by: .movingAverage(20))
  public init(
    x: String, y: String, _ samples: [Sample], by smoothing: Smoothing, label: String = "",
    color: Color = .blue
  ) {
    self.init(
      x: x, y: y, samples.map { $0.value }, at: samples.map { $0.step }, by: smoothing,
      label: label, color: color)
  }
}
