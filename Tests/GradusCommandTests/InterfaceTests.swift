import Foundation
import Testing

/// The engine's declarations, asked from the compiler itself.
struct InterfaceTests {
  private func story() throws -> CourseStory {
    try CourseStory(["lessons/01-a.md": "# A\n\n```swift\nprint(Dense(from: 2, to: 3))\n```\n"])
  }

  @Test func aNameLeadsToItsDeclaration() throws {
    let story = try story()
    try story.gradus("build").succeeds()
    #expect(try story.read("_site/a.html").contains("href=\"api/Dense.html\">Dense</a>"))
    let page = try story.read("_site/api/Dense.html")
    #expect(page.contains("fully connected layer"), "comments are in the module")
    #expect(page.contains("href=\"Initializer.html\""))
    for name in ["LineMark", "show", "Network"] { _ = try story.read("_site/api/\(name).html") }
  }

  @Test func pagesAreTheSameWithAndWithoutTheCache() throws {
    let story = try story()
    func pages() throws -> [String: Data] {
      try story.gradus("build").succeeds()
      let folder = story.folder.appending(path: "_site/api")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try Dictionary(
        uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }
    let first = try pages()
    #expect(try pages() == first)
    try story.write(".gradus/interface", "gradus 1 damaged\n")
    #expect(try pages() == first)
    let home = Data(CourseStory.project.path.utf8)
    for (name, page) in first { #expect(page.range(of: home) == nil, "\(name) has a path") }
  }

  @Test func aCourseWithoutSwiftHasNoDeclarations() throws {
    let story = try CourseStory(["lessons/01-a.md": "# A\n\nWords.\n"])
    try story.gradus("build").succeeds()
    #expect(!FileManager.default.fileExists(atPath: story.folder.path + "/_site/api"))
    #expect(try !story.read("_site/a.html").contains("api/"))
  }

  @Test func theDoctorKnowsWhetherThereCanBePages() throws {
    let output = try CourseStory().gradus("doctor").succeeds().output
    #expect(output.contains("✓ Pages of the engine's declarations: can be made"))
  }
}
