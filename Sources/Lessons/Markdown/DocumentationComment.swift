/// The Markdown of a comment on a declaration, read as the text of a lesson is.
///
///     DocumentationComment("The *sum*.").blocks   // == [.paragraph([.text("The "), …])]
public struct DocumentationComment: Sendable {
  /// Its text: paragraphs, lists, tables and code, nothing that counts or refers in a course.
  public let blocks: [Block]

  /// Reads a comment; whatever it holds becomes text at worst.
  public init(_ text: String) {
    let folder = CourseFolder(name: "", contents: [])
    // An empty line, so that a line of dashes at the top is no front matter.
    let file = SourceFile(path: "", contents: [10] + Array(text.utf8))
    let lesson = ReadLesson(file, name: "comment.md", in: folder, allowsHTML: false)
    var links = LinkResolver(folder: folder, lessons: [], works: [])
    links.resolve(lesson)
    let experiments = lesson.lesson.experiments
    blocks = lesson.lesson.blocks.flatMap { Self.plain($0, experiments) }
  }

  private static func plain(_ block: Block, _ experiments: [Experiment]) -> [Block] {
    func plain(_ blocks: [Block]) -> [Block] { blocks.flatMap { Self.plain($0, experiments) } }
    switch block {
    case .experiment(let index):
      return [.code(language: "swift", text: experiments[index].shownCode)]
    case .container(_, let blocks): return plain(blocks)
    case .quote(let blocks): return [.quote(plain(blocks))]
    case .alert(let alert, let blocks): return [.alert(alert, plain(blocks))]
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = plain(list.items[index].blocks) }
      return [.list(list)]
    case .heading(_, _, let inlines): return plain([.paragraph([.strong(inlines)])])
    case .math(let formula): return [.code(language: "tex", text: formula.tex)]
    // What says no language is Swift here.
    case .code(nil, let text): return [.code(language: "swift", text: text)]
    default: return [block.mapInlines(Self.plain)]
    }
  }

  private static func plain(_ inline: Inline) -> Inline {
    switch inline {
    case .link(let destination, _, let inlines):
      let isWhole = ["https://", "http://"].contains { destination.hasPrefix($0) }
      return isWhole ? inline : .text(inlines.plainText)
    case .image, .citation, .footnote, .value: return .text([inline].plainText)
    case .reference(let label, _): return .text("@\(label)")
    case .term(_, let text): return .text(text)
    case .math(let formula): return .code(formula.tex)
    default: return inline
    }
  }
}
