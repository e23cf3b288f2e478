import Foundation

/// The public declarations of the modules that lessons see, as the compiler describes them.
extension Toolchain {
  /// The modules that a lesson imports: `LessonKit` and what it passes on.
  package static let lessonModules = ["TrainingEngine", "SVGCharts", "LessonKit"]

  /// Has the compiler write the symbol graphs, a JSON text each, in a fixed order.
  ///
  /// - Parameter folder: a folder of its own, which is gone afterwards.
  public func symbolGraphs(in folder: URL) throws -> [[UInt8]] {
    let manager = FileManager.default
    let modules = folder.appending(path: "Modules"), graphs = folder.appending(path: "graphs")
    defer { try? manager.removeItem(at: folder) }
    for folder in [modules, graphs] {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    // The compiler also finds where comments stand in the sources of this machine, and reads them
    // anew there, though they may have changed: it sees the modules without that.
    for file in interfaceFiles where manager.fileExists(atPath: file.path) {
      try manager.createSymbolicLink(
        at: modules.appending(path: file.lastPathComponent), withDestinationURL: file)
    }
    for module in Self.lessonModules {
      let result = try Command(
        usr.appending(path: "bin/swift-symbolgraph-extract").path,
        ["-module-name", module, "-I", modules.path]
          + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
          + [
            "-module-cache-path", moduleCache.path, "-target", try target(),
            "-minimum-access-level", "public", "-skip-synthesized-members",
            "-output-dir", graphs.path,
          ]
      ).run()
      guard result.end.exitCode == 0 else {
        throw Missing(
          description: "The declarations of \(module) cannot be read: \(result.errors)"
            .trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    // Declarations that one module adds to types of another are a file of their own.
    return try Self.lessonModules.flatMap { module in
      try manager.contentsOfDirectory(atPath: graphs.path).sorted()
        .filter { $0 == "\(module).symbols.json" || $0.hasPrefix("\(module)@") }
        .map { [UInt8](try Data(contentsOf: graphs.appending(path: $0))) }
    }
  }

  private var interfaceFiles: [URL] {
    (Self.lessonModules + ["TranscriptFormat"]).flatMap { module in
      ["swiftmodule", "swiftdoc"].map { modules.appending(path: "\(module).\($0)") }
    }
  }

  /// The target that the compiler says it compiles for.
  private func target() throws -> String {
    let line = version.split(separator: "\n").first { $0.hasPrefix("Target: ") }
    guard let line else { throw Missing(description: "The compiler does not say its target.") }
    return String(line.dropFirst("Target: ".count))
  }
}
