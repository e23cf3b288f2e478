/// A picture of how a number is computed: each step with its value and its derivative, from the
/// inputs to the result.
///
///     show("The derivative flows back through each step.") { ComputationGraph(y.graph) }
///
/// It runs from left to right where there is room, else from top to bottom.
public struct ComputationGraph: Sendable {
  /// One step of the computation.
  public struct Node: Sendable {
    let name: String, formula: String?
    let inputs: [Int]
    let values: [Double], derivatives: [Double]?

    /// A step.
    ///
    /// - Parameters:
    ///   - formula: what it was computed by, "w * x"; `nil` for what was given.
    ///   - inputs: the places, among the nodes, of those that it was computed from; earlier ones.
    ///   - derivatives: of the last node with respect to this one.
    public init(
      _ name: String, formula: String? = nil, inputs: [Int] = [], values: [Double],
      derivatives: [Double]? = nil
    ) {
      self.name = name
      self.formula = formula
      self.inputs = inputs
      self.values = values
      self.derivatives = derivatives
    }
  }

  let nodes: [Node]

  /// The graph of nodes, inputs before results, the result last.
  public init(nodes: [Node]) { self.nodes = nodes }
}

extension ComputationGraph: Graphic {
  /// The height that the nodes need.
  public func height(forWidth width: Int) -> Int {
    Int(GraphLayout(self, width: Double(width)).height)
  }

  /// The graph as an SVG element; its height follows from its nodes.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    GraphLayout(self, width: Double(width))
      .drawing(id: id, name: name.utf8.isEmpty ? subject : name, description: summary)
  }

  /// The steps in words, of a large graph the first and the last.
  public var summary: String {
    let told = nodes.count <= 8 ? Array(nodes.indices) : Array(0..<3) + [nodes.count - 1]
    let steps = told.map { index in
      let node = nodes[index]
      return node.name + (node.formula.map { " = " + $0 } ?? "") + " is "
        + Self.text(node.values)
        + (node.derivatives.map { ", derivative " + Self.text($0) } ?? "")
    }
    return subject + ". " + steps.joined(separator: "; ") + "."
  }

  /// Nothing is missing.
  public var notices: [String] { [] }

  /// A row for each step.
  public var panelData: [PanelData] {
    let columns = ["Name", "Computed as", "Value", "Derivative"]
    let rows = nodes.map { node in
      [
        node.name, node.formula ?? "", Self.text(node.values),
        node.derivatives.map { Self.text($0) } ?? "",
      ]
    }
    func exact(_ numbers: [Double]) -> String {
      numbers.map { $0.description }.joined(separator: " ")
    }
    let lines = nodes.map { node in
      line([
        node.name, node.formula ?? "", exact(node.values), node.derivatives.map(exact) ?? "",
      ])
    }
    return [
      PanelData(
        title: "", table: ChartTable(columns: columns, rows: rows),
        csv: line(columns) + lines.joined())
    ]
  }

  private var subject: String {
    "Computation of " + (nodes.last?.name ?? "nothing") + " in " + String(nodes.count)
      + (nodes.count == 1 ? " node" : " nodes")
  }

  /// Up to three numbers, or how many there are.
  static func text(_ numbers: [Double]) -> String {
    numbers.count > 3
      ? String(numbers.count) + " numbers"
      : numbers.map { ReaderNumber.text($0) }.joined(separator: ", ")
  }
}
