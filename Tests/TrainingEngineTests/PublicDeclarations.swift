import Foundation

/// The public declarations of a module's sources, each with the examples of its documentation that
/// state an answer (`expression  // == answer`), which `gradus` runs in a test of its own.
struct PublicDeclarations {
  struct Declaration {
    /// Its own type or the type that it belongs to, such as `ExpressionGraph.Node`.
    var type: String
    /// `struct`, `func`, `init` …
    var kind: String
    var name: String
    var place: String
  }

  private(set) var all: [Declaration] = []
  /// The run examples by the type that they belong to: on the type itself, or on one of its members.
  private(set) var examples: [String: [String]] = [:]

  init(of module: String) throws {
    let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/\(module)")
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".swift") && !file.hasSuffix(".pb.swift") {
      read(try String(contentsOf: folder.appending(path: file), encoding: .utf8), file)
    }
  }

  /// A type whose body is open, and how deep that body is.
  private struct Scope {
    var depth: Int
    var name: String
    var isProtocol: Bool
  }

  private mutating func read(_ source: String, _ file: String) {
    var scopes: [Scope] = []
    var depth = 0
    var comment: [String] = []
    for (index, line) in source.components(separatedBy: "\n").enumerated() {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("///") {
        comment.append(String(line.dropFirst(3)))
        continue
      }
      let isMember = depth == scopes.last?.depth ?? 0
      if isMember, let match = line.firstMatch(of: Self.declaration)?.output {
        let (kind, rest) = (String(match.kind), String(match.rest))
        let isPublic = match.access == "public" || scopes.last?.isProtocol ?? false
        let outer = scopes.map(\.name).joined(separator: ".")
        let isType = ["struct", "class", "enum", "protocol", "extension"].contains(kind)
        let name = rest.firstMatch(of: isType ? /^[\w.\[\]]+/ : /^\w+|^[-+*\/]+/).map {
          String($0.output)
        }
        let type = isType ? (scopes.map(\.name) + [name ?? ""]).joined(separator: ".") : outer
        examples[type, default: []] += Self.examples(in: comment)
        if isPublic, kind != "extension", kind != "typealias" {
          all.append(
            Declaration(
              type: type, kind: kind,
              name: ["init", "subscript"].contains(kind) ? kind : name ?? "",
              place: "\(file):\(index + 1)"))
        }
        if isType {
          scopes.append(Scope(depth: depth + 1, name: name ?? "", isProtocol: kind == "protocol"))
        }
      }
      // An attribute or a condition may stand between a comment and its declaration.
      if !line.hasPrefix("@"), !line.hasPrefix("#") { comment = [] }
      let code = line.replacing(/"(\\.|[^"\\])*"/, with: "").replacing(/\/\/.*/, with: "")
      depth += code.count { $0 == "{" } - code.count { $0 == "}" }
      while let last = scopes.last, depth < last.depth, code.contains("}") { scopes.removeLast() }
    }
  }

  nonisolated(unsafe) private static let declaration =
    #/
    ^(@\w+(\([^)]*\))?\s)*
    ((?<access>public|package|private|fileprivate|internal)\s)?
    ((\w+\(set\)|final|static|convenience|prefix|mutating|nonisolated|consuming)\s)*
    (?<kind>struct|class|enum|protocol|extension|func|var|let|init|subscript|typealias)\b\s?
    (?<rest>.*)$
    /#

  /// The blocks of code of a comment in which some line states its answer.
  private static func examples(in comment: [String]) -> [String] {
    var blocks: [[String]] = [[]]
    var isFenced = false
    for line in comment {
      if line.hasPrefix(" ```") {
        isFenced = line == " ```swift"
        blocks.append([])
      } else if isFenced || line.hasPrefix("     ") {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([])
      }
    }
    return blocks.map { $0.joined(separator: "\n") }.filter { $0.contains("// == ") }
  }
}

extension PublicDeclarations {
  /// Whether a run example of its type shows a declaration by name.
  ///
  /// A type is shown by any example of its own or of its members; what a protocol asks for, by the
  /// protocol's examples; the functions that the compiler calls between braces, by an example of
  /// the braces.
  func isShown(_ one: Declaration) -> Bool {
    let requirements = Set(all.filter { $0.type == "Layer" }.map(\.name))
    let type = requirements.contains(one.name) && one.kind != "init" ? "Layer" : one.type
    let own = examples[one.type, default: []] + (type == one.type ? [] : examples["Layer"] ?? [])
    let text = own.joined(separator: "\n")
    switch one.kind {
    case "struct", "class", "enum", "protocol": return !own.isEmpty
    case "init":
      let name = one.type.split(separator: ".").last ?? ""
      return text.contains("\(name)(") || text.contains("\(name) {")
    case "subscript": return text.contains(/[\w)]\[/)
    case "func" where one.name == "callAsFunction": return text.contains(/\b\w+\(/)
    case "func" where one.type.hasSuffix("Builder"): return !own.isEmpty
    default:
      return text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == one.name }
        || (!one.name.contains(/\w/) && text.contains(one.name))
    }
  }
}
