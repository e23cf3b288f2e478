import Foundation
import Testing

/// A course in a temporary folder, and the tool at work on it.
///
///     let story = try CourseStory(["lessons/01-a.md": "# A\n…"])
///     try story.gradus("build").succeeds()
final class CourseStory {
  let folder: URL

  /// What the tool said and how it ended.
  struct Run {
    var code: Int
    var output: String
    var errors: String

    @discardableResult
    func succeeds(sourceLocation: SourceLocation = #_sourceLocation) -> Run {
      #expect(code == 0, "\(errors)", sourceLocation: sourceLocation)
      return self
    }

    @discardableResult
    func fails(_ expected: Int, sourceLocation: SourceLocation = #_sourceLocation) -> Run {
      #expect(code == expected, "\(errors)", sourceLocation: sourceLocation)
      return self
    }
  }

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try write("lessons/course.yml", "title: A story\n")
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ bytes: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Replaces a folder of the story by a copy of another.
  func copy(_ source: URL, to path: String) throws {
    try? FileManager.default.removeItem(at: folder.appending(path: path))
    try FileManager.default.copyItem(at: source, to: folder.appending(path: path))
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    #expect(text.contains(old))
    try write(path, text.replacing(old, with: new))
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The built tool, which lies beside the tests.
  static let tool = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "gradus")

  /// The project's own folder.
  static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  func gradus(
    _ arguments: String..., path: String? = nil, locale: String? = nil,
    tool: URL = CourseStory.tool
  ) throws -> Run {
    try gradus(arguments: arguments, path: path, locale: locale, tool: tool)
  }

  func gradus(
    arguments: [String], path: String? = nil, locale: String? = nil, tool: URL = CourseStory.tool
  ) throws -> Run {
    let process = try start(arguments, path: path, locale: locale, tool: tool)
    process.tool.waitUntilExit()
    return Run(
      code: Int(process.tool.terminationStatus), output: try text(process.output),
      errors: try text(process.errors))
  }

  /// Starts the tool without waiting for it.
  func start(
    _ arguments: [String], path: String? = nil, locale: String? = nil,
    tool file: URL = CourseStory.tool
  ) throws -> (tool: Process, output: URL, errors: URL) {
    let tool = Process()
    tool.executableURL = file
    tool.arguments = arguments
    tool.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = path ?? environment["PATH"]
    environment["LC_ALL"] = locale ?? environment["LC_ALL"]
    tool.environment = environment
    let files = ["output", "errors"].map {
      FileManager.default.temporaryDirectory.appending(path: "\(folder.lastPathComponent).\($0)")
    }
    for file in files { try Data().write(to: file) }
    tool.standardOutput = try FileHandle(forWritingTo: files[0])
    tool.standardError = try FileHandle(forWritingTo: files[1])
    try tool.run()
    return (tool, files[0], files[1])
  }

  private func text(_ file: URL) throws -> String {
    defer { try? FileManager.default.removeItem(at: file) }
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Every file of a folder with its bytes, for comparisons.
  func contents(of path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      files[name] = try? Data(contentsOf: root.appending(path: name))
    }
    return files
  }
}
