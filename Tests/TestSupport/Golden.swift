import Foundation
import Testing

/// Compares `actual` with the file `name` in the folder `Golden`, or another, beside the calling
/// test.
///
/// A difference leaves `name.changed.ext` beside the golden file, to be looked at, and fails.
/// `RECORD_GOLDEN=1` writes the golden file and fails all the same, so that nobody records by accident.
public func expectGolden(
  _ actual: String, _ name: String, in folder: String = "Golden", file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: folder)
  let golden = folder.appending(path: name)
  let changed = golden.deletingPathExtension()
    .appendingPathExtension("changed").appendingPathExtension(golden.pathExtension)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try? FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(actual.utf8).write(to: golden)
    try? FileManager.default.removeItem(at: changed)
    Issue.record(
      "Recorded \(name). Look at it, then run without RECORD_GOLDEN.",
      sourceLocation: sourceLocation)
    return
  }
  let expected = (try? Data(contentsOf: golden)).map { String(decoding: $0, as: UTF8.self) }
  guard expected != actual else { return }
  try? Data(actual.utf8).write(to: changed)
  Issue.record(
    """
    \(expected == nil ? "There is no golden file" : "The output differs from the golden file") \(golden.path).
    Open \(changed.path) to see what came. If it is right: RECORD_GOLDEN=1 swift test --filter …
    """, sourceLocation: sourceLocation)
}

/// Fails for each golden file that no test beside it names.
public func expectEveryGoldenIsUsed(
  file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let tests = URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
  let manager = FileManager.default
  let sources = try manager.contentsOfDirectory(at: tests, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "swift" }
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  for golden in try manager.subpathsOfDirectory(atPath: tests.appending(path: "Golden").path) {
    let name = (golden as NSString).lastPathComponent
    guard name.contains("."), !name.contains(".changed."), !sources.contains(name) else { continue }
    Issue.record("No test reads Golden/\(golden)", sourceLocation: sourceLocation)
  }
}
