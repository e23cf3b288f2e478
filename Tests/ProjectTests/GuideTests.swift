import Foundation
import Testing

/// The pages of the user guide.
private func pages() throws -> [String] {
  try FileManager.default.contentsOfDirectory(
    atPath: ProjectFiles.folder.appending(path: "guide").path
  ).filter { $0.hasSuffix(".md") }.sorted()
}

/// What the guide shows as a lesson's source is on the page itself, and so it runs.
@Test(arguments: try pages())
func everyExampleOfTheGuideStandsBelowItsSource(_ page: String) throws {
  let text = try String(
    contentsOf: ProjectFiles.folder.appending(path: "guide/\(page)"), encoding: .utf8)
  for example in text.matches(of: /(?m)^(`{3,})markdown\n((?:.|\n)*?)\n\1\n\n/) {
    let source = example.2
    #expect(
      text[example.range.upperBound...].hasPrefix(source), "\(page) shows, but has not:\n\(source)")
  }
}
