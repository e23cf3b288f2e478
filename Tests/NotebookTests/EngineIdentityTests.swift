import Foundation
import Notebook
import Testing

struct EngineIdentityTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// Writes a source and a library that was built a minute later; returns the engine's identity.
  private func identity(
    in name: String, source: String = "let a = 1", library: String = "built",
    age: TimeInterval = 60
  ) throws -> String {
    let place = folder.appending(path: name)
    let files = [("TrainingEngine/A.swift", source, 0), ("library.so", library, age)]
    for (path, text, age) in files {
      let file = place.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000 + age)], ofItemAtPath: file.path)
    }
    return try EngineIdentity.of(place.appending(path: "library.so"), sources: place)
  }

  @Test func itIsThatOfTheSourcesInWhateverFolder() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let here = try identity(in: "here", library: "/here")
    #expect(try identity(in: "elsewhere", library: "/elsewhere") == here)
    #expect(try identity(in: "changed", source: "let a = 2") != here)
  }

  @Test func aLibraryOlderThanTheSourcesIsItsOwnIdentity() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = try identity(in: "a", library: "old", age: -60)
    #expect(try identity(in: "b", source: "let a = 2", library: "old", age: -60) == old)
    #expect(try identity(in: "c", library: "new", age: -60) != old)
  }
}
