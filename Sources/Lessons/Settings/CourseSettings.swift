/// What `course.yml` says.
extension Course {
  static let keys = [
    "title", "description", "author", "language", "url", "repository", "license", "macros",
    "allow-html", "glossary", "words",
  ]

  /// A course without lessons, as its `course.yml` describes it.
  init(folder: String, settings file: SourceFile) {
    self.init(folder: folder)
    guard file.isText else { return }
    let yaml = YAMLMapping(
      file, lines: 0..<file.lines.count, known: Self.keys, of: "course's settings")
    title = yaml.string("title") ?? ""
    description = yaml.string("description") ?? ""
    author = yaml.string("author") ?? ""
    language = yaml.languageTag("language") ?? "en"
    url = yaml.webAddress("url")
    repository = yaml.webAddress("repository")
    license = yaml.string("license")
    allowsHTML = yaml.bool("allow-html") ?? false
    for (name, text, position) in yaml.pairs("macros") {
      file.checkMacro(inLine: position.line)
      if name.hasPrefix("\\"), name.count > 1 {
        macros.append(Macro(name: name, expansion: text))
      } else {
        file.error(
          "A macro's name begins with a backslash, not '\(name)'.", at: position,
          help: "\\\(name): …")
      }
    }
    readGlossary(yaml, file)
    words.read(yaml, file)
    if title.isEmpty, file.diagnostics.isEmpty {
      file.error("The course has no title.", help: "a line 'title: …' in course.yml")
    }
  }

  init(folder: String) {
    self.init(folder: folder, title: "", lessons: [])
  }
}

extension SourceFile {
  /// Tells of a macro whose arguments YAML takes for a comment, as in `\norm: \lVert #1 \rVert`.
  fileprivate func checkMacro(inLine number: Int) {
    let line = lines[number - 1]
    guard let macro = line.prefixMatch(of: /\s*(\\\w+:)\s+((?:[^\s'"].*?\s)?)(#[1-9].*)/) else {
      return
    }
    let column = line[..<macro.3.startIndex].utf8.count + 1
    error(
      "YAML takes what follows a space and # for a comment, so the macro ends here.",
      at: Position(line: number, column: column),
      help: "in quotes: \(macro.1) '\(macro.2)\(macro.3)'")
  }
}
