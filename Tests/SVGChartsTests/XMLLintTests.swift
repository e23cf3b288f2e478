import Foundation
import Testing

private let xmllint = "/usr/bin/xmllint"

@Test(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: xmllint), "xmllint is not installed"))
func everyGoldenDrawingIsWellFormed() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let files = try FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil
  ).filter { $0.pathExtension == "svg" }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: xmllint)
  process.arguments = ["--noout", "--nonet"] + files.map(\.path)
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}
