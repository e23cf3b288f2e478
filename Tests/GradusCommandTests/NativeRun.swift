import Foundation
import Lessons
import Notebook
import Site
import Synchronization
import Testing

/// Live blocks of this project's own course as this machine runs them with their controls set, all on
/// one page, in the order of their pages' names.
///
///     let run = try NativeRun.of([block])
///     try LivePanel(run.page, in: .firefox).printed()
struct NativeRun: Sendable {
  /// A block, and the numbers of its controls.
  struct Block: Equatable {
    /// The name of its lesson's page.
    var page: String
    /// Which of the lesson's live blocks it is.
    var index: Int
    /// The name of each control, with its number as text.
    var controls: [[String]]
  }

  let blocks: [Block]
  /// The page, which stays to be looked at.
  let page = EveryPart.folder.appending(path: "native/settings.html")

  private static let last = Mutex<NativeRun?>(nil)

  /// The run of these blocks, once for all browsers.
  static func of(_ blocks: [Block]) throws -> NativeRun {
    try last.withLock { last in
      let run = try last?.blocks == blocks ? last : nil
      last = try run ?? NativeRun(running: blocks)
      return try #require(last)
    }
  }

  private init(running blocks: [Block]) throws {
    self.blocks = blocks
    let lessons = CourseStory.project.appending(path: "lessons")
    let text = Course.read(CourseFolder(lessons.path)).course.lessons
      .sorted { "\($0.slug).html" < "\($1.slug).html" }.map { Self.text(of: $0, with: blocks) }
      .joined()
    let (course, problems) = Course.read(
      CourseFolder(
        name: "lessons",
        files: ["course.yml": "title: Settings\n", "01-settings.md": "# Settings\n\(text)"]))
    let folder = page.deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
    // What a preview shows first is run as in a build, and nothing is compiled for browsers.
    let notebook = Notebook(
      toolchain: Toolchain.find(
        path: ProcessInfo.processInfo.environment["PATH"] ?? "", tool: CourseStory.tool),
      folder: lessons, cache: folder.appending(path: ".gradus"),
      dataFiles: dataFiles(inCourse: lessons),
      jobs: ProcessInfo.processInfo.activeProcessorCount, isPreview: true)
    let outcome = try notebook.run(course) { _ in }
    let experiments = course.lessons[0].experiments
    let program = LiveProgram(
      lesson: 0,
      experiments: experiments.indices.filter {
        experiments[$0].code.contains { $0.hasPrefix("LessonProgram.set") }
      }, module: nil)
    let site = Site.render(
      course, outcome.transcripts, formulas: try Formulas(of: course), live: [program])
    let errors = (problems + outcome.diagnostics + site.diagnostics)
      .filter { $0.severity == .error }.map { $0.rendered() }
    try #require(errors == [])
    try site.write(into: folder)
  }

  /// What a lesson's blocks need of the code above them, and then each of them with its controls set.
  private static func text(of lesson: Lesson, with blocks: [Block]) -> String {
    let blocks = blocks.filter { $0.page == "\(lesson.slug).html" }
    let live = lesson.experiments.indices.filter {
      lesson.experiments[$0].runs && lesson.experiments[$0].options.live
    }
    var names: Set<String> = []
    var text = ""
    for (index, experiment) in lesson.experiments.enumerated().reversed() {
      let isNeeded = experiment.lasts && !names.isDisjoint(with: declared(in: experiment))
      if isNeeded {
        text = fence(experiment.ownCode, of: lesson, isLive: experiment.options.live) + text
      }
      if isNeeded || blocks.contains(where: { live[$0.index] == index }) {
        names.formUnion(CodeNames(experiment.code).names)
      }
    }
    for block in blocks {
      let settings = block.controls.map { "LessonProgram.set(#\"\($0[0])\"#, to: \($0[1]))\n" }
      // What a block claims, it claims of its initial setting.
      let code = lesson.experiments[live[block.index]].ownCode.split(separator: "\nexpect(")[0]
      text += fence("\(settings.joined())do {\n\(code)\n}", of: lesson, isLive: true)
    }
    return text
  }

  private static func fence(_ code: String, of lesson: Lesson, isLive: Bool) -> String {
    let option = isLive ? "//| live: only\n" : ""
    return "\n````swift\n//| session: \(lesson.slug)\n\(option)\(code)\n````\n"
  }

  /// The names that stand for something below a block.
  private static func declared(in experiment: Experiment) -> [String] {
    let declaration =
      /(?m)^(?:final )?(?:let|var|func|struct|enum|class|typealias|extension|protocol) \(?([\w, ]+)/
    return experiment.ownCode.matches(of: declaration).flatMap {
      $0.1.split { $0 == "," || $0 == " " }.map(String.init)
    }
  }
}
