/// A list of layers, each fed with the output of the one before.
///
/// Randomness enters by the seed and nowhere else: each parameter has a random stream of its own,
/// keyed by the seed and its name ("Dense 3 weights"), so that the same seed gives the same network
/// on every machine, and adding a layer leaves the weights of the others as they were.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Dense(from: 2, to: 16)
///   Sigmoid()
///   for _ in 1...9 {
///     Dense(from: 16, to: 16)
///     Sigmoid()
///   }
///   Dense(from: 16, to: 2)
/// }
/// network.layers.count  // == 21
/// network.names[2]  // == "Dense 2"
/// network.parameters[2].fullName  // == "Dense 2 weights"
/// network.parameterCount  // == 2530
/// network.precision == .float  // == true
/// Network(seed: 1) { Dense(from: 2, to: 1) }.description  // == "Network(seed: 1) {\n  Dense(from: 2, to: 1)  // 3 parameters\n}  // 3 parameters"
/// ```
public final class Network: CustomStringConvertible {
  /// What the random streams are keyed by.
  ///
  /// ```swift
  /// func weight(seed: Int) -> Double {
  ///   Network(seed: seed) { Dense(from: 2, to: 1) }.parameters[0].value[0, 0]
  /// }
  /// weight(seed: 1) == weight(seed: 1)  // == true
  /// weight(seed: 1) == weight(seed: 2)  // == false
  /// ```
  public let seed: Int
  /// How numbers are stored.
  public let precision: Precision
  /// The layers, from input to output.
  public let layers: [any Layer]
  /// The name of each layer: its kind and its number among its kind, "Dense 3".
  public let names: [String]
  let store: ParameterStore
  /// The names of the classes that it was trained on last, where the data had names.
  var learnedClasses: [String] = []

  /// A network of the layers between the braces.
  public init(
    seed: Int, precision: Precision = .float, file: StaticString = #filePath, line: UInt = #line,
    @NetworkBuilder _ layers: () -> [any Layer]
  ) {
    let layers = layers()
    check(!layers.isEmpty, .emptyNetwork, file, line)
    if let mistake = Network.mistake(in: layers) { stop(mistake, file, line) }
    self.seed = seed
    self.precision = precision
    self.layers = layers
    names = Network.names(of: layers)
    store = ParameterStore(
      zip(layers, names).flatMap(Network.namedParameters), seed: seed, precision: precision)
    for (layer, name) in zip(layers, names) {
      layer.prepare(precision: precision, seed: seed, name: name)
    }
  }

  /// Every parameter, from the first layer to the last.
  public var parameters: [Parameter] { store.parameters }

  /// The number of numbers that training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// The source that makes the network, with the number of parameters of each layer.
  public var description: String {
    let precision = precision == .float ? "" : ", precision: .double"
    let lines = layers.map { layer in
      let count = layer.parameterCount
      return "  \(layer.description)"
        + (count == 0 ? "\n" : "  // \(count) parameter\(count == 1 ? "" : "s")\n")
    }
    return
      "Network(seed: \(seed)\(precision)) {\n\(lines.joined())}  // \(parameterCount) parameters"
  }

  /// Every parameter of a layer with its name in the network: "Dense 3 weights", or of a layer inside
  /// another "Residual 2 Dense 1 weights".
  private static func namedParameters(
    _ layer: any Layer, _ name: String
  ) -> [(parameter: Parameter, fullName: String)] {
    if layer.layers.isEmpty {
      return layer.parameters.map { ($0, "\(name) \($0.name)") }
    }
    return zip(layer.layers, names(of: layer.layers)).flatMap {
      namedParameters($0, "\(name) \($1)")
    }
  }

  static func names(of layers: [any Layer]) -> [String] {
    var kinds: [(kind: String, count: Int)] = []
    return layers.map { layer in
      let kind = layer.kind
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].count += 1
        return "\(kind) \(kinds[index].count)"
      }
      kinds.append((kind, 1))
      return "\(kind) 1"
    }
  }

  /// A layer and all layers inside it.
  private static func parts(of layer: any Layer) -> [any Layer] {
    [layer] + layer.layers.flatMap(parts)
  }

  /// What is wrong with how the layers follow one another.
  package static func mistake(in layers: [any Layer]) -> Mistake? {
    var columns: Int?
    var maker = ""
    var used: [any Layer] = []
    for layer in layers {
      for part in Network.parts(of: layer) {
        if part.parameters.contains(where: { $0.hasValue })
          || used.contains(where: { $0 === part })
        {
          return .layerUsedTwice(part.description)
        }
        used.append(part)
      }
      if let columns, let expected = layer.inputColumns, columns != expected {
        return .layerExpects(layer.description, expected, got: columns, from: maker)
      }
      if let made = layer.outputColumns ?? layer.inputColumns {
        columns = made
        maker = layer.description
      }
    }
    return nil
  }

  /// What is wrong with sending `examples` rows of `features` numbers through the network.
  package func mistake(examples: Int, features: Int, mode: Mode) -> Mistake? {
    mistake(in: layers, examples: examples, features: features, mode: mode)
  }

  func mistake(
    in layers: [any Layer], examples: Int, features: Int, mode: Mode
  ) -> Mistake? {
    var before: String?
    for layer in layers {
      if let expected = layer.inputColumns {
        if expected != features {
          if let before {
            return .layerHidesItsWidth(layer.description, expected, got: features, from: before)
          }
          return .dataDoesNotFit(
            layer.description, expected, got: features, isSequence: layer.role == .recurrent)
        }
        break
      }
      // From here on each layer was compared with the one before when the network was made.
      if layer.outputColumns != nil { break }
      // A width that differs can only come from a layer of a lesson's own that does not tell it.
      if !layer.parameters.isEmpty { before = layer.description }
    }
    for layer in layers {
      if let sentence = layer.mistake(examples: examples, mode: mode) { return Mistake(sentence) }
    }
    return nil
  }
}

extension Mistake {
  package static let emptyNetwork = Mistake(
    "A network needs at least one layer: Network(seed: 1) { Dense(from: 2, to: 2) }.")

  package static func layerUsedTwice(_ layer: String) -> Mistake {
    Mistake("\(layer) already belongs to a network; write \(layer) again to make a new layer.")
  }

  package static func layerExpects(
    _ layer: String, _ expected: Int, got columns: Int, from maker: String
  ) -> Mistake {
    Mistake(
      "\(layer) expects rows of \(expected) numbers, but gets rows of \(columns) from \(maker).")
  }

  package static func layerHidesItsWidth(
    _ layer: String, _ expected: Int, got features: Int, from maker: String
  ) -> Mistake {
    Mistake(
      "\(layer) expects rows of \(expected) numbers, but \(maker) before it does not say that it makes "
        + "them from rows of \(features): declare var outputColumns: Int? { \(expected) } in it.")
  }

  package static func dataDoesNotFit(
    _ layer: String, _ expected: Int, got features: Int, isSequence: Bool = false
  ) -> Mistake {
    Mistake(
      "\(layer) expects rows of \(expected) numbers, but the data has rows of \(features); "
        + (isSequence
          ? "a row is a whole sequence: as many numbers as from: times steps:."
          : "write from: \(features) in the first layer, or choose other data."))
  }
}
