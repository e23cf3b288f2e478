import Foundation
import Testing

@Test(arguments: [
  (["build", "--outpt", "x"], "Unknown option '--outpt'. Did you mean '--output'?"),
  (["build", "--jobs", "0"], "--jobs 0: at least one experiment must run."),
  (["bild"], "Unexpected argument 'bild'"),
])
func wrongUsageIsNamedAndEndsWithCode2(_ arguments: [String], _ message: String) throws {
  let story = try CourseStory()
  let run = try story.start(arguments)
  run.tool.waitUntilExit()
  #expect(run.tool.terminationStatus == 2)
  #expect(try String(contentsOf: run.errors, encoding: .utf8).contains(message))
}

@Test func aFolderWithOtherFilesIsNotReplaced() throws {
  let story = try CourseStory([
    "lessons/01-a.md": "# A\n\nText.", "thesis/chapter.txt": "years of work",
  ])
  let run = try story.gradus("build", "--output", "thesis").fails(2)
  #expect(run.errors.contains("thesis holds files that Gradus did not make, such as chapter.txt."))
  #expect(try story.read("thesis/chapter.txt") == "years of work")
}

@Test func aMachineWithoutACompilerIsToldWhatToInstall() throws {
  let story = try CourseStory(["lessons/01-a.md": "# A\n\n```swift\nprint(1)\n```\n"])
  let run = try story.gradus("build", path: "/nowhere").fails(3)
  #expect(run.errors.contains("The Swift compiler is not on PATH."))
}

@Test func storedResultsNeedNoCompiler() throws {
  let story = try CourseStory([
    "lessons/01-a.md": "# A\n\n```swift\nprint(1)\n```\n",
    "lessons/02-b.md": "# B\n\n```swift\nprint(2)\n```\n",
  ])
  try story.gradus("build").succeeds()
  try story.edit("lessons/01-a.md", "# A\n", "# A\n\nMore words.\n")
  let build = try story.gradus("build", path: "/nowhere").succeeds()
  #expect(build.output.contains("2 lessons, nothing had to be run"))
  #expect(build.errors.isEmpty)
  #expect(try story.read("_site/a.html").contains("More words."))

  try story.edit("lessons/01-a.md", "print(1)", "print(3)")
  try story.edit("lessons/02-b.md", "# B\n", "# B\n\n[a](nowhere.md)\n")
  let refused = try story.gradus("build", path: "/nowhere").fails(3)
  #expect(
    refused.errors.contains(
      "gradus: Not every result is stored (lessons/01-a.md: block 1 changed). The Swift compiler"))
  #expect(refused.errors.contains("lessons/02-b.md:3:5: error: There is no lesson"))
}

@Test func aCourseWithoutCodeNeedsNoCompiler() throws {
  let story = try CourseStory(["lessons/01-a.md": "# A\n\nText.\n"])
  try story.gradus("build", path: "/nowhere").succeeds()
}
