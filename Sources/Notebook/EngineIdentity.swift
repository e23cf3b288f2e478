import Foundation

/// What the engine is called in the keys of results: what it was built from, not what came of it.
///
/// A library built from the same sources in another folder differs in thousands of bytes, since the
/// names of files and symbols hold the path; its results are the same to the last bit, on every
/// processor. So results that were copied to another machine stay valid there.
package enum EngineIdentity {
  /// A hash of the sources, if the library is younger than all of them; of the library otherwise.
  ///
  /// - Parameter sources: the folder of the engine's modules, where the tool was built.
  package static func of(_ library: URL, sources: URL) throws -> String {
    let files = LessonLibrary.modules.flatMap { sourceFiles(of: $0, in: sources) }
    let built = modificationDate(library) ?? .distantPast
    let isYounger = files.allSatisfy { (modificationDate($0.url) ?? .distantFuture) <= built }
    guard !files.isEmpty, isYounger else {
      return contentHash(try [UInt8](Data(contentsOf: library)))
    }
    var list = ""
    for file in files {
      list += "\(file.name) \(contentHash(try [UInt8](Data(contentsOf: file.url))))\n"
    }
    #if DEBUG
      list += "debug\n"
    #endif
    return "sources \(contentHash(list.utf8))"
  }

  /// Where this tool's own sources were when it was built.
  static var sources: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  private static func sourceFiles(of module: String, in sources: URL) -> [(name: String, url: URL)]
  {
    let folder = sources.appending(path: module)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { path in
      ["swift", "c", "h", "inc"].contains { path.hasSuffix(".\($0)") }
    }
    .sorted().map { ("\(module)/\($0)", folder.appending(path: $0)) }
  }

  private static func modificationDate(_ file: URL) -> Date? {
    try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
  }
}
