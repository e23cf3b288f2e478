import Foundation
import Notebook
import Testing

@Test func anInstalledToolWorksFromAnyFolder() throws {
  let story = try CourseStory([
    "lessons/01-a.md": "# A\n\n```swift\nprint(Dense(from: 2, to: 3))\n```\n"
  ])
  try story.gradus("build", tool: installedTool(in: story)).succeeds()
  #expect(try story.read("_site/a.html").contains("Dense(from: 2, to: 3)"))
}

@Test(.enabled(if: WebModules.lacking == nil, "\(WebModules.lacking ?? "")"))
func anInstalledToolMakesLiveBlocksOfWhatWasInstalledWithIt() throws {
  func lesson(_ values: String) -> String {
    """
    # A

    ```swift
    //| live: true
    let size = Slider("Size", values: [\(values)])
    show("size \\(size.value)")
    ```
    """
  }
  let story = try CourseStory(["lessons/01-a.md": lesson("1, 2")])
  let tool = try installedTool(in: story)
  try story.gradus("build", tool: tool).succeeds()
  #expect(try story.read("_site/live/a.js").hasPrefix("gradus.live.receive(\"a\", \""))
  // Without it the pages are whole, and it is said what is missing.
  try FileManager.default.removeItem(at: story.folder.appending(path: "prefix/lib/gradus/Web"))
  try story.write("lessons/01-a.md", lesson("1, 3"))
  let errors = try story.gradus("build", tool: tool).succeeds().errors
  #expect(
    errors.contains(
      "Live blocks are not on the pages. The engine for the reader's browser is not with the tool: run `make install`"
    ), "\(errors)")
  #expect(try !story.read("_site/a.html").contains("data-live="))
}

@Test func storedResultsAreGoodForAnotherToolInAnotherFolder() throws {
  let files = ["lessons/01-a.md": "# A\n\n```swift\nprint(Dense(from: 2, to: 3))\n```\n"]
  let here = try CourseStory(files), there = try CourseStory(files)
  try here.gradus("build").succeeds()
  try there.copy(here.folder.appending(path: ".gradus"), to: ".gradus")
  let build = try there.gradus("build", tool: installedTool(in: there)).succeeds()
  #expect(build.output.contains("nothing had to be run"))
}

/// What `make install` makes of the tool under test.
private func installedTool(in story: CourseStory) throws -> URL {
  let prefix = story.folder.appending(path: "prefix")
  let install = Process()
  install.executableURL = URL(fileURLWithPath: "/bin/sh")
  install.currentDirectoryURL = CourseStory.project
  install.arguments = [
    ".ci/install.sh", CourseStory.tool.deletingLastPathComponent().path, prefix.path,
  ]
  install.standardOutput = FileHandle.nullDevice
  try install.run()
  install.waitUntilExit()
  #expect(install.terminationStatus == 0)
  return prefix.appending(path: "bin/gradus")
}

@Test func theDoctorSaysWhatIsThereAndWhatIsNot() throws {
  let story = try CourseStory()
  let well = try story.gradus("doctor").succeeds().output
  #expect(well.contains("✓ Swift compiler and engine: Swift version"))
  #expect(well.contains("✓ Formulas (KaTeX): installed"))
  let ill = try story.gradus("doctor", path: "/nowhere").fails(3).output
  #expect(ill.contains("✗ Swift compiler and engine: The Swift compiler is not on PATH."))
}

@Test func problemsCanBeReadByAnEditor() throws {
  let story = try CourseStory(["lessons/01-a.md": "# A\n\n```swift\nlet x: Int = 1.5\n```\n"])
  #expect(
    try story.gradus("check", "--json").fails(1).output == """
      {"column":14,"help":"a Double, such as 0.0, where the whole number is declared; or Int(…), which drops the fraction","line":4,"message":"cannot convert value of type 'Double' to specified type 'Int'",\
      "notes":[],"path":"lessons/01-a.md","severity":"error"}

      """)
}
