import Foundation
import PackagePlugin

/// Writes a digest of sources into the target that uses this plugin, so that the tool knows what it
/// was built from wherever it is copied: the notebook that of the engine, the site that of itself.
@main
struct SourceDigest: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let name = target.name == "Notebook" ? "engineDigest" : "\(target.name.lowercased())Digest"
    let roots =
      target.name == "Notebook" ? try context.package.targets(named: ["LessonKit"]) : [target]
    let sources = context.package.directoryURL.appending(path: "Sources")
    let files = try modules(roots, in: sources).flatMap { try self.files(of: $0, in: sources) }
    let script = context.package.directoryURL.appending(path: "Plugins/SourceDigest/digest.sh")
    let digest = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
    return [
      .buildCommand(
        displayName: "Digest of sources: \(name)", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, sources.path, digest.path, name] + files,
        inputFiles: [script] + files.map { sources.appending(path: $0) }, outputFiles: [digest])
    ]
  }

  /// The package's own modules among some, and among what they are made of.
  private func modules(_ roots: [Target], in sources: URL) -> [String] {
    (roots + roots.flatMap(\.recursiveTargetDependencies))
      .filter { $0.directoryURL.deletingLastPathComponent().path == sources.path }
      .map(\.name).sorted()
  }

  /// What is compiled of a module, from the folder of all modules.
  private func files(of module: String, in sources: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: module).path)
      .filter { path in ["swift", "c", "h", "inc"].contains { path.hasSuffix(".\($0)") } }
      .sorted().map { "\(module)/\($0)" }
  }
}
