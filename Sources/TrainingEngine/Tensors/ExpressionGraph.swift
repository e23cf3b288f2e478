/// How a tensor was computed, step by step: what a chart or a page draws of an expression.
///
/// ```swift
/// let w = Tensor(3).named("w"), x = Tensor(2).named("x")
/// let y = (w * x + 1).squared().named("y")
/// y.backward()
/// print(y.graph)
/// // w = 3.0, derivative 28.0
/// // x = 2.0, derivative 42.0
/// // t2 = w * x = 6.0, derivative 14.0
/// // t3 = t2 + 1 = 7.0, derivative 14.0
/// // y = squared(t3) = 49.0, derivative 1.0
/// ```
///
/// Its parts can be asked for:
/// ```swift
/// let graph = (Tensor(3).named("w") * Tensor(2).named("x") + 1).named("y").graph
/// graph.nodes.map { $0.name }  // == ["w", "x", "t2", "y"]
/// graph.nodes[2].formula  // == "w * x"
/// graph.edges.count  // == 3
/// graph.description.contains("y = t2 + 1 = 7.0")  // == true
/// ```
public struct ExpressionGraph: Sendable, CustomStringConvertible {
  /// One tensor of the expression.
  ///
  /// ```swift
  /// let y = Tensor([[3, 4]]).named("x").squared()
  /// let node = y.graph.nodes[1]
  /// node.id  // == 1
  /// node.name  // == "t1"
  /// node.operation  // == "squared"
  /// node.formula  // == "squared(x)"
  /// node.inputs  // == [0]
  /// [node.rows, node.columns]  // == [1, 2]
  /// node.values  // == [9, 16]
  /// node.derivatives == nil  // == true
  /// ```
  public struct Node: Sendable {
    /// The place among the nodes, from 0.
    public let id: Int
    /// The name it was given by ``Tensor/named(_:)``, else "t" and its place.
    public let name: String
    /// The operation that made it, such as "+" or "tanh"; nil for a tensor that was given.
    public let operation: String?
    /// The operation with the names of what it was computed from: "w * x"; nil for one that was given.
    public let formula: String?
    /// The places of the nodes that it was computed from, in the order of the operation.
    public let inputs: [Int]
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The numbers, row after row.
    public let values: [Double]
    /// The derivatives that the last backward pass found, row after row; nil where there are none.
    public let derivatives: [Double]?
  }

  /// That one tensor was computed from another.
  ///
  /// ```swift
  /// let edge = Tensor(3).squared().graph.edges[0]
  /// [edge.from, edge.to]  // == [0, 1]
  /// ```
  public struct Edge: Sendable, Equatable {
    /// The place of the input among the nodes.
    public let from: Int
    /// The place of the result.
    public let to: Int
  }

  /// Every tensor behind the expression, inputs before results, the expression last.
  public let nodes: [Node]

  /// What was computed from what, result by result.
  public var edges: [Edge] {
    nodes.flatMap { node in node.inputs.map { Edge(from: $0, to: node.id) } }
  }

  /// A line a node.
  public var description: String {
    nodes.map { node in
      let formula = node.formula.map { "\($0) = " } ?? ""
      let derivative =
        node.derivatives.map { ", derivative \(text($0, columns: node.columns))" } ?? ""
      return "\(node.name) = \(formula)\(text(node.values, columns: node.columns))\(derivative)"
    }.joined(separator: "\n")
  }

  private func text(_ numbers: [Double], columns: Int) -> String {
    if numbers.count == 1 { return "\(numbers[0])" }
    let rows = stride(from: 0, to: numbers.count, by: columns).map { start in
      "[" + numbers[start..<start + columns].map { "\($0)" }.joined(separator: ", ") + "]"
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }
}

extension Tensor {
  /// This tensor, called `name` where an expression is shown.
  ///
  /// ```swift
  /// (2 * Tensor(3).named("x")).graph.nodes.last?.formula  // == "2 * x"
  /// ```
  @discardableResult
  public func named(_ name: String) -> Tensor {
    self.name = name
    return self
  }

  /// How this tensor was computed, with the values now in it and the derivatives of the last
  /// backward pass.
  public var graph: ExpressionGraph {
    let tensors = tensorsBehind
    for (place, tensor) in tensors.enumerated() { tensor.place = place }
    let names = tensors.enumerated().map { place, tensor in tensor.name ?? "t\(place)" }
    return ExpressionGraph(
      nodes: tensors.enumerated().map { place, tensor in
        let inputs = (tensor.operation?.inputs ?? []).map { $0.place }
        return ExpressionGraph.Node(
          id: place, name: names[place], operation: tensor.operation?.symbol,
          formula: tensor.operation?.formula(inputs.map { names[$0] }), inputs: inputs,
          rows: tensor.rows, columns: tensor.columns, values: tensor.values,
          derivatives: tensor.gradients?.values)
      })
  }

  /// This tensor and all it was computed from, inputs before results; an explicit stack, as in a plan.
  private var tensorsBehind: [Tensor] {
    var ordered: [Tensor] = []
    var stack: [(tensor: Tensor, next: Int)] = [(self, 0)]
    isVisited = true
    while let (tensor, next) = stack.popLast() {
      let inputs = tensor.operation?.inputs ?? []
      if next < inputs.count {
        stack.append((tensor, next + 1))
        if !inputs[next].isVisited {
          inputs[next].isVisited = true
          stack.append((inputs[next], 0))
        }
      } else {
        ordered.append(tensor)
      }
    }
    for tensor in ordered { tensor.isVisited = false }
    return ordered
  }
}
