import Foundation

/// The project's own files.
enum ProjectFiles {
  static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of a module, each with its path in the project.
  static func sources(of module: String) throws -> [(path: String, text: String)] {
    let root = folder.appending(path: "Sources/\(module)")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map {
        (
          "Sources/\(module)/\($0)",
          try String(contentsOf: root.appending(path: $0), encoding: .utf8)
        )
      }
  }

  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
