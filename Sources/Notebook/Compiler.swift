import Foundation
import Lessons

/// Turns a session's source into a program, or into what the compiler says against it.
struct Compiler {
  let toolchain: Toolchain

  /// The options that change what a program computes: part of a result's identity.
  ///
  /// Swift 5's rules for concurrency: a lesson computes on one thread, so there is no race to find,
  /// and a function of the lesson can be called in a probe or touch a variable of an earlier block.
  static let options = [
    "-module-name", "Lesson", "-swift-version", "5", "-import-module", "LessonKit", "-Onone", "-g",
  ]

  /// Compiles and links `source` into `folder`.
  ///
  /// - Returns: the program, or nil with the compiler's messages.
  func build(_ source: SessionSource, in folder: URL) throws -> (program: URL?, [CompilerMessage]) {
    try build([file(for: source, in: folder)], in: folder)
  }

  /// Compiles and links the files at some paths, of which `main.swift` is run.
  func build(_ files: [String], in folder: URL) throws -> (program: URL?, [CompilerMessage]) {
    let object = folder.appending(path: "lesson.o")
    let wholeModule = files.count > 1 ? ["-wmo"] : []
    let messages = try compile(files, ["-c", "-o", object.path] + wholeModule, in: folder)
    guard FileManager.default.fileExists(atPath: object.path), !messages.contains(where: \.isError)
    else { return (nil, messages) }
    let program = folder.appending(path: "lesson")
    let linker = Linker(usr: toolchain.usr)
    let result = try linker.link(
      [object.path, toolchain.library.path, linker.runtimeStart], into: program.path,
      options: [
        "-Wl,-rpath,\(toolchain.library.deletingLastPathComponent().path):\(linker.runtime)"
      ])
    guard result.end.exitCode == 0 else {
      // What compiled can still not link, such as a function declared without a body.
      return (
        nil, messages + [CompilerMessage(error: "The program cannot be linked: \(result.errors)")]
      )
    }
    return (program, messages)
  }

  /// Whether the compiler itself ends when it compiles `source`.
  func crashes(on source: SessionSource, in folder: URL) throws -> Bool {
    try compile([file(for: source, in: folder)], ["-c", "-o", "/dev/null"], in: folder).contains(
      .crash)
  }

  /// Checks whether `source` compiles, without making a program.
  func check(_ source: SessionSource, in folder: URL) throws -> [CompilerMessage] {
    try compile([file(for: source, in: folder)], ["-typecheck"], in: folder)
  }

  private func file(for source: SessionSource, in folder: URL) throws -> String {
    let file = folder.appending(path: "main.swift")
    try Data(source.text.utf8).write(to: file)
    return file.path
  }

  private func compile(
    _ files: [String], _ action: [String], in folder: URL
  ) throws -> [CompilerMessage] {
    var command = Command(
      toolchain.usr.appending(path: "bin/swift-frontend").path,
      action + files + ["-I", toolchain.modules.path, "-diagnostic-style", "llvm"]
        + toolchain.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
        + ["-module-cache-path", toolchain.moduleCache.path]
        + Self.options)
    command.directory = folder.path
    let result = try command.run()
    let messages = CompilerMessage.parse(result.errors)
    guard result.end.exitCode != 0, !messages.contains(where: \.isError) else { return messages }
    let isCrash = result.end.signal != 0 || result.errors.contains("Stack dump:")
    return messages + [
      isCrash ? .crash : CompilerMessage(error: "The Swift compiler stopped: \(result.errors)")
    ]
  }
}
