import Foundation
import Notebook
import Testing

struct EngineIdentityTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What the build writes for one file of source in a folder of that name.
  private func digest(in name: String, source: String, file: String = "A.swift") throws -> String {
    let place = folder.appending(path: name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(source.utf8).write(to: place.appending(path: file))
    let digest = folder.appending(path: "digest.swift")
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/sh")
    script.arguments = [
      Self.project.appending(path: "Plugins/SourceDigest/digest.sh").path, place.path, digest.path,
      "engineDigest",
      file,
    ]
    try script.run()
    script.waitUntilExit()
    return try String(contentsOf: digest, encoding: .utf8)
  }

  @Test func theDigestIsThatOfNamesAndContentsInWhateverFolder() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let here = try digest(in: "here", source: "let a = 1")
    #expect(here.contains(#/package let engineDigest = "[0-9a-f]{32}"/#))
    #expect(try digest(in: "elsewhere", source: "let a = 1") == here)
    #expect(try digest(in: "changed", source: "let a = 2") != here)
    #expect(try digest(in: "renamed", source: "let a = 1", file: "B.swift") != here)
  }

  @Test func theToolIsOfTheSourcesThatItWasBuiltFrom() {
    #expect(engineIdentity.contains(#/^sources [0-9a-f]{32}/#))
  }
}
