import Foundation
import Lessons

/// The engine, the charts and what a page calls, compiled for the reader's browser.
///
/// They are made once for a build of the tool, since that takes most of a minute, and kept beside it.
public struct WebModules: Sendable {
  /// The folder of modules, object files and module maps.
  let folder: URL
  /// Where the compiler keeps compiled C modules.
  let moduleCache: URL
  let usr: URL
  /// What they were made from.
  let identity: String

  static let target = "wasm32-unknown-none-wasm"

  /// The Swift modules, each after those that it imports.
  private static let swiftModules = [
    ["TrainingEngine", "SVGCharts", "TranscriptFormat"], ["LessonKit"], ["GradusWeb"],
  ]

  /// Takes the modules that are there, or makes them.
  ///
  /// - Parameter willMake: called before work begins that takes a while.
  public static func find(
    for toolchain: Toolchain, willMake: () -> Void = {}
  ) throws(Toolchain.Missing) -> WebModules {
    let compiled = "\(engineIdentity)\n\(toolchain.version)\n"
    let folder = toolchain.webModules
    let stamp = folder.appending(path: "identity")
    func modules(_ identity: String) -> WebModules {
      WebModules(
        folder: folder, moduleCache: toolchain.moduleCache, usr: toolchain.usr, identity: identity)
    }
    // Another build may be making them.
    let lock = open("\(folder.path).lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    defer { close(lock) }
    flock(lock, LOCK_EX)
    let made = (try? String(contentsOf: stamp, encoding: .utf8)) ?? ""
    if toolchain.isInstalled {
      guard made.hasPrefix(compiled) else {
        let reason = made.isEmpty ? "is not with the tool" : "was made with another compiler"
        throw Toolchain.Missing(
          description:
            "The engine for the reader's browser \(reason): run `make install` in Gradus's own folder again."
        )
      }
      return modules(made)
    }
    let identity = compiled + ownDigest
    if made == identity { return modules(made) }
    guard let library = systemLibrary else { throw Toolchain.Missing(description: noLibrary) }
    willMake()
    do {
      try modules(identity).make(library: library)
      try Data(identity.utf8).write(to: stamp, options: .atomic)
    } catch let missing as Toolchain.Missing {
      throw missing
    } catch {
      throw Toolchain.Missing(
        description:
          "The engine for the reader's browser cannot be kept in \(folder.path): \(error)")
    }
    return modules(identity)
  }

  /// The modules if they are there, without waiting for whoever may be making them.
  static func existing(for toolchain: Toolchain) throws(Toolchain.Missing) -> WebModules? {
    if toolchain.isInstalled || systemLibrary == nil { return try find(for: toolchain) }
    let stamp = toolchain.webModules.appending(path: "identity")
    let made = try? String(contentsOf: stamp, encoding: .utf8)
    let identity = "\(engineIdentity)\n\(toolchain.version)\n\(ownDigest)"
    return made == identity ? try find(for: toolchain) : nil
  }

  /// A hash of the sources that no other module uses, and of those that say how all are compiled.
  private static let ownDigest: String = {
    let sources =
      files(of: "GradusWeb", "swift") + files(of: "GradusWeb", "c")
      + files(of: "Notebook/Live", "swift")
    return contentHash(sources.compactMap { try? [UInt8](Data(contentsOf: $0)) }.joined())
  }()

  /// What the machine lacks for compiling live blocks, as a sentence.
  public static var lacking: String? { systemLibrary == nil ? noLibrary : nil }

  private static let noLibrary =
    "The C library for WebAssembly is missing: apt-get install wasi-libc"

  /// Where this tool's own sources were when it was built.
  static var sources: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The archive with `malloc`, where Debian has it.
  static var systemLibrary: URL? {
    ["/usr/lib/wasm32-wasi/libc.a", "/usr/share/wasi-sysroot/lib/wasm32-wasi/libc.a"]
      .first { FileManager.default.fileExists(atPath: $0) }.map { URL(fileURLWithPath: $0) }
  }

  /// The compiler's options for Swift that runs in a page and uses these modules.
  var swiftOptions: [String] {
    [
      "-enable-experimental-feature", "Embedded", "-target", Self.target, "-wmo",
      "-disable-stack-protector", "-function-sections", "-I", folder.path,
      "-module-cache-path", moduleCache.path,
      "-Xcc", "-fmodule-map-file=\(folder.path)/TrainingKernels/module.modulemap",
    ]
  }

  /// What every program for a page is linked from.
  var objects: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".o") }.sorted().map { "\(folder.path)/\($0)" }
      + ["\(folder.path)/libc.a"]
  }

  private func make(library: URL) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    try manager.copyItem(at: library, to: folder.appending(path: "libc.a"))
    for module in ["TrainingKernels", "GradusWeb"] {
      try manager.copyItem(
        at: Self.sources.appending(path: "\(module)/include"),
        to: folder.appending(path: module))
      let map = folder.appending(path: "\(module)/module.modulemap")
      if !manager.fileExists(atPath: map.path) {
        try Data("module \(module) { umbrella \".\" export * }\n".utf8).write(to: map)
      }
      _ = try concurrentMap(Self.files(of: module, "c"), jobs: 2) { try compile(c: $0, of: module) }
    }
    for modules in Self.swiftModules {
      _ = try concurrentMap(modules, jobs: 2) { try compile(swift: $0) }
    }
  }

  private static func files(of module: String, _ type: String) -> [URL] {
    let folder = sources.appending(path: module)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".\(type)") }.sorted().map { folder.appending(path: $0) }
  }

  private func compile(c file: URL, of module: String) throws {
    // Few live blocks multiply large matrices of doubles.
    let isSmall = file.lastPathComponent == "RelaxedFloat64.c"
    try run(
      "clang",
      [
        "--target=\(Self.target)", isSmall ? "-Oz" : "-Os", "-msimd128", "-mrelaxed-simd",
        "-mbulk-memory", "-ffreestanding", "-nostdlib", "-ffunction-sections", "-fdata-sections",
        "-I", folder.appending(path: "TrainingKernels").path,
        "-I", folder.appending(path: module).path, "-c", file.path,
        "-o", folder.appending(path: file.deletingPathExtension().lastPathComponent + ".o").path,
      ])
  }

  private func compile(swift module: String) throws {
    let sources = folder.appending(path: "\(module).sources")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    let files = Self.files(of: module, "swift")
    let texts = try HiddenBodies(of: files, usr: usr).texts
    let copies = try zip(files.indices, texts).map { index, text in
      let copy = sources.appending(path: "\(index)-\(files[index].lastPathComponent)")
      try Data(text.utf8).write(to: copy)
      return copy.path
    }
    try run(
      "swift-frontend",
      ["-frontend", "-emit-object"] + copies + swiftOptions + [
        "-parse-as-library", "-Osize", "-swift-version", "6", "-module-name", module,
        "-package-name", "gradus",
        "-Xcc", "-fmodule-map-file=\(folder.path)/GradusWeb/module.modulemap",
        "-emit-module-path", folder.appending(path: "\(module).swiftmodule").path,
        "-o", folder.appending(path: "\(module).o").path,
      ])
    try FileManager.default.removeItem(at: sources)
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let path = usr.appending(path: "bin/\(program)").path
    let result = try Command(path, arguments).run()
    guard result.end.exitCode == 0 else {
      throw Toolchain.Missing(
        description: "The engine does not compile for the reader's browser: \(result.errors)")
    }
  }
}

extension Toolchain {
  /// Where the modules for the browser are: beside the tool, or with what was installed.
  var webModules: URL { modules.deletingLastPathComponent().appending(path: "Web") }
}
