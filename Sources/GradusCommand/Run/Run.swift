import ArgumentParser
import Foundation
import Lessons
import Notebook
import Site
import TranscriptFormat

/// `gradus run`: a Swift file by itself, as a block of a lesson would run.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a Swift file with the engine and the charts of lessons.",
    discussion: """
      Each page offers the code of its lesson as such a file. What it prints, its tables and its \
      checked claims are written as text; charts are drawn with --figures. It runs confined, \
      as in a course, and may read the files of its folder that it names.

      Examples:
        gradus run the-gradient.swift
        gradus run the-gradient.swift --figures drawings
      """)

  @Argument(help: "The Swift file.", completion: .file(extensions: ["swift"]))
  var file: String

  @Option(help: "A folder for the charts, as SVG files.", completion: .directory)
  var figures: String?

  @Option(help: "Seconds after which it is stopped.")
  var timeout: Double = 600

  func run() throws {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw ValidationError("\(file) is no file that can be read as UTF-8 text.")
    }
    let transcript = try transcript(of: text)
    print(transcript.outputs[0].map(\.asText).joined(), terminator: "")
    if let figures { try write(transcript.outputs[0], to: URL(fileURLWithPath: figures)) }
  }

  /// Runs the file as the only block of a lesson; what is wrong with it is told at its own lines.
  private func transcript(of text: String) throws -> Transcript {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var options = Experiment.Options()
    options.timeout = timeout
    let block = Experiment(
      code: lines, position: Position(line: 1, column: 1), fenceLine: 1, options: options)
    let lesson = Lesson(
      path: file, slug: "", title: file, lines: lines, blocks: [], experiments: [block],
      values: [])
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let scratch = FileManager.default.temporaryDirectory.appending(path: "gradus-run-\(getpid())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let outcome = try Notebook(
      toolchain: Toolchain.here, folder: folder, cache: scratch,
      dataFiles: dataFiles(inCourse: folder),
      jobs: 1
    ).run(Course(folder: folder.path, title: "", lessons: [lesson])) { _ in }
    for problem in outcome.diagnostics.sorted() { writeError(problem.rendered() + "\n") }
    if !outcome.diagnostics.isEmpty { throw ExitCode.courseHasErrors }
    if let missing = outcome.missing { throw ExitCode.lacking(missing) }
    return outcome.transcripts[0]
  }

  private func write(_ outputs: [Output], to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var number = 0
    for case .figure(let figure) in outputs {
      number += 1
      try Data(figure.standalone.utf8).write(to: folder.appending(path: "figure-\(number).svg"))
    }
  }
}
