import Foundation
import Testing

private let first = """
  # First

  Some words.

  ```swift
  let step = 0.5
  print("step", step)
  expect(step, in: 0...1, "A step is small")
  ```

  A step is `{swift} step` long.
  """

private let second = """
  # Second

  ```swift
  show("Twice two is four.") {
      Chart { for x in 1...4 { LineMark(x: .value("x", x), y: .value("2x", 2 * x)) } }
  }
  ```
  """

@Test func aCourseBecomesASite() throws {
  let story = try CourseStory(["lessons/01-first.md": first, "lessons/02-second.md": second])
  try story.gradus("build").succeeds()
  let page = try story.read("_site/first.html")
  #expect(page.contains("A step is <span class=\"value\">0.5</span> long."))
  #expect(page.contains("step 0.5"))
  #expect(page.contains("A step is small"))
  #expect(try story.read("_site/second.html").contains("<svg"))
  #expect(try story.read("_site/index.html").contains("second.html"))
}

@Test func everyLanguageOfTheMachineGivesTheSameBytes() throws {
  let sites = try ["C", "de_DE.UTF-8", "tr_TR.UTF-8"].map { locale in
    let story = try CourseStory(["lessons/01-first.md": first, "lessons/02-second.md": second])
    try story.gradus("build", locale: locale).succeeds()
    return try story.contents(of: "_site")
  }
  #expect(sites[0].count > 5)
  #expect(sites[1] == sites[0] && sites[2] == sites[0])
}

@Test func onlyWhatChangedIsRunAgain() throws {
  let story = try CourseStory(["lessons/01-first.md": first, "lessons/02-second.md": second])
  #expect(
    try story.gradus("build", "--why").succeeds().errors == """
      lessons/01-first.md: it has not been run before
      lessons/02-second.md: it has not been run before

      """)
  let site = try story.contents(of: "_site")
  #expect(try story.gradus("build", "--why").succeeds().errors == "")
  #expect(try story.contents(of: "_site") == site)

  try story.edit("lessons/01-first.md", "Some words.", "Some other words.\n\nAnd more lines.")
  #expect(try story.gradus("build", "--why").succeeds().errors == "")
  #expect(try story.read("_site/first.html").contains("And more lines."))

  try story.edit("lessons/01-first.md", "0.5", "0.25")
  #expect(
    try story.gradus("build", "--why").succeeds().errors
      == "lessons/01-first.md: block 1 changed\n")
  #expect(
    try story.read("_site/first.html").contains("A step is <span class=\"value\">0.25</span> long.")
  )

  try story.gradus("build", "--refresh").succeeds()
  try story.edit("lessons/01-first.md", "0.25", "0.5")
  #expect(try story.gradus("build", "--why").succeeds().errors == "")
}

/// The disk has to have all that is written before the sites are exchanged.
@Test func whatStaysTheSameIsNotWrittenAgain() throws {
  let story = try CourseStory(["lessons/01-first.md": first, "lessons/02-second.md": second])
  func inode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: story.folder.appending(path: "_site/\(path)").path)
    return try #require(attributes[.systemFileNumber] as? Int)
  }
  try story.gradus("build").succeeds()
  let drawing = try #require(
    FileManager.default.contentsOfDirectory(
      atPath: story.folder.appending(path: "_site/figures").path
    ).first { $0.hasSuffix(".svg") })
  let files = ["first.html", "second.html", "figures/\(drawing)", "api/Network.html", "page.js"]
  let before = try files.map(inode)
  try story.edit("lessons/01-first.md", "Some words.", "Some other words.")
  try story.gradus("build").succeeds()
  #expect(try story.read("_site/first.html").contains("Some other words."))
  #expect(try zip(files, before).filter { try inode($0) != $1 }.map(\.0) == ["first.html"])

  // Neither what was made of another text nor what was written by hand is taken over.
  try story.edit("lessons/02-second.md", "2 * x", "3 * x")
  try story.write("_site/second.html", "mine")
  try story.gradus("build").succeeds()
  #expect(
    !FileManager.default.fileExists(
      atPath: story.folder.appending(path: "_site/figures/\(drawing)").path))
  #expect(try story.read("_site/second.html").contains("<svg"))
}

