import Lessons
import TranscriptFormat

/// The page of a type or of functions of one name.
struct InterfacePage {
  let page: InterfacePages.Page
  let pages: InterfacePages
  private var context: LessonBody.Context

  /// - Parameter context: what all pages share; its links lead from one of these pages.
  init(_ page: InterfacePages.Page, of pages: InterfacePages, context: LessonBody.Context) {
    self.page = page
    self.pages = pages
    self.context = context
    self.context.symbols.hidden.insert(page.name)
  }

  /// What the template `api.mustache` is filled with.
  func values(_ course: Course) -> TemplateValues {
    let kind = page.declarations.count > 1 ? "Functions" : page.declarations[0].kind.title
    var values = TextPage(title: page.name, text: html, address: "api/\(page.file)").values(course)
    values["kind"] = "text api"
    values["what"] = context.words("% of %", context.words(kind), page.module)
    values["description"] = summary.nonEmpty
    values["up"] = "../"
    return values
  }

  /// The first sentence or sentences of the first comment, without markup.
  var summary: String {
    guard case .paragraph(let inlines)? = page.declarations[0].blocks.first else { return "" }
    return inlines.plainText
  }

  private var html: HTML {
    guard page.declarations.count == 1 else {
      return page.declarations.map { member($0, level: 2) }.joined()
    }
    return contents(of: page.declarations[0], level: 2)
  }

  /// A declaration with its comment and, below headings of a level, what it has.
  private func contents(of declaration: Interface.Declaration, level: Int) -> HTML {
    var html = declaration.html(pages)
    html += comment(declaration)
    html += relations(of: declaration)
    let members = pages.members[declaration.id] ?? []
    for group in Interface.groups {
      let listed = members.filter { group.kinds.contains($0.kind) }
      if listed.isEmpty { continue }
      html += "<h\(level)>\(context.words(group.title))</h\(level)>\n"
      html += listed.map { member($0, level: level + 1) }.joined()
    }
    return html
  }

  private func member(_ declaration: Interface.Declaration, level: Int) -> HTML {
    let anchor = pages.anchor(of: declaration)
    let depth = min(level, 6)
    return """
      <div class="heading"><h\(depth) id="\(anchor)"><code>\(declaration.name)</code></h\(depth)>\
      <a class="anchor" href="#\(anchor)" \
      aria-label="\(context.words("Permanent link to “%”", declaration.name))">#</a></div>
      \(contents(of: declaration, level: level + 1))
      """
  }

  private func comment(_ declaration: Interface.Declaration) -> HTML {
    let parts = CommentParts(declaration.blocks.map { $0.mapInlines(linked) })
    var body = LessonBody(
      Lesson(path: "", slug: "", title: "", blocks: []), Transcript(experiments: 0, values: 0),
      number: 0, context: context)
    var html = body.blocks(parts.text)
    guard !parts.fields.isEmpty else { return html }
    html += "<dl class=\"fields\">\n"
    for field in parts.fields {
      let name: HTML =
        field.isParameter ? "<code>\(field.name)</code>" : "\(context.words(field.name))"
      html += "<dt>\(name)</dt>\n<dd>\(body.blocks(field.blocks))</dd>\n"
    }
    return html + "</dl>\n"
  }

  /// A link for a name in code that is a declaration: `Network` or `History/skippedSteps`.
  private func linked(_ inline: Inline) -> Inline {
    guard case .code(let text) = inline, let address = pages.address(of: text, on: page) else {
      return inline
    }
    let shown = text.replacing("/", with: ".").replacing("file:line:)", with: ")")
    return .link(destination: address, title: nil, [.code(shown)])
  }

  /// What the declaration conforms to, and what conforms to it.
  private func relations(of declaration: Interface.Declaration) -> HTML {
    func list(_ title: String, _ items: [(name: String, id: String)]) -> HTML {
      if items.isEmpty { return "" }
      let links = items.map { item -> HTML in
        let name: HTML = "<code>\(item.name)</code>"
        return pages.addresses[item.id].map { "<a href=\"\($0)\">\(name)</a>" } ?? name
      }
      return "<p class=\"relations\">\(title) \(links.joined(separator: ", "))</p>\n"
    }
    return list(context.words("Conforms to"), pages.supertypes[declaration.id] ?? [])
      + list(context.words("Conforming types:"), pages.subtypes[declaration.id] ?? [])
  }
}

extension Interface.Declaration {
  /// Its comment, read.
  fileprivate var blocks: [Block] { DocumentationComment(comment).blocks }
}

extension Interface {
  /// The members of a type as its page lists them.
  fileprivate static let groups: [(title: String, kinds: [Kind])] = [
    ("Cases", [.enumerationCase]),
    ("Initializers", [.initializer]),
    ("Type properties", [.typeProperty]),
    ("Type methods", [.typeMethod, .typeSubscript]),
    ("Properties", [.property]),
    ("Methods", [.method]),
    ("Subscripts", [.subscript]),
    ("Operators", [.operator]),
    ("Types", [.structure, .class, .enumeration, .protocol, .actor, .typeAlias, .associatedType]),
  ]
}
