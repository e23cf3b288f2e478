/// A lesson as its own file shows it, before its links are checked against the rest of the course.
///
/// One that is remembered is never changed: the course gets copies.
final class ReadLesson: @unchecked Sendable {
  var lesson: Lesson
  let file: SourceFile
  let name: String
  let isDraft: Bool
  let marks: Marks
  /// The ids that a link can lead to.
  let ids: [String]
  /// The names that references in the course can lead to.
  let labels: [Label]
  /// The other addresses of the page, and where the front matter has them.
  let aliases: [(slug: String, position: Position)]
  /// The files of the lessons to be read first, and where the front matter has them.
  let prerequisites: [(text: String, position: Position)]
  /// The terms that the author linked.
  let terms: [Marks.Mark]
  /// The id of the heading that became the title.
  let titleID: String?

  /// Reads the file `name` of the course's folder, such as `03-x.md`.
  init(_ file: SourceFile, name: String, in folder: CourseFolder, allowsHTML: Bool) {
    self.file = file
    self.name = name
    let (number, rest) = Self.numberAndName(name)
    guard file.isText else {
      lesson = Lesson(path: file.path, slug: slugified(rest), order: number, lines: file.lines)
      (isDraft, marks, ids, labels) = (false, Marks(), [], [])
      (terms, aliases, prerequisites, titleID) = ([], [], [], nil)
      return
    }
    let front = FrontMatter(file)
    let frontIsSound = file.diagnostics.isEmpty
    lesson = Lesson(
      path: file.path, slug: front.slug ?? slugified(rest), order: front.order ?? number,
      lines: file.lines)
    let text = LessonText(file, from: front.lineCount + 1)
    let reader = BlockReader(file, text, in: folder, allowsHTML: allowsHTML)
    lesson.blocks = reader.read()
    lesson.description = front.description ?? ""
    lesson.minutes = front.minutes
    lesson.sessionTimeout = front.sessionTimeout
    lesson.footnotes = reader.footnotes
    lesson.experiments = reader.experiments
    lesson.values = reader.values
    lesson.judgements = reader.judgements
    let titleID = lesson.takeTitle(front.title, file)
    self.titleID = titleID
    lesson.aliases = front.aliases.map(\.slug)
    aliases = front.aliases
    prerequisites = front.prerequisites
    isDraft = front.isDraft
    marks = reader.marks
    ids = reader.ids.all
    terms = reader.terms
    labels = reader.labels.filter { $0.name != titleID }
    if lesson.title.isEmpty, frontIsSound, !text.isTooDeep {
      file.error("The lesson has no title.", help: "a line '# Title' at the top of \(file.path)")
    }
    lesson.placeValues(file)
  }

  /// A copy, which can be changed without this one.
  init(copying other: ReadLesson) {
    lesson = other.lesson
    file = SourceFile(copying: other.file)
    (name, isDraft, marks, ids, labels) =
      (other.name, other.isDraft, other.marks, other.ids, other.labels)
    (aliases, prerequisites) = (other.aliases, other.prerequisites)
    (terms, titleID) = (other.terms, other.titleID)
  }

  /// Gives the terms their names in the glossary, and links others where they are used first.
  func linkTerms(_ glossary: [Term]) {
    for term in terms where !glossary.contains(where: { $0.isCalled(term.content) }) {
      let known = glossary.map(\.name)
      file.error(
        "The glossary of course.yml has no '\(term.content)'.", at: term.position,
        help: known.isEmpty
          ? "'\(term.content): …' below 'glossary:' in course.yml"
          : suggestion(for: term.content, in: known))
    }
    func named(_ inline: Inline) -> Inline {
      guard case .term(_, let text) = inline else { return inline }
      guard let term = glossary.first(where: { $0.isCalled(text) }) else { return .text(text) }
      return .term(name: term.name, text: text)
    }
    if !terms.isEmpty {
      lesson.blocks = lesson.blocks.map { $0.mapInlines(named) }
      for index in lesson.footnotes.indices {
        lesson.footnotes[index].blocks = lesson.footnotes[index].blocks.map { $0.mapInlines(named) }
      }
    }
    var links = GlossaryLinks(glossary)
    lesson.blocks = links.link(lesson.blocks)
  }

  /// `03-the-gradient.md` is 3 and `the-gradient`; a space, a dot or an underscore will do as well.
  private static func numberAndName(_ name: String) -> (Int?, String) {
    let stem = name.dropLast(".md".count)
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count)
    let words = rest.drop { "- ._".contains($0) }
    guard let number = Int(digits), words.count < rest.count, !words.isEmpty else {
      return (nil, String(stem))
    }
    return (number, String(words))
  }
}

extension Lesson {
  fileprivate init(path: String, slug: String, order: Int?, lines: [String]) {
    self.init(path: path, slug: slug, title: "", order: order, lines: lines, blocks: [])
  }

  /// Sets the title: the front matter's, or that of the first `# Heading`, which leaves the text.
  ///
  /// A heading at the very top leaves it in any case: it is there for GitHub's readers.
  fileprivate mutating func takeTitle(_ given: String?, _ file: SourceFile) -> String? {
    title = given ?? ""
    for (index, block) in blocks.enumerated() {
      guard case .heading(1, let id, let inlines) = block, given == nil || index == 0 else {
        continue
      }
      title = given ?? inlines.plainText.trimmingSpaces
      blocks.remove(at: index)
      for inline in inlines {
        if case .value(let value) = inline {
          file.error(
            "A title is plain text: it cannot hold a computed value.", at: values[value].position)
        }
        if case .math(let formula) = inline {
          file.warning(
            "A title is plain text: its formula “\(formula.tex)” is shown as it is written.",
            at: formula.position, help: "words or Unicode in the title, and the formula below it")
        }
      }
      return id
    }
    return nil
  }

  /// Gives each inline value the nearest experiment above that runs.
  fileprivate mutating func placeValues(_ file: SourceFile) {
    for index in values.indices {
      let place = values[index].position
      let above = experiments.lastIndex {
        $0.fenceLine < place.line && $0.options.eval && $0.options.compile
      }
      values[index].experiment = above ?? 0
      guard above == nil else { continue }
      file.error(
        "No experiment above computes '\(values[index].expression)'.", at: place,
        help: "a swift block above this line")
    }
  }
}