@Test func aSiteIsBuiltAgainOnlyIfTheCourseOrTheSiteHasChanged() throws {
  let story = try CourseStory(["lessons/01-first.md": first, "lessons/data/a.txt": "one"])
  // Each build puts a new folder in the site's place.
  func folder() throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: story.folder.appending(path: "_site").path)
    return try #require(attributes[.systemFileNumber] as? Int)
  }
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: story.folder.appending(path: path))
  }
  let said = try story.gradus("build").succeeds().output
  #expect(said.contains("1 lesson, 1 run"))
  let site = try story.contents(of: "_site")
  let built = try folder()
  let again = try story.gradus("build").succeeds().output
  #expect(again.hasPrefix("_site/index.html: 1 lesson, nothing had to be run, "))
  #expect(try folder() == built)

  let changes: [(String, () throws -> Void)] = [
    ("prose", { try story.edit("lessons/01-first.md", "Some words.", "Some other words.") }),
    ("prose again", { try story.edit("lessons/01-first.md", "Some other words.", "Some words.") }),
    ("data", { try story.write("lessons/data/a.txt", "two") }),
    ("a page by hand", { try story.write("_site/first.html", "mine") }),
    ("a page gone", { try remove("_site/index.html") }),
    ("a page more", { try story.write("_site/more.html", "more") }),
    ("a result gone", { try remove(".gradus/results") }),
  ]
  for (name, change) in changes {
    let before = try folder()
    try change()
    try story.gradus("build").succeeds()
    #expect(try folder() != before, "\(name)")
    if name != "prose" { #expect(try story.contents(of: "_site") == site, "\(name)") }
    let after = try folder()
    try story.gradus("build").succeeds()
    #expect(try folder() == after, "\(name)")
  }
}

/// A warning would be told once and forgotten.
@Test func whatABuildHasToTellIsToldAgain() throws {
  let story = try CourseStory([
    "lessons/01-first.md": "# First\n\nWords.\n",
    "lessons/02-draft.md": "---\ndraft: true\n---\n# Draft\n\n```swift\nlet a: Int = true\n```\n",
  ])
  for _ in 1...2 {
    let run = try story.gradus("build").succeeds()
    #expect(run.output.contains("1 lesson, "))
    #expect(
      run.errors.hasPrefix(
        "lessons/02-draft.md:7:14: warning: cannot convert value of type 'Bool'"))
    #expect(run.errors.contains("the lesson is a draft: the site is built without it"))
  }
  // Names are known across its blocks, and what compiles is not run.
  try story.edit(
    "lessons/02-draft.md", "let a: Int = true\n```",
    "let a = 1\n```\n\n```swift\nfatalError(\"\\(a)\")\n```")
  for _ in 1...2 { #expect(try story.gradus("build").succeeds().errors == "") }
  #expect(
    !FileManager.default.fileExists(
      atPath: story.folder.appending(path: "_site/draft.html").path))
}

@Test func aDataFileThatABlockNamesIsPartOfItsResult() throws {
  let story = try CourseStory([
    "lessons/data/a.txt": "one", "lessons/data/b.txt": "two",
    "lessons/01-first.md": """
    # First

    ```swift
    import Foundation
    print(try String(contentsOfFile: "data/a.txt", encoding: .utf8))
    ```
    """,
  ])
  try story.gradus("build").succeeds()
  try story.write("lessons/data/b.txt", "other")
  #expect(try story.gradus("build", "--why").succeeds().errors == "")
  try story.write("lessons/data/a.txt", "changed")
  #expect(
    try story.gradus("build", "--why").succeeds().errors
      == "lessons/01-first.md: the file data/a.txt changed\n")
  #expect(try story.read("_site/first.html").contains("changed"))
}

@Test func jobsDoNotChangeTheSite() throws {
  let story = try CourseStory(["lessons/01-first.md": first, "lessons/02-second.md": second])
  try story.gradus("build", "--jobs", "1").succeeds()
  let site = try story.contents(of: "_site")
  try story.gradus("build", "--refresh", "--jobs", "8").succeeds()
  #expect(try story.contents(of: "_site") == site)
}

@Test func checkWritesNoSite() throws {
  let story = try CourseStory(["lessons/01-first.md": first])
  try story.gradus("check").succeeds()
  #expect(!FileManager.default.fileExists(atPath: story.folder.appending(path: "_site").path))
}

@Test func cleanRemovesWhatBuildingMade() throws {
  let story = try CourseStory(["lessons/01-first.md": first])
  try story.gradus("build").succeeds()
  try story.gradus("clean").succeeds()
  #expect(try FileManager.default.contentsOfDirectory(atPath: story.folder.path) == ["lessons"])
}
