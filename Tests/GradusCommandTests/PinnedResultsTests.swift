import Testing

private let lesson = """
  # First

  ```swift
  let half = 0.5
  expect(half, in: 0...1, "A half is “small”")
  expect(half > 0, "It is something")
  show("One line.") { Chart { for x in 1...3 { LineMark(x: .value("x", x), y: .value("y", half)) } } }
  ```

  It is `{swift} half`, twice `{swift} 2 * half`.
  """

@Test func acceptedResultsAreComparedToTheLastDigit() throws {
  let story = try CourseStory(["lessons/01-first.md": lesson])
  #expect(try story.gradus("check").succeeds().output.contains("Nothing is pinned"))
  try story.gradus("check", "--accept").succeeds()
  let lock = try story.read("lessons/results.lock")
  #expect(lock.contains("\n01-first.md\n  claim \"A half is “small”\" = 0.5\n"))
  #expect(lock.contains("  value \"2 * half\" = \"1\"\n"))
  #expect(try story.gradus("check").succeeds().output.contains("nothing has moved"))

  // Prose and looks move nothing.
  try story.edit("lessons/01-first.md", "# First\n", "# First\n\nMore words.\n")
  try story.gradus("check").succeeds()

  try story.edit("lessons/01-first.md", "0.5\n", "0.5000000000000001\n")
  let errors = try story.gradus("check").fails(1).errors
  #expect(
    errors.hasPrefix(
      """
      lessons/01-first.md:7:1: error: This claim has moved: “A half is “small””, 0.5 → 0.5000000000000001
      expect(half, in: 0...1, "A half is “small”")
      ^
        try: if that is right: gradus check --accept

      """))
  #expect(errors.hasSuffix("\n1 error.\n"), "\(errors)")
  // Building is for looking; it does not ask.
  try story.gradus("build").succeeds()
  try story.gradus("check", "--accept").succeeds()
  try story.gradus("check").succeeds()
}

@Test func aResultThatIsNewOrGoneIsTold() throws {
  let story = try CourseStory(["lessons/01-first.md": lesson])
  try story.gradus("check", "--accept").succeeds()
  try story.edit("lessons/01-first.md", "It is something", "It is more than nothing")
  let errors = try story.gradus("check").fails(1).errors
  #expect(errors.contains("This claim is new: “It is more than nothing”"))
  #expect(errors.contains("The pinned claim “It is something” of 01-first.md is gone"))
}

@Test func aFigureMovesEvenWhereItsDescriptionStays() throws {
  let story = try CourseStory([
    "lessons/01-first.md": """
    # First

    ```swift
    show("Four.") { Chart([0.0, 3.0, 2.0, 9.0]) { LineMark(x: .value("x", $0), y: .value("y", $0)) } }
    ```
    """
  ])
  try story.gradus("check", "--accept").succeeds()
  try story.edit("lessons/01-first.md", "3.0, 2.0", "3.0, 2.5")
  let errors = try story.gradus("check").fails(1).errors
  #expect(
    errors.contains(
      "This figure has moved: “Four.”, in values that its description \"Line chart of y against x"))
}
