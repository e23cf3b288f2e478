import Lessons

extension InterfacePages {
  /// The pages and the list of them.
  func files(_ course: Course, theme: Theme, context: LessonBody.Context) -> [SiteFile] {
    if pages.isEmpty { return [] }
    var context = context
    context.symbols = SymbolLinks(self, prefix: "")
    let rendered = pages.map { InterfacePage($0, of: self, context: context) }
    // A page follows from all declarations, for it links to some of them.
    let parts = [interface.digest, theme.digest, course.frameDigest]
    let pages = rendered.map { page in
      SiteFile(
        path: "api/\(page.page.file)",
        contents: .deferred(
          DeferredText(from: parts) { theme.page(.api, page.values(course)) }))
    }
    let first = DeferredText(from: parts) {
      var values = TextPage(
        title: course.words("Declarations"), text: list(rendered, course.words),
        address: "api/index.html"
      ).values(course)
      values["kind"] = "text api"
      values["up"] = "../"
      return theme.page(.text, values)
    }
    return pages + [SiteFile(path: "api/index.html", contents: .deferred(first))]
  }

  /// The pages by module, each with what it is about.
  private func list(_ rendered: [InterfacePage], _ words: FrameWords) -> HTML {
    var html: HTML = "<p>\(words("What a lesson’s code can use, by module."))</p>\n"
    var modules: [String] = []
    for page in pages where !modules.contains(page.module) { modules.append(page.module) }
    for module in modules {
      html += "<h2 id=\"module.\(module.addressPart)\">\(module)</h2>\n<dl class=\"terms\">\n"
      for item in rendered where item.page.module == module {
        let page = item.page
        html += """
          <dt id="\(page.anchor)"><a href="\(page.file)"><code>\(page.name)</code></a></dt>
          <dd>\(item.summary)</dd>

          """
      }
      html += "</dl>\n"
    }
    return html
  }

  /// What a search finds of the declarations: their names, each at its place in the list.
  var searchText: HTML {
    pages.map { page -> HTML in
      let names = page.declarations.flatMap { members[$0.id] ?? [] }.map(\.name)
      return """
        <h2 id="\(page.anchor)">\(page.name)</h2>
        <p>\(names.joined(separator: " "))</p>

        """
    }.joined()
  }
}
