import Foundation
import Testing

@Test func aNewCourseBuildsAtOnceAndIsNeverOverwritten() throws {
  let story = try CourseStory()
  try story.gradus("new", "course", "wave-optics").succeeds()
  #expect(try story.read("wave-optics/lessons/course.yml").contains("title: \"Wave optics\""))
  try story.gradus("build", "wave-optics/lessons", "--output", "site").succeeds()
  #expect(
    try story.read("site/first-steps.html").contains("The network tells nine points of ten apart"))
  let refused = try story.gradus("new", "course", "wave-optics").fails(2)
  #expect(refused.errors.contains("wave-optics/lessons is there already; it stays as it is."))
}

@Test(arguments: [
  ("Long sequences", "07-long-sequences.md"), ("2 × 2 = 4?", "07-2-2-4.md"),
  ("Über Größe", "07-über-größe.md"), ("\"Quoted\"", "07-quoted.md"),
])
func aNewLessonFollowsTheLastOne(_ title: String, _ file: String) throws {
  let story = try CourseStory(["lessons/06-exploding.md": "# E\n\nText.\n"])
  #expect(try story.gradus("new", "lesson", title).succeeds().output == "lessons/\(file)\n")
  try story.gradus("build").succeeds()
}

@Test func aLessonNeedsACourseAndATitle() throws {
  let story = try CourseStory()
  #expect(
    try story.gradus("new", "lesson", "A", "nowhere").fails(2).errors.contains("is no course"))
  #expect(try story.gradus("new", "lesson", "?!").fails(2).errors.contains("no letter or digit"))
}
