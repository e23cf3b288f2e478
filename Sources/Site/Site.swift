import Lessons
import TranscriptFormat

/// A course as files that a browser opens.
public struct Site: Sendable {
  /// The files, sorted by path.
  public var files: [SiteFile]
  /// What is wrong with links, images and the theme; with an error among them there are no files.
  public var diagnostics: [Diagnostic]
  /// The experiments with controls, in the course's order.
  public var sweeps: [ShownSweep]

  /// What tells what makes this site from other versions of it.
  public static var version: String { siteDigest }

  /// Renders a course and what running each of its lessons left.
  ///
  /// Neither the disk nor the clock has a part in it: equal values give equal files.
  ///
  ///     let site = Site.render(course, transcripts, formulas: try Formulas(of: course))
  ///     site.files.map(\.path)   // == ["index.html", "page.js", "style.css", "the-gradient.html"]
  ///
  /// - Parameter live: The programs of the lessons that have live blocks.
  public static func render(
    _ course: Course, _ transcripts: [Transcript], formulas: Formulas,
    interface: Interface = .empty, theme: Theme = .standard, live: [LiveProgram] = []
  ) -> Site {
    precondition(transcripts.count == course.lessons.count, "a transcript for each lesson")
    let numbering = Numbering(course, transcripts)
    let declarations = InterfacePages(interface)
    var theme = theme
    theme.hasInterface = !declarations.pages.isEmpty
    let context = LessonBody.Context(
      formulas: formulas, numbering: numbering,
      bibliography: Bibliography(course),
      glossary: course.glossary,
      allowsHTML: course.allowsHTML,
      symbols: SymbolLinks(declarations, prefix: "api/"),
      colors: PageColors(styleSheet: theme.styleSheet))
    let list = LessonList(course)
    var diagnostics = theme.diagnostics + formulas.diagnostics
    var texts: [HTML] = []
    var search = SearchIndex()
    let shown = transcripts.flatMap { $0.sweeps.compactMap { $0 } }
    var files =
      theme.files(adding: Sweep.style(for: Sweep.mostValues(shown)), to: "style.css")
      + formulas.files
    var sweeps: [ShownSweep] = []
    for (index, lesson) in course.lessons.enumerated() {
      let program = live.first { $0.lesson == index }
      var body = LessonBody(
        lesson, transcripts[index], number: course.number(of: index), live: program,
        context: context)
      let text = body.html()
      texts.append(text)
      search.add("\(lesson.slug).html", title: lesson.title, text)
      files.append(
        SiteFile(
          path: "\(lesson.slug).html",
          contents: .text(
            theme.page(
              .lesson,
              LessonPage(
                course, index, text: text, sections: body.sections,
                isLive: body.sweeps.contains(where: \.isLive), list: list
              ).values))))
      if let program, body.sweeps.contains(where: \.isLive) {
        files.append(program.file(slug: lesson.slug))
      }
      files += LessonCode(course, index).files + body.files
      files += lesson.redirects(of: course)
      diagnostics += body.diagnostics + body.sweeps.compactMap(\.excess)
      sweeps += body.sweeps
    }
    if !sweeps.contains(where: \.isLive) { files.removeAll { $0.path == "live.js" } }
    files.append(
      SiteFile(path: "index.html", contents: .text(theme.page(.index, IndexPage(course).values))))
    var others: [SiteFile] = []
    if !course.glossary.isEmpty {
      others.append(
        SiteFile(
          path: "glossary.html",
          contents: .text(theme.page(.text, course.glossaryPage.values(course)))))
    }
    if let lecture = LecturePage(course, transcripts, names: numbering.names) {
      others.append(
        SiteFile(
          path: "lecture.html", contents: .text(theme.page(.text, lecture.page.values(course)))))
    }
    others += declarations.files(course, theme: theme, context: context)
    files += others
    if theme.hasInterface {
      search.add("api/index.html", title: "Declarations", declarations.searchText)
    }
    files += search.files
    files.append(
      SiteFile(
        path: "course.html",
        contents: .text(
          theme.page(.text, course.wholePage(texts)))))
    files += course.filesForSearchEngines(others: others.map(\.path))
    files.append(
      SiteFile(path: "404.html", contents: .text(theme.page(.text, course.lostPage(list)))))
    let taken = Set(files.map(\.path))
    for path in course.assets {
      if taken.contains(path) {
        diagnostics.append(
          Diagnostic(
            .error, path: "\(course.folder)/\(path)",
            "The site has a file of its own called “\(path)”, so this one cannot be on it.",
            help: "Rename it, or put it into a folder such as “data”."))
        continue
      }
      files.append(SiteFile(path: path, contents: .copy(of: "\(course.folder)/\(path)")))
    }
    let isBroken = diagnostics.contains { $0.severity == .error }
    return Site(
      files: isBroken ? [] : files.sorted { $0.path < $1.path }, diagnostics: diagnostics,
      sweeps: sweeps)
  }
}

extension Formulas {
  /// The style sheet and the fonts, from this machine's packages.
  var files: [SiteFile] {
    guard let style else { return [] }
    return [SiteFile(path: "math.css", contents: .text(style.sheet))]
      + style.fonts.map {
        SiteFile(path: "fonts/\($0)", contents: .copy(of: "\(Installation.fonts)/\($0)"))
      }
  }

  var isEmpty: Bool { style == nil }
}
