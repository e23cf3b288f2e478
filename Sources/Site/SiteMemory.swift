import Lessons
import TranscriptFormat

/// What rendering made of the parts of a course the last time, for one that is rendered again and
/// again while it is written.
public final class SiteMemory: Sendable {
  private let lessons = Remembered<RenderedLesson.Input, RenderedLesson>()
  private let interfaces = Remembered<Interface, RenderedInterface>()
  private let colors = Remembered<String, PageColors>()

  /// A memory of nothing.
  public init() {}

  /// The pages for declarations, and what follows from them.
  struct RenderedInterface {
    let pages: InterfacePages
    let symbols: SymbolLinks
    let search: SearchedPage
  }

  func rendered(_ interface: Interface, in words: FrameWords) -> RenderedInterface {
    let title = words("Declarations")
    return interfaces.value(title, for: interface) {
      let pages = InterfacePages(interface)
      return RenderedInterface(
        pages: pages, symbols: SymbolLinks(pages, prefix: "api/"),
        search: SearchedPage("api/index.html", title: title, pages.searchText))
    }
  }

  func colors(of styleSheet: String) -> PageColors {
    colors.value("", for: styleSheet) { PageColors(styleSheet: styleSheet) }
  }

  func rendered(_ input: RenderedLesson.Input, _ context: LessonBody.Context) -> RenderedLesson {
    lessons.value(input.lesson.path, for: input) { RenderedLesson(input, context) }
  }
}

/// The text of a lesson's page, and what else the lesson gives the site.
struct RenderedLesson: Sendable {
  let text: HTML
  let sections: [LessonBody.Section]
  let files: [SiteFile]
  /// Its Swift, for downloading.
  let code: [SiteFile]
  let diagnostics: [Diagnostic]
  let sweeps: [ShownSweep]
  let search: SearchedPage

  /// Everything that they follow from, besides the version of Gradus.
  struct Input: Equatable, Sendable {
    let lesson: Lesson
    let transcript: Transcript
    let number: Int
    let live: LiveProgram?
    let course: CourseInput
  }

  /// What all lessons have in common of that.
  struct CourseInput: Equatable, Sendable {
    let title: String
    let names: [String: String]
    let works: [Work]
    let glossary: [Term]
    let allowsHTML: Bool
    let imageSizes: [String: ImageSize]
    let words: FrameWords
    let formulas: MathCache.Maker?
    let interface: String
    let colors: PageColors

    init(_ course: Course, _ context: LessonBody.Context, _ interface: Interface) {
      title = course.title
      (works, glossary, allowsHTML) = (course.works, course.glossary, course.allowsHTML)
      (imageSizes, words) = (course.imageSizes, course.words)
      (names, formulas) = (context.numbering.names, context.formulas.maker)
      (self.interface, colors) = (interface.digest, context.colors)
    }
  }

  init(_ input: Input, _ context: LessonBody.Context) {
    var body = LessonBody(
      input.lesson, input.transcript, number: input.number, live: input.live, context: context)
    text = body.html()
    sections = body.sections
    files = body.files
    code = LessonCode(lesson: input.lesson, number: input.number, course: input.course.title).files
    diagnostics = body.diagnostics + body.sweeps.compactMap(\.excess)
    sweeps = body.sweeps
    search = SearchedPage("\(input.lesson.slug).html", title: input.lesson.title, text)
  }

  /// Whether a program in the page runs some of its experiments.
  var isLive: Bool { sweeps.contains(where: \.isLive) }
}
