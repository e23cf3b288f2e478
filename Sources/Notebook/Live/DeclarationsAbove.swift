import Foundation

/// What a live block needs of the blocks above it: their declarations.
///
/// A page runs the block alone. Variables of the blocks above get their values when they are first
/// used, so that the page computes what the block needs and nothing else; statements are left out.
package struct DeclarationsAbove {
  /// The text, each line where it was.
  package let text: String

  /// - Parameter source: the text of the blocks above.
  /// - Parameter folder: where the compiler may be handed a file.
  package init(in source: String, folder: URL, usr: URL) throws {
    let file = folder.appending(path: "main.swift")
    try Data(source.utf8).write(to: file)
    let tree = try SyntaxTree(of: file, usr: usr)
    var bytes = Array(source.utf8)
    let items = tree.nodes.filter { $0.kind != "var_decl" }
    for (index, item) in items.enumerated() where item.isStatement {
      guard let range = item.range else { continue }
      let next = index + 1 < items.count ? items[index + 1].range?.lowerBound : nil
      bytes.blank(range.lowerBound..<(next ?? bytes.count))
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

extension SyntaxTree.Node {
  /// Whether it is code at the top level that declares no variable.
  fileprivate var isStatement: Bool {
    kind == "top_level_code_decl"
      && !self["body"].flatMap { $0["elements"] }.contains { $0.kind == "pattern_binding_decl" }
  }
}

extension [UInt8] {
  /// Puts spaces in the place of all but ends of lines, up to the next `#sourceLocation`.
  fileprivate mutating func blank(_ range: Range<Int>) {
    let directive = Array("#sourceLocation".utf8)
    for index in range {
      let isLineStart = index == 0 || self[index - 1] == 10
      if isLineStart, self[index...].starts(with: directive) { return }
      if self[index] != 10 { self[index] = 32 }
    }
  }
}
