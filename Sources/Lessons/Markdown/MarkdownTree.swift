import CMarkGFM
import Synchronization

/// A Markdown text as cmark-gfm parses it: with tables, strikethrough, autolinks, task lists and
/// footnotes.
final class MarkdownTree {
  let root: MarkdownNode
  private let document: OpaquePointer

  init(_ text: [UInt8]) {
    document = Self.parser.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      text.withUnsafeBytes { bytes in
        cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
      }
      return cmark_parser_finish(parser)
    }
    root = MarkdownNode(pointer: document)
  }

  deinit { cmark_node_free(document) }

  /// How deep blocks and inlines are nested.
  var depth: Int {
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    var depth = 0, deepest = 0
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER:
        depth += 1
        deepest = max(deepest, depth)
        // Leaves are entered and never left.
        if cmark_node_first_child(cmark_iter_get_node(iterator)) == nil { depth -= 1 }
      case CMARK_EVENT_EXIT:
        if cmark_node_first_child(cmark_iter_get_node(iterator)) != nil { depth -= 1 }
      default: return deepest
      }
    }
  }

  /// cmark keeps the extensions' special characters in a global table while it parses.
  private static let parser = Mutex(())
}

/// A node of a ``MarkdownTree``, valid as long as the tree is.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, task, table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case footnoteReference, strikethrough
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_DOCUMENT: .document
    default: kindOfExtension
    }
  }

  /// The kinds that extensions number when they are registered; a task has an item's number.
  private var kindOfExtension: Kind {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_header": .tableHeader
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    case "tasklist": .task
    default: .item
    }
  }

  var children: some Sequence<MarkdownNode> {
    sequence(first: cmark_node_first_child(pointer)) { cmark_node_next($0) }
      .lazy.prefix { $0 != nil }.map { MarkdownNode(pointer: $0!) }
  }

  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var literal: String { text(cmark_node_get_literal(pointer)) }
  var url: String { text(cmark_node_get_url(pointer)) }
  var title: String { text(cmark_node_get_title(pointer)) }
  var fenceInfo: String { text(cmark_node_get_fence_info(pointer)) }
  /// The opening fence of a code block, without its info string; nil for an indented block.
  var fence: String? {
    var length: Int32 = 0, offset: Int32 = 0, character: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) == 1 else { return nil }
    let mark = Character(Unicode.Scalar(UInt8(bitPattern: character)))
    return String(repeating: mark, count: Int(length))
  }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The number of the first item, or nil for a bulleted list.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  var isTight: Bool { cmark_node_get_list_tight(pointer) == 1 }
  var isChecked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  /// The alignment of each column of a table: 0, or the letter l, c or r.
  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let first = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: first, count: count))
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
