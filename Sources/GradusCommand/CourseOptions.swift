import ArgumentParser
import Foundation
import Notebook

/// What every command that runs a course is told.
struct CourseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The course's folder.",
      discussion: "Without it: this folder if it holds a course, or else lessons/."
    ), completion: .directory)
  var folder: String?

  @Option(name: .long, help: "How many experiments run at once; without it, one a core.")
  var jobs: Int?

  @Flag(name: .long, help: "Run every experiment, whatever was stored.")
  var refresh = false

  @Flag(name: .long, help: "Say for each lesson that is run why its stored result does not fit.")
  var why = false

  @Flag(
    name: .long, help: "Report problems to standard output, each as a line of JSON, for editors.")
  var json = false

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError("--jobs \(jobs): at least one experiment must run.")
    }
  }

  /// The number of experiments that is meant.
  var experimentsAtOnce: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The folder that is meant.
  var courseFolder: String {
    if let folder {
      return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }
    return FileManager.default.fileExists(atPath: "course.yml") ? "." : "lessons"
  }
}

extension Toolchain {
  /// The compiler's own file, if there is one on the path.
  static var compiler: String? {
    compiler(path: ProcessInfo.processInfo.environment["PATH"] ?? "")?.path
  }

  /// What this machine has, by the environment and the running tool's own place.
  static var here: Result<Toolchain, Missing> {
    find(
      path: ProcessInfo.processInfo.environment["PATH"] ?? "",
      tool: Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
  }
}

/// Where results are kept between builds: beside the site, in the folder where the tool is called.
let cacheFolder = URL(fileURLWithPath: ".gradus")
