import ArgumentParser
import Foundation
import Notebook

/// `gradus check`: everything that building does, except publishing; and nothing may have moved.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the course without writing a site.",
    discussion: """
      Compiles and runs what has changed, and reports every problem: code that does not \
      compile, claims that do not hold, formulas and links that lead nowhere. Results that \
      were accepted before are compared with results.lock in the course's folder, to the \
      last digit; what has moved is an error, until it is accepted.

      Examples:
        gradus check
        gradus check --accept    pins what was measured in lessons/results.lock
        gradus check --seeds 3   tries every claim on three other seeds
      """)

  @OptionGroup var course: CourseOptions

  @Flag(help: "Accept what was measured: write results.lock anew.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "Try every claim on so many other seeds, too.",
      discussion: "Every seed that a lesson names is raised by 1000, 2000 and so on."))
  var seeds: Int?

  func validate() throws {
    if let seeds, seeds < 1 || seeds > 100 {
      throw ValidationError("--seeds \(seeds): 1 to 100 other seeds can be tried.")
    }
  }

  func run() throws {
    let run = CourseRun(course, consequence: "")
    let checked = try run.site()
    if let seeds {
      try run.tell(try run.claimsOnOtherSeeds(seeds, in: checked.course))
      print("Every claim holds for \(seeds) other seeds.")
    }
    let file = URL(fileURLWithPath: course.courseFolder).appending(path: "results.lock")
    let name = "\(course.courseFolder)/results.lock"
    if accept {
      try Data(checked.results.text.utf8).write(to: file, options: .atomic)
      print("\(name): \(checked.summary); every claim holds, and every result is pinned.")
    } else if let text = try? String(contentsOf: file, encoding: .utf8) {
      try run.tell(
        checked.results.changes(since: PinnedResults(reading: text), in: checked.course))
      print("\(course.courseFolder): \(checked.summary); every claim holds, and nothing has moved.")
    } else {
      print(
        "\(course.courseFolder): \(checked.summary); every claim holds. "
          + "Nothing is pinned: gradus check --accept writes \(name).")
    }
  }
}
