import Foundation
import Testing

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appending(path: "Golden")

private func drawings() throws -> [URL] {
  try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "svg" && !$0.lastPathComponent.contains(".changed.") }
}

private let xmllint = "/usr/bin/xmllint"

@Test(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: xmllint), "xmllint is not installed"))
func everyGoldenDrawingIsWellFormed() throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: xmllint)
  process.arguments = try ["--noout", "--nonet"] + drawings().map(\.path)
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}

private let gzip = "/usr/bin/gzip"

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: gzip), "gzip is not installed"))
func everyGoldenDrawingTravelsInTwelveKilobytes() throws {
  for file in try drawings() {
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: gzip)
    process.arguments = ["-9", "--stdout", file.path]
    process.standardOutput = output
    try process.run()
    let size = output.fileHandleForReading.readDataToEndOfFile().count
    process.waitUntilExit()
    #expect((100...12_000).contains(size), "\(file.lastPathComponent) has \(size) bytes")
  }
}
