import Foundation

/// What the compiler sees in a Swift file before it looks up any name.
///
/// The compiler's own parser is asked, so that its view and ours cannot differ.
struct SyntaxTree {
  /// The parts of the file that stand at its top level, or of another node.
  let nodes: [Node]

  struct Node {
    /// What the compiler calls it: `func_decl`, `top_level_code_decl`.
    let kind: String
    /// From its first byte to the first byte of its last token; nil for what the compiler added.
    let range: ClosedRange<Int>?
    fileprivate let fields: [String: Any]

    fileprivate init?(_ value: Any) {
      guard let fields = value as? [String: Any], let kind = fields["_kind"] as? String else {
        return nil
      }
      self.kind = kind
      self.fields = fields
      let range = fields["range"] as? [String: Any]
      if let start = range?["start"] as? Int, let end = range?["end"] as? Int, start <= end {
        self.range = start...end
      } else {
        self.range = nil
      }
    }

    /// The nodes that a field holds, be it one or a list of them.
    subscript(field: String) -> [Node] {
      if let list = fields[field] as? [Any] { return list.compactMap { Node($0) } }
      return fields[field].flatMap { Node($0) }.map { [$0] } ?? []
    }

    /// All nodes below this one, and itself, that `isWanted` takes.
    func all(_ isWanted: (Node) -> Bool) -> [Node] {
      (isWanted(self) ? [self] : []) + children.flatMap { $0.all(isWanted) }
    }

    private var children: [Node] { fields.values.flatMap { Self.nodes(in: $0) } }

    private static func nodes(in value: Any) -> [Node] {
      if let node = Node(value) { return [node] }
      return (value as? [Any])?.flatMap { nodes(in: $0) } ?? []
    }
  }

  /// Parses a file; without nodes if the compiler cannot.
  ///
  /// - Parameter isLibrary: whether the file may hold declarations only.
  init(of file: URL, usr: URL, isLibrary: Bool = false) throws {
    let result = try Command(
      usr.appending(path: "bin/swift-frontend").path,
      ["-frontend", "-dump-parse", "-dump-ast-format", "json", file.path]
        + (isLibrary ? ["-parse-as-library"] : [])
    ).run()
    let value = try? JSONSerialization.jsonObject(with: Data(result.output.utf8))
    nodes = SyntaxTree.Node(value ?? [])?["items"] ?? []
  }
}
