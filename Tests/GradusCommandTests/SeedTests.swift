import Testing

@Test func aClaimThatHoldsForOneSeedOnlyIsFoundOut() throws {
  let story = try CourseStory([
    "lessons/01-luck.md": """
    # Luck

    ```swift
    let first = RandomStream(seed: 1, name: "luck").uniform(0)
    let mean = (0..<1000).map { RandomStream(seed: 1, name: "mean").uniform($0) }.reduce(0, +) / 1000
    expect(first, near: `FIRST`, within: 0.001, "The first number is what it is")
    expect(mean, in: 0.4...0.6, "The mean is about a half")
    ```
    """
  ])
  try story.edit("lessons/01-luck.md", "`FIRST`", "0.5")
  let text = try story.gradus("check").fails(1).errors
  let measured = try #require(text.firstMatch(of: /measured ([0-9.]+)/)?.1)
  try story.edit("lessons/01-luck.md", "near: 0.5,", "near: \(measured),")
  try story.gradus("check").succeeds()

  let errors = try story.gradus("check", "--seeds", "2").fails(1).errors
  #expect(
    errors.contains(
      "lessons/01-luck.md:6:1: error: This claim holds for the seeds of the lesson, but not for "
        + "2 of 2 others: “The first number is what it is” (seeds + 1000: measured 0."))
  #expect(!errors.contains("about a half"))
  #expect(errors.hasSuffix("1 error.\n"))

  try story.edit("lessons/01-luck.md", "within: 0.001", "within: 1")
  let all = try story.gradus("check", "--seeds", "2").succeeds()
  #expect(all.output.hasPrefix("Every claim holds for 2 other seeds.\n"))
  #expect(all.errors == "seeds + 1000: every claim holds\nseeds + 2000: every claim holds\n")
}
