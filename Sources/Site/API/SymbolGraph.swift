import Foundation

/// What the compiler writes of a module, as far as a page needs it.
///
/// See `SymbolGraph` in apple/swift-docc-symbolkit for the format.
private struct SymbolGraph: Decodable {
  var module: Module
  var symbols: [Symbol]
  var relationships: [Relationship]

  struct Module: Decodable { var name: String }

  struct Symbol: Decodable {
    var kind: Kind
    var identifier: Identifier
    var pathComponents: [String]
    var docComment: Comment?
    var declarationFragments: [Fragment]?

    struct Kind: Decodable { var identifier: String }
    struct Identifier: Decodable { var precise: String }
    struct Comment: Decodable {
      var lines: [Line]
      struct Line: Decodable { var text: String }
    }
    struct Fragment: Decodable {
      var kind: String
      var spelling: String
      var preciseIdentifier: String?
    }
  }

  struct Relationship: Decodable {
    var kind: String
    var source: String
    var target: String
    var targetFallback: String?
  }
}

extension Interface {
  /// Reads symbol graphs, a JSON text each; one that cannot be read makes the whole empty, since
  /// half of it would lead readers astray.
  public init(symbolGraphs: [[UInt8]]) {
    self.init(declarations: [])
    let decoder = JSONDecoder()
    let graphs = symbolGraphs.compactMap { try? decoder.decode(SymbolGraph.self, from: Data($0)) }
    guard graphs.count == symbolGraphs.count else { return }
    var parents: [String: String] = [:]
    var replaced: Set<String> = []
    for relationship in graphs.flatMap(\.relationships) {
      switch relationship.kind {
      case "memberOf", "requirementOf": parents[relationship.source] = relationship.target
      case "defaultImplementationOf": replaced.insert(relationship.source)
      default: break
      }
    }
    let symbols = graphs.flatMap { graph in graph.symbols.map { (graph.module.name, $0) } }
    let names = Dictionary(
      symbols.map { ($1.identifier.precise, $1.pathComponents.joined(separator: ".")) }
    ) { first, _ in first }
    for (module, symbol) in symbols {
      let id = symbol.identifier.precise
      // What is added to types of other modules, such as Swift's own, has no page here.
      let isOurs = symbol.pathComponents.count == 1 || names[parents[id] ?? ""] != nil
      guard let kind = Kind(rawValue: symbol.kind.identifier), isOurs, !replaced.contains(id),
        let top = symbol.pathComponents.first, !top.hasPrefix("_")
      else { continue }
      var declaration = Declaration(
        id: id, parent: parents[id] ?? "", module: module, kind: kind,
        name: symbol.pathComponents.last ?? top,
        path: symbol.pathComponents.joined(separator: "."),
        code: (symbol.declarationFragments ?? []).map {
          Piece(kind: $0.kind, text: $0.spelling, id: $0.preciseIdentifier ?? "")
        },
        comment: (symbol.docComment?.lines ?? []).map(\.text).joined(separator: "\n"))
      declaration.dropCallSiteParameters()
      declarations.append(declaration)
    }
    for relationship in graphs.flatMap(\.relationships)
    where ["conformsTo", "inheritsFrom"].contains(relationship.kind) {
      let other = names[relationship.target]
      let fallback = relationship.targetFallback?.split(separator: ".").last.map(String.init)
      guard names[relationship.source] != nil, let name = other ?? fallback,
        !Self.unspoken.contains(name)
      else { continue }
      conformances.append(
        Conformance(type: relationship.source, id: relationship.target, name: name))
    }
    digest = Self.digest(of: cache)
  }

  /// What nearly every type conforms to without saying so.
  private static let unspoken: Set<String> = [
    "BitwiseCopyable", "Copyable", "Escapable", "SendableMetatype",
  ]
}
