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
  /// - Parameters:
  ///   - live: The programs of the lessons that have live blocks.
  ///   - memory: What was rendered before, if the course is rendered again and again.
  public static func render(
    _ course: Course, _ transcripts: [Transcript], formulas: Formulas,
    interface: Interface = .empty, theme: Theme = .standard, live: [LiveProgram] = [],
    remembering memory: SiteMemory = SiteMemory()
  ) -> Site {
    precondition(transcripts.count == course.lessons.count, "a transcript for each lesson")
    let declarations = memory.rendered(interface, in: course.words)
    var theme = theme.inWords(of: course)
    theme.hasInterface = !declarations.pages.pages.isEmpty
    let context = LessonBody.Context(
      formulas: formulas, numbering: Numbering(course, transcripts),
      bibliography: Bibliography(course),
      glossary: course.glossary,
      allowsHTML: course.allowsHTML,
      imageSizes: course.imageSizes,
      words: course.words,
      symbols: declarations.symbols,
      colors: memory.colors(of: theme.styleSheet))
    let shared = RenderedLesson.CourseInput(course, context, interface)
    let lessons = concurrentMap(Array(course.lessons.indices)) { index in
      let input = RenderedLesson.Input(
        lesson: course.lessons[index], transcript: transcripts[index],
        number: course.number(of: index), live: live.first { $0.lesson == index }, course: shared)
      return memory.rendered(input, context)
    }
    let sweeps = lessons.flatMap(\.sweeps)
    let isLive = lessons.contains(where: \.isLive)
    var diagnostics = theme.diagnostics + formulas.diagnostics + lessons.flatMap(\.diagnostics)

    let shown = transcripts.flatMap { $0.sweeps.compactMap { $0 } }
    var files =
      theme.files(adding: Sweep.style(for: Sweep.mostValues(shown)), to: "style.css")
      + formulas.files
    if !isLive { files.removeAll { $0.path.hasPrefix("live") } }
    let list = LessonList(course)
    for (index, lesson) in course.lessons.enumerated() {
      let rendered = lessons[index]
      let page = LessonPage(course, index, rendered, list: list)
      files.append(theme.file("\(lesson.slug).html", .lesson, page.values))
      if rendered.isLive, let program = live.first(where: { $0.lesson == index }),
        let file = program.file(slug: lesson.slug)
      {
        files.append(file)
      }
      files += rendered.code + rendered.files
      files += lesson.redirects(of: course)
    }
    files.append(theme.file("index.html", .index, IndexPage(course).values))
    var others: [SiteFile] = []
    if !course.glossary.isEmpty {
      others.append(theme.file("glossary.html", .text, course.glossaryPage.values(course)))
    }
    if let lecture = LecturePage(course, transcripts, names: context.numbering.names) {
      others.append(theme.file("lecture.html", .text, lecture.page.values(course)))
    }
    others += declarations.pages.files(course, theme: theme, context: context)
    files += others
    let search = SearchIndex(
      lessons.map(\.search) + course.searchedGlossary
        + (theme.hasInterface ? [declarations.search] : []))
    files += search.files
    files.append(course.wholePage(lessons.map(\.text), theme: theme))
    files += course.filesForSearchEngines(others: others.map(\.path))
    files.append(theme.file("404.html", .text, course.lostPage(list)))
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
