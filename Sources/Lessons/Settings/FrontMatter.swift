/// The YAML between two `---` lines at the top of a lesson.
struct FrontMatter {
  static let keys = [
    "title", "description", "slug", "aliases", "order", "draft", "minutes", "prerequisites",
    "session-timeout",
  ]

  var title: String?
  var description: String?
  var slug: String?
  var aliases: [(slug: String, position: Position)] = []
  var order: Int?
  var isDraft = false
  var minutes: Int?
  var sessionTimeout: Double?
  /// The files of the lessons to be read first.
  var prerequisites: [(text: String, position: Position)] = []
  /// The number of lines that the front matter takes, its marks included.
  var lineCount = 0

  init(_ file: SourceFile) {
    func isMark(_ line: String) -> Bool { line.trimmingSpaces == "---" }
    guard let first = file.lines.first, first.hasPrefix("---"), isMark(first) else { return }
    guard let end = file.lines.dropFirst().firstIndex(where: isMark) else {
      file.error(
        "The front matter that opens here is not closed.", at: Position(line: 1, column: 1),
        help: "a line --- below its last key")
      return
    }
    lineCount = end + 1
    let yaml = YAMLMapping(file, lines: 1..<end, known: Self.keys, of: "front matter")
    title = yaml.string("title")
    description = yaml.string("description")
    order = yaml.integer("order")
    isDraft = yaml.bool("draft") ?? false
    minutes = yaml.integer("minutes")
    sessionTimeout = yaml.positive("session-timeout")
    prerequisites = yaml.strings("prerequisites")
    slug = yaml.string("slug")
    if let slug, slug != slugified(slug) {
      file.error(
        "'\(slug)' cannot be an address: an address is of small letters, digits, '-' and '_'.",
        at: yaml.position("slug"), help: slugified(slug))
      self.slug = slugified(slug)
    }
    for (text, position) in yaml.strings("aliases") {
      let name = text.hasSuffix(".html") ? String(text.dropLast(".html".count)) : text
      if name == slugified(name), !name.isEmpty {
        aliases.append((name, position))
      } else {
        file.error(
          "'\(text)' cannot be an address: an address is of small letters, digits, '-' and '_'.",
          at: position, help: slugified(name))
      }
    }
  }
}
