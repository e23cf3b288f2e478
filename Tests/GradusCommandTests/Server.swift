import Foundation
import Testing

/// A running `gradus serve`, ended with the test.
final class Server {
  /// Whether this machine has what asks it.
  static let canBeAsked = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

  private let tool: Process
  let port: String

  init(_ story: CourseStory) throws {
    let started = try story.start(["serve", "--port", "0"])
    tool = started.tool
    var port: String?
    for _ in 0..<600 where port == nil {
      usleep(20_000)
      let output = try String(contentsOf: started.output, encoding: .utf8)
      port = output.firstMatch(of: /http:\/\/localhost:(\d+)\n/).map { String($0.1) }
    }
    if port == nil { tool.terminate() }
    self.port = try #require(port)
  }

  deinit { tool.terminate() }

  func get(_ path: String, host: String? = nil) throws -> (code: Int, text: String) {
    // curl sends what it is told, `..` and foreign host names included.
    let curl = Process(), output = Pipe()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    curl.arguments =
      ["-s", "--path-as-is", "-w", "\n%{http_code}", "http://127.0.0.1:\(port)\(path)"]
      + (host.map { ["-H", "Host: \($0)"] } ?? [])
    curl.standardOutput = output
    try curl.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (Int(lines.last ?? "") ?? 0, lines.dropLast().joined(separator: "\n"))
  }

  /// Waits until a page contains a text.
  func wait(for text: String, at path: String) throws -> Bool {
    for _ in 0..<600 {
      if try get(path).text.contains(text) { return true }
      usleep(20_000)
    }
    return false
  }

  /// The files at some paths, pages without what the preview adds to them.
  func files(at paths: [String]) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "got-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    curl.arguments =
      ["-s", "--create-dirs"]
      + paths.flatMap {
        ["http://127.0.0.1:\(port)/\($0)", "-o", folder.appending(path: $0).path]
      }
    try curl.run()
    curl.waitUntilExit()
    var files: [String: Data] = [:]
    for path in paths {
      files[path] = try? Data(contentsOf: folder.appending(path: path))
      guard path.hasSuffix(".html"), let data = files[path] else { continue }
      files[path] = Data(String(decoding: data, as: UTF8.self).withoutPreview.utf8)
    }
    return files
  }

  /// Waits until it shows the files of a site, and says which of them it does not.
  func differences(from site: [String: Data]) throws -> [String] {
    let paths = site.keys.filter { !$0.hasPrefix(".") }.sorted()
    var differing: [String] = []
    for _ in 0..<200 {
      let files = try files(at: paths)
      differing = paths.filter { files[$0] != site[$0] }
      if differing.isEmpty { break }
      usleep(50_000)
    }
    return differing
  }
}

extension String {
  /// The page without the script that follows the next builds.
  fileprivate var withoutPreview: String {
    guard let start = range(of: "<script id=\"gradus.preview\"", options: .backwards),
      let end = range(of: "</script>", range: start.upperBound..<endIndex)
    else { return self }
    return self[..<start.lowerBound] + String(self[end.upperBound...])
  }
}
