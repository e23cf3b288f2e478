import Foundation
import Testing

/// A page of the guide, followed to the letter in the course that its first page begins.
///
/// What a page shows as typed and answered (`console`), and what it shows as said of a lesson, is
/// compared with what comes; the author breaks long lines.
final class Guide {
  /// The course's folder.
  private(set) var folder: URL
  private let story: CourseStory
  private var sessions: [Session]

  private struct Session {
    var line: Int
    var isConsole: Bool
    var text: String
  }

  /// The page, at its first session; with a course of two lessons unless it is to begin one.
  init(_ page: String, begins: Bool = false) throws {
    story = try CourseStory()
    folder = story.folder
    let text = try String(
      contentsOf: CourseStory.project.appending(path: "guide/\(page).md"), encoding: .utf8)
    sessions = text.matches(of: /(?m)^(`{3,})(\w*)\n((?:.|\n)*?)^\1$/).compactMap { fence in
      let isConsole = fence.2 == "console"
      guard isConsole || fence.3.contains(#/(?m)^lessons/.*: (error|warning): /#) else {
        return nil
      }
      let line = text[..<fence.range.lowerBound].count { $0 == "\n" } + 1
      return Session(line: line, isConsole: isConsole, text: String(fence.3))
    }
    guard !begins else { return }
    _ = try shell("gradus new course optics")
    folder = folder.appending(path: "optics")
    _ = try shell("gradus new lesson 'Long sequences'; gradus build")
  }

  func write(_ path: String, _ text: String) throws {
    try story.write(folder == story.folder ? path : "optics/\(path)", text)
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    try story.edit("optics/\(path)", old, new)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  /// Does what the next session shows.
  func follow(path: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let session = sessions.removeFirst()
    guard session.isConsole else {
      let said = Self.comparable(try shell("gradus check"))
      for message in session.text.split(separator: #/\n(?=lessons/)/#) {
        #expect(
          said.contains(Self.comparable(message)), "line \(session.line)",
          sourceLocation: sourceLocation)
      }
      return
    }
    for step in "\n\(session.text)".split(separator: "\n$ ") {
      let lines = step.split(separator: "\n", maxSplits: 1).map(String.init)
      switch lines[0] {
      case "cd optics": folder = folder.appending(path: "optics")
      // It does not end; its own tests follow it.
      case "gradus serve": _ = try shell("gradus build")
      default:
        let output = try shell(lines[0], path: path)
        #expect(
          Self.comparable(output) == Self.comparable(lines.dropFirst().joined()),
          "line \(session.line): \(lines[0])", sourceLocation: sourceLocation)
      }
    }
  }

  /// Leaves out a session that shows another machine.
  func skip() { sessions.removeFirst() }

  /// Whether every session was followed.
  var isDone: Bool { sessions.isEmpty }

  /// A text whose lines were broken, of a tool built at another time, in which other seconds went
  /// by.
  private static func comparable(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(/[0-9.]+ s$/, with: "… s").replacing(/engine [0-9a-f]{8}/, with: "engine …")
  }

  private func shell(_ command: String, path: String? = nil) throws -> String {
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "{ \(command); } 2>&1"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let tools = CourseStory.tool.deletingLastPathComponent().path
    environment["PATH"] = "\(tools):\(path ?? environment["PATH"] ?? "")"
    process.environment = environment
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
