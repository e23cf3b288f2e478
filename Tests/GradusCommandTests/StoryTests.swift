import Foundation
import Testing

/// An author's first day, told in one go.
@Test func aCourseIsBegunEditedBrokenMendedRenamedAndAccepted() throws {
  let story = try CourseStory()
  try story.gradus("new", "course", "optics").succeeds()
  func gradus(_ arguments: String...) throws -> CourseStory.Run {
    try story.gradus(arguments: arguments + ["optics/lessons"])
  }
  let first = "optics/lessons/01-first-steps.md"
  // The scaffold's network is for people; a hundred epochs of it are too slow for a tool under test.
  try story.edit(first, "epochs: 100", "epochs: 1")
  try story.edit(first, "accuracy, in: 0.9...1", "accuracy, in: 0...1")
  #expect(try gradus("new", "lesson", "Next steps").succeeds().output.contains("02-next-steps.md"))
  let second = "optics/lessons/02-next-steps.md"
  try story.edit(
    second, "print(\"An experiment is a block of Swift.\")",
    """
    //| label: fig-next
    let steps = 3
    expect(steps, in: 1...9, "Few steps are enough")
    show("Steps.") { Chart(0..<steps) { LineMark(x: .value("x", $0), y: .value("y", $0)) } }
    """)
  try story.edit(first, "> [!TIP]", "Go on with [the next steps](02-next-steps.md).\n\n> [!TIP]")

  // Build: both lessons run, and then neither.
  #expect(try gradus("build").succeeds().output.contains("2 lessons, 2 run"))
  #expect(try gradus("build").succeeds().output.contains("nothing had to be run"))

  // Prose runs nothing, and moves what stands below it.
  try story.edit(
    second, "**One question", "Words.\n\nIt takes `{swift} steps` steps.\n\n**One question")
  #expect(
    try gradus("build").fails(1).errors.contains(
      "02-next-steps.md:8:19: error: No experiment above"))
  try story.edit(second, "It takes `{swift} steps` steps.", "More words, and @fig-next.")
  #expect(try gradus("build").succeeds().output.contains("nothing had to be run"))
  #expect(try story.read("_site/next-steps.html").contains("More words, and"))

  // Code runs its own lesson.
  try story.edit(second, "steps = 3", "steps = 4")
  #expect(
    try gradus("build", "--why").succeeds().errors
      == "optics/lessons/02-next-steps.md: block 1 changed\n")

  // A mistake leaves the site as it was.
  let site = try story.contents(of: "_site")
  try story.edit(second, "0..<steps", "0..<stpes")
  let mistake = try gradus("build").fails(1).errors
  #expect(mistake.contains("cannot find 'stpes' in scope"))
  #expect(mistake.contains("try: steps"))
  #expect(try story.contents(of: "_site") == site)
  try story.edit(second, "0..<stpes", "0..<steps")
  #expect(try gradus("build").succeeds().output.contains("nothing had to be run"))
  #expect(try story.contents(of: "_site") == site)

  // A new name: whoever links to the old one is told; nothing runs again.
  let renamed = "optics/lessons/02-next-step.md"
  try FileManager.default.moveItem(
    at: story.folder.appending(path: second), to: story.folder.appending(path: renamed))
  #expect(try gradus("build").fails(1).errors.contains("try: 02-next-step.md"))
  try story.edit(first, "02-next-steps.md", "02-next-step.md")
  try story.edit(renamed, "title:", "aliases: next-steps\ntitle:")
  #expect(try gradus("build").succeeds().output.contains("nothing had to be run"))
  #expect(try story.read("_site/next-step.html").contains("More words, and"))
  #expect(try story.read("_site/next-steps.html").contains("next-step.html"))

  // Check, accept, and see what moves.
  #expect(try gradus("check").succeeds().output.contains("Nothing is pinned"))
  try gradus("check", "--accept").succeeds()
  #expect(try gradus("check").succeeds().output.contains("nothing has moved"))
  try story.edit(renamed, "steps = 4", "steps = 5")
  let line = try story.read(renamed).split(separator: "\n", omittingEmptySubsequences: false)
    .firstIndex { $0.hasPrefix("expect(") }
  #expect(
    try gradus("check").fails(1).errors.contains(
      "\(renamed):\(try #require(line) + 1):1: error: This claim has moved: “Few steps are enough”, 4.0 → 5.0"
    ))
  try gradus("check", "--accept").succeeds()
  #expect(try gradus("check").succeeds().output.contains("nothing has moved"))
}
