import Foundation

/// The shared library that lesson programs link against.
///
/// `swift build` makes it. `swift run gradus` builds only the tool, whose object files hold
/// everything the library needs; then it is linked from them here.
enum LessonLibrary {
  static func find(in built: URL, usr: URL) throws -> URL {
    let library = built.appending(path: "libLessonKit.so")
    let objects = try objectFiles(in: built)
    let newest = objects.compactMap(modificationDate).max() ?? .distantPast
    if let made = modificationDate(library), made >= newest { return library }
    // Linked beside and renamed, since another build may be doing the same.
    let unfinished = built.appending(path: "libLessonKit.\(getpid()).so")
    let linker = Linker(usr: usr)
    let result = try linker.link(
      objects.map(\.path) + [linker.runtimeStart], into: unfinished.path,
      options: [
        "-shared", "-Wl,-soname,libLessonKit.so", "-Wl,-z,defs", "-Wl,-rpath,\(linker.runtime)",
      ])
    guard result.end.exitCode == 0,
      rename(unfinished.path, library.path) == 0
    else {
      throw Toolchain.Missing(
        description: "The lessons' library cannot be linked: "
          + "\(result.errors.split(separator: "\n").first ?? "the linker says nothing"). "
          + "Run `swift build -c release` in Gradus's own folder.")
    }
    return library
  }

  /// The modules that the library holds.
  static let modules = [
    "TrainingKernels", "TrainingEngine", "SVGCharts", "TranscriptFormat", "LessonTrace",
    "LessonKit",
  ]

  /// The objects of the library's modules, from the list that linked the tool.
  private static func objectFiles(in built: URL) throws -> [URL] {
    let list = built.appending(path: "gradus.product/Objects.LinkFileList")
    guard let text = try? String(contentsOf: list, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map {
      URL(fileURLWithPath: $0.trimmingCharacters(in: ["'", "\""]))
    }
    .filter { object in modules.contains { object.path.contains("/\($0).build/") } }
  }

  private static func modificationDate(_ file: URL) -> Date? {
    try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }
}
