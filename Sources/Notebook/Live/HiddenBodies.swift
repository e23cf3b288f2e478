import Foundation

/// A module's sources with the bodies of functions kept from its clients.
///
/// Embedded Swift compiles into each client all that it could reach of the modules that it imports,
/// which takes half a minute for a lesson. What is marked `@export(interface)` is compiled once, with
/// its own module. Only what is generic has to be seen, since it is compiled for the types it meets.
///
/// Nor are long bodies copied to where their own module calls them: the charts take a seventh less of
/// what a reader waits for.
package struct HiddenBodies {
  /// The text of each file, in their order.
  package let texts: [String]

  package init(of files: [URL], usr: URL) throws {
    let contents = try files.map { [UInt8](try Data(contentsOf: $0)) }
    let trees = try files.map { try SyntaxTree(of: $0, usr: usr, isLibrary: true) }
    var marker = Marker()
    // Types are found in a first round, since extensions of them can stand in other files.
    for (tree, bytes) in zip(trees, contents) { _ = marker.places(in: tree.nodes, bytes) }
    texts = zip(trees, contents).map { tree, bytes in
      var marked = bytes
      for place in marker.places(in: tree.nodes, bytes).sorted(by: { $0.start > $1.start }) {
        let attributes = (place.isLong ? "@inline(never) " : "") + "@export(interface) "
        marked.insert(contentsOf: attributes.utf8, at: place.start)
      }
      return String(decoding: marked, as: UTF8.self)
    }
  }
}

/// Finds the declarations that are not generic.
private struct Marker {
  struct Place {
    let start: Int
    /// Whether a call takes less code than a copy.
    let isLong: Bool
  }

  /// Protocols and generic types, whose extensions are generic.
  private var generic: Set<Substring> = []

  mutating func places(in nodes: [SyntaxTree.Node], _ bytes: [UInt8]) -> [Place] {
    nodes.flatMap { node -> [Place] in
      guard let range = node.range else { return [] }
      let body: ClosedRange<Int>
      switch node.kind {
      case "protocol", "struct_decl", "class_decl", "enum_decl", "extension_decl":
        let head = bytes.text(from: range.lowerBound, to: UInt8(ascii: "{"))
        if isGeneric(node, head) { return [] }
        return places(in: node["members"], bytes)
      case "func_decl", "constructor_decl":
        guard let whole = node["body"].first?.range else { return [] }
        body = whole
        let head = String(decoding: bytes[range.lowerBound..<body.lowerBound], as: UTF8.self)
        let name = head.prefix { $0 != "(" }
        if name.contains("<") || head.contains("some ") { return [] }
      case "var_decl":
        guard let whole = node["accessors"].compactMap({ $0["body"].first?.range }).first
        else { return [] }
        body = whole
      default: return []
      }
      let start = bytes.startOfLine(around: range.lowerBound)
      let before = bytes.text(from: start - 120, upTo: start)
      if before.hasSuffix("@inline(__always)") { return [] }
      return [Place(start: start, isLong: body.count > 60 && !before.hasSuffix("@inline(never)"))]
    }
  }

  private mutating func isGeneric(_ node: SyntaxTree.Node, _ head: String) -> Bool {
    let name = head.split { !($0.isLetter || $0.isNumber || $0 == "_") }.dropFirst().first ?? ""
    if node.kind == "extension_decl" {
      return head.contains(" where ") || head.contains("[") || generic.contains(name)
        || Self.foreign.contains(name)
    }
    let isGeneric = node.kind == "protocol" || head.prefix { $0 != ":" }.contains("<")
    if isGeneric { generic.insert(name) }
    return isGeneric
  }

  /// Those of the standard library.
  private static let foreign: Set<Substring> = [
    "Array", "Sequence", "Collection", "BidirectionalCollection", "RandomAccessCollection", "Slice",
    "Optional", "Dictionary", "ClosedRange", "Range", "BinaryFloatingPoint", "FixedWidthInteger",
    "Comparable", "UnsafeBufferPointer", "UnsafeMutableBufferPointer", "UnsafeRawBufferPointer",
  ]
}

extension [UInt8] {
  fileprivate func text(from start: Int, to end: UInt8) -> String {
    String(decoding: self[start...].prefix { $0 != end }, as: UTF8.self)
  }

  fileprivate func text(from start: Int, upTo end: Int) -> String {
    let text = String(decoding: self[Swift.max(0, start)..<end], as: UTF8.self)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Where the line begins that holds `index`, its indentation skipped.
  fileprivate func startOfLine(around index: Int) -> Int {
    var start = (self[..<index].lastIndex(of: 10) ?? -1) + 1
    while self[start] == 32 { start += 1 }
    return start
  }
}
