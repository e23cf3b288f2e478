import Site
import TestSupport
import Testing

struct DownloadTests {
  @Test func theCodeOfALessonIsOneFileThatRuns() throws {
    let site = try readLesson(
      """
      # Rates

      ## First <part>

      ```swift
      //| label: fig-x
      let rate = 0.1
      let twice = 2 * rate // hide
      ```

      Words.

      ::: exercise
      ```swift
      print(twice)
      ```
      :::

      ## Never run

      ```swift
      //| eval: false
      fatalError()
      ```

      ```swift
      //| compile: false
      rate = …
      ```

      ## Another program

      ```swift
      //| session: other
      let rate = 1
      ```
      """
    ).site()
    expectGolden(try site.text("code/a-lesson.swift"), "code.swift")
    #expect(try site.text("code/a-lesson-other.swift").hasSuffix("\nlet rate = 1\n"))
    #expect(try site.text("a-lesson.html").contains("href=\"code/a-lesson.swift\" download"))
  }

  @Test func aLessonWithoutCodeOffersNone() throws {
    let site = try readLesson("# T\n\nWords.").site()
    #expect(!site.files.contains { $0.path.hasPrefix("code/") })
    #expect(try !site.text("a-lesson.html").contains("download"))
  }

  @Test func aLessonSaysWhatToReadFirst() throws {
    let site = try read([
      "course.yml": "title: A course", "01-one.md": "# One & all", "02-two.md": "# Two",
      "03-three.md": "---\nprerequisites: [02-two.md, 01-one.md]\n---\n# Three",
    ]).site()
    #expect(
      try site.text("three.html").contains(
        "<p class=\"before\">Read first: <a href=\"two.html\">Two</a>, "
          + "<a href=\"one.html\">One &amp; all</a></p>"))
  }
}
