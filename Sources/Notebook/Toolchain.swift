import Foundation
import Lessons

/// The Swift compiler and the engine's modules that lesson programs are built with.
public struct Toolchain: Sendable {
  /// The folder that holds `usr/bin/swift-frontend` and `usr/lib/swift`.
  let usr: URL
  /// What `swift-frontend --version` says.
  let version: String
  /// The folder of the engine's `.swiftmodule` files.
  let modules: URL
  /// The module maps of the C modules that they import.
  let moduleMaps: [URL]
  /// The shared library with the engine, the charts and the notebook's own functions.
  let library: URL
  /// Whether the tool was installed, so that nothing beside it can be made anew.
  let isInstalled: Bool

  /// The compiler's version and folder, for a person.
  public var summary: String {
    "\(version.split(separator: "\n").first ?? "") in \(usr.path), engine in \(library.path)"
  }

  /// Where the compiler keeps compiled C modules: beside the tool, or in the system's folder for
  /// temporary files if that cannot be written to. Not the package manager's own: Clang takes two
  /// spellings of one folder for two modules of one name.
  var moduleCache: URL {
    let built = modules.deletingLastPathComponent()
    let isWritable = FileManager.default.isWritableFile(atPath: built.path)
    let folder = isWritable ? built : FileManager.default.temporaryDirectory
    return folder.appending(path: "LessonModuleCache")
  }

  /// What this machine lacks, as a sentence with the command that mends it.
  public struct Missing: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// The compiler that `path` (the value of `PATH`) leads to, if any.
  public static func compiler(path: String) -> URL? {
    path.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appending(path: "swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }?.resolvingSymlinksInPath()
  }

  /// Finds the compiler by `path` (the value of `PATH`) and the modules beside the tool itself.
  public static func find(path: String, tool: URL) -> Result<Toolchain, Missing> {
    do {
      return .success(try found(path: path, tool: tool))
    } catch {
      return .failure(error as? Missing ?? Missing(description: "\(error)"))
    }
  }

  private static func found(path: String, tool: URL) throws -> Toolchain {
    guard let compiler = compiler(path: path) else {
      throw Missing(
        description:
          "The Swift compiler is not on PATH. Lessons are compiled when the course is built: "
          + "install Swift 6.3 from swift.org and make sure that `swiftc --version` works.")
    }
    let usr = compiler.deletingLastPathComponent().deletingLastPathComponent()
    let tool = tool.resolvingSymlinksInPath()
    guard let engine = Engine.all(near: tool).first(where: \.isThere) else {
      throw Missing(
        description:
          "The modules that lessons import are not with \(tool.path). Run `swift build -c release` or "
          + "`make install` in Gradus's own folder, and start the tool that it makes.")
    }
    return Toolchain(
      usr: usr, version: try version(of: usr), modules: engine.modules,
      moduleMaps: engine.moduleMaps,
      library: try engine.isInstalled
        ? engine.library : LessonLibrary.find(in: engine.folder, usr: usr),
      isInstalled: engine.isInstalled)
  }

  /// Where the engine's modules can be: beside the tool that was built, or in the `lib` folder next
  /// to the `bin` folder of the one that was installed.
  private struct Engine {
    let folder: URL
    let isInstalled: Bool

    static func all(near tool: URL) -> [Engine] {
      let beside = tool.deletingLastPathComponent()
      return [
        Engine(folder: beside, isInstalled: false),
        Engine(
          folder: beside.deletingLastPathComponent().appending(path: "lib/gradus"),
          isInstalled: true),
      ]
    }

    var modules: URL { folder.appending(path: "Modules") }
    var library: URL { folder.appending(path: "libLessonKit.so") }
    var moduleMaps: [URL] {
      ["TrainingKernels", "LessonTrace"].map {
        folder.appending(
          path: isInstalled ? "\($0)/module.modulemap" : "\($0).build/module.modulemap")
      }
    }
    var isThere: Bool {
      FileManager.default.fileExists(atPath: modules.appending(path: "LessonKit.swiftmodule").path)
    }
  }

  private static func version(of usr: URL) throws -> String {
    let frontend = usr.appending(path: "bin/swift-frontend").path
    let result = try Command(frontend, ["--version"]).run()
    guard result.end.exitCode == 0 else {
      throw Missing(description: "`\(frontend) --version` fails: \(result.errors)")
    }
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
