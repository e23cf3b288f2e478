import ArgumentParser
import Foundation
import Lessons

/// `gradus serve`: the course in a browser while it is written.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the course in a browser while you write it.",
    discussion: """
      Builds the course, shows it at an address of this machine only, and does both again \
      whenever a file of the course changes. Problems appear in the page. Live blocks can be \
      moved as soon as they are compiled, seconds after what they show. Nothing is written \
      but the stored results; `gradus build` makes the site.

      Example:
        gradus serve               then open http://localhost:4000
      """)

  @OptionGroup var course: CourseOptions

  @Option(help: "The port; 0 takes a free one.")
  var port: UInt16 = 4000

  func run() throws {
    let preview = Preview()
    let options = course
    Thread.detachNewThread { Serve.rebuild(options, into: preview) }
    let server = try PreviewServer(preview, port: port)
    Task {
      do {
        try await server.run { port in
          print("http://localhost:\(port)")
          // The tool does not end, so nothing else would write it out.
          fflush(nil)
        }
      } catch {
        writeError(
          "gradus: the preview cannot listen on port \(port): \(error). Choose another with --port.\n"
        )
        Foundation.exit(ExitCode.wrongUsage.rawValue)
      }
    }
    dispatchMain()
  }

  /// Builds the course at each change, for ever.
  private static func rebuild(_ options: CourseOptions, into preview: Preview) {
    let folder = URL(fileURLWithPath: options.courseFolder)
    let memory = CourseMemory()
    let maker = ProgramMaker()
    var seen: (folder: FolderState, made: Int)?
    var told: [Diagnostic] = []
    while true {
      let state = FolderState(of: folder), made = maker.count
      let isEdited = state != seen?.folder
      guard isEdited || made != seen?.made else {
        usleep(10_000)
        continue
      }
      // A save may take several writes.
      usleep(3_000)
      guard state == FolderState(of: folder) else { continue }
      seen = (state, made)
      do {
        let attempt = try CourseRun(options, isPreview: true, memory: memory).attempt()
        var problems = attempt.problems.sorted()
        if let missing = attempt.missing {
          problems.append(Diagnostic(path: options.courseFolder, missing.description))
        }
        if isEdited || problems != told {
          for problem in problems { writeError(problem.rendered() + "\n") }
        }
        told = problems
        let isGood = !problems.contains { $0.severity == .error }
        preview.update(
          isGood ? PreviewedSite(attempt) : nil,
          problems: problems.map { PlacedProblem($0, in: attempt.course) })
        if isGood { maker.make(attempt.live.unfinished, asOf: made) }
      } catch {
        // What the machine lacks has been told; it may be installed meanwhile.
      }
    }
  }
}
