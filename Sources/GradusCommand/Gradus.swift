import ArgumentParser
import Foundation
import Notebook

/// The `gradus` tool.
@main
struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Turns Markdown lessons with Swift experiments into a course site.",
    discussion: """
      A course is a folder of Markdown files. Their Swift is compiled and run while the \
      site is built; what it measures becomes text, tables and charts.
      """,
    version: "gradus \(version) (engine \(engineDigest.prefix(8)))",
    subcommands: [
      Build.self, Check.self, Serve.self, New.self, Run.self, Doctor.self, Clean.self,
      Completions.self,
    ])

  /// This tool's version; results depend on the engine's digest only.
  static let version = "0.9"

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // 0 is help, which is no error; everything else that the parser refuses is wrong usage.
      let code = exitCode(for: error)
      guard !(error is ExitCode) else { Foundation.exit(code.rawValue) }
      let message = fullMessage(for: error)
      if code.isSuccess { print(message) } else { writeError(message + "\n") }
      Foundation.exit(code.isSuccess ? 0 : 2)
    }
  }
}

extension ExitCode {
  /// The course has errors.
  static let courseHasErrors = ExitCode(1)
  /// The tool was asked for something that it cannot do.
  static let wrongUsage = ExitCode(2)
  /// This machine lacks something.
  static let machineLacksSomething = ExitCode(3)

  /// Says what the machine lacks, and gives the exit code for it.
  static func lacking(_ what: some Any) -> ExitCode {
    writeError("gradus: \(what)\n")
    return .machineLacksSomething
  }
}

/// Writes to standard error as it is.
func writeError(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}
