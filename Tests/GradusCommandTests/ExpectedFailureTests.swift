import Testing

@Test func aBlockThatMustFailShowsWhatIsSaidAgainstIt() throws {
  let story = try CourseStory([
    "lessons/01-mistakes.md": """
    # Mistakes

    ```swift
    var counts = [1, 2]
    ```

    ```swift
    //| error: compile
    let rate: Int = "fast"
    ```

    ```swift
    //| error: runtime
    counts.append(3)
    print("so far \\(counts)")
    print(counts[5])
    ```

    ```swift
    //| error: runtime
    struct Cold: Error {}
    throw Cold()
    ```

    ```swift
    print("still \\(counts)")
    ```
    """
  ])
  try story.gradus("build").succeeds()
  let page = try story.read("_site/mistakes.html")
  let shown = page.matches(
    of: /<pre class="(failure|printed)" tabindex="0"><samp>((?:.|\n)*?)<\/samp>/)
  #expect(
    shown.map { "\($0.1): \($0.2)" } == [
      """
      failure: error: cannot convert value of type &#39;String&#39; to specified type &#39;Int&#39;
      let rate: Int = &quot;fast&quot;
                      ^
      """,
      "printed: so far [1, 2, 3]", "failure: The program stopped: Index out of range",
      "failure: This block threw an error that nothing catches: Lesson.Cold()",
      "printed: still [1, 2]",
    ])
  let again = try story.gradus("build").succeeds()
  #expect(again.output.contains("nothing had to be run"))
  #expect(try story.read("_site/mistakes.html") == page)
}

@Test func aBlockMayAskForMoreMemoryAndOutput() throws {
  let story = try CourseStory([
    "lessons/01-a.md": """
    # A

    ```swift
    //| memory: 6 GB
    //| output-limit: 40 MB
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: 5_000_000_000, alignment: 1)
    for _ in 0..<33_000 { print(String(repeating: "x", count: 1000)) }
    ```
    """
  ])
  try story.gradus("check").succeeds()
}
