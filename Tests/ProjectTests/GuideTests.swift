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

/// The page on themes names every property of the style sheet and every value of the templates.
@Test func theGuideNamesWhatAThemeCanChange() throws {
  func read(_ path: String) throws -> String {
    try String(contentsOf: ProjectFiles.folder.appending(path: path), encoding: .utf8)
  }
  let guide = try read("guide/10-make-it-yours.md")
  let sheet = try read("site/style.css")
  let root = try #require(sheet.firstMatch(of: /:root \{(?:[^}]*)\}/)).output
  for property in root.matches(of: /\n *(--[a-z0-9-]+):/) {
    #expect(guide.contains("`\(property.1)`"))
  }
  let folder = ProjectFiles.folder.appending(path: "site").path
  for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  where name.hasSuffix(".mustache") {
    for value in try read("site/\(name)").matches(of: /{{[{#^]?([a-z]+)/) {
      #expect(guide.contains("`\(value.1)`"), "\(name)")
    }
  }
}
