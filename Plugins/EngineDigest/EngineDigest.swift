import Foundation
import PackagePlugin

/// Writes a digest of the engine's sources into the target that uses this plugin, so that the tool
/// knows what it was built from wherever it is copied.
@main
struct EngineDigest: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let files = try modules(of: context.package).flatMap { try self.files(of: $0, in: sources) }
    let script = context.package.directoryURL.appending(path: "Plugins/EngineDigest/digest.sh")
    let digest = context.pluginWorkDirectoryURL.appending(path: "EngineDigest.swift")
    return [
      .buildCommand(
        displayName: "Digest of the engine's sources", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, sources.path, digest.path] + files,
        inputFiles: [script] + files.map { sources.appending(path: $0) }, outputFiles: [digest])
    ]
  }

  /// The library that lessons are linked against, and what it is made of.
  private func modules(of package: Package) throws -> [String] {
    let library = try package.targets(named: ["LessonKit"])
    return (library + library.flatMap(\.recursiveTargetDependencies)).map(\.name).sorted()
  }

  /// What is compiled of a module, from the folder of all modules.
  private func files(of module: String, in sources: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: module).path)
      .filter { path in ["swift", "c", "h", "inc"].contains { path.hasSuffix(".\($0)") } }
      .sorted().map { "\(module)/\($0)" }
  }
}
