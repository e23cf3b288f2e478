import Foundation
import Notebook
import Testing

extension String {
  /// What a page of the preview says of the code that its live blocks run.
  fileprivate var program: Substring? { firstMatch(of: /data-program="(\w+)"/)?.1 }
}

@Suite(.enabled(if: Server.canBeAsked))
struct ServeTests {
  @Test func aChangeIsSeenAndAProblemAppearsAndVanishes() throws {
    let story = try CourseStory(["lessons/01-a b.md": "# A\n\nFirst words.\n"])
    let server = try Server(story)
    #expect(try server.wait(for: "First words.", at: "/a-b.html"))
    #expect(try server.get("/").text.contains("a-b.html"))
    try story.edit("lessons/01-a b.md", "First", "Other")
    #expect(try server.wait(for: "Other words.", at: "/a-b.html"))
    try story.edit("lessons/01-a b.md", "Other words.", "[Broken](02-no.md)")
    #expect(try server.wait(for: "lessons/01-a b.md:3:10: error:", at: "/a-b.html"))
    // The text of the last good build is still there.
    #expect(try server.get("/a-b.html").text.contains("Other words."))
    try story.edit("lessons/01-a b.md", "[Broken](02-no.md)", "Mended.")
    #expect(try server.wait(for: "Mended.", at: "/a-b.html"))
    #expect(try !server.get("/a-b.html").text.contains("error:"))
  }

  @Test(.enabled(if: WebModules.lacking == nil, "\(WebModules.lacking ?? "")"))
  func aChangedLiveBlockHasAnotherProgram() throws {
    let story = try CourseStory([
      "lessons/01-a.md": """
      # A

      ```swift
      //| live: true
      let size = Slider("Size", values: [1, 2])
      show("one of \\(size.value)")
      ```
      """
    ])
    let server = try Server(story)
    #expect(try server.wait(for: "one of 1", at: "/a.html"))
    let program = try server.get("/live/a.js").text
    #expect(program.hasPrefix("gradus.live.receive(\"a\", \""))
    try story.edit("lessons/01-a.md", "one of", "two of")
    #expect(try server.wait(for: "two of 1", at: "/a.html"))
    // It is waited for: the one of the code before is not served any more.
    let changed = try server.get("/live/a.js").text
    #expect(changed.hasPrefix("gradus.live.receive(\"a\", \"") && changed != program)
    // A page whose program changes is loaded anew, and no other.
    let page = try server.get("/a.html").text
    try story.edit("lessons/01-a.md", "# A\n", "# A\n\nWords.\n")
    #expect(try server.wait(for: "Words.", at: "/a.html"))
    #expect(try server.get("/a.html").text.program == page.program)
    #expect(try server.get("/live/a.js").text == changed)
    // A mistake that only the compiler for browsers sees comes after what was measured.
    try story.edit(
      "lessons/01-a.md", "show(\"two", "let thing: Any = 1\nshow(\"three \\(thing is Int)")
    #expect(try server.wait(for: "lessons/01-a.md:8:", at: "/a.html"))
    #expect(try server.get("/a.html").text.contains("three true of 1"))
    #expect(try server.get("/a.html").text.program != page.program)
  }

  @Test func aProblemOfABlockStandsAtTheBlock() throws {
    let lesson = "# A\n\n```swift\nlet a = 1\n```\n\nBetween.\n\n```swift\nlet b = 2\n```\n"
    let story = try CourseStory(["lessons/01-a.md": lesson])
    let server = try Server(story)
    #expect(try server.wait(for: "Between.", at: "/a.html"))
    try story.edit("lessons/01-a.md", "b = 2", "b: Int = true")
    #expect(try server.wait(for: "id=\"problem.1\"", at: "/a.html"))
    let page = try server.get("/a.html").text
    let between = try #require(page.range(of: "Between."))
    let problem = try #require(page.range(of: "lessons/01-a.md:10:14: error:"))
    let block = try #require(page.range(of: "<div class=\"experiment", options: .backwards))
    #expect(between.upperBound < problem.lowerBound && problem.upperBound < block.lowerBound)
    #expect(page.contains("A problem on this page"))
    #expect(!page.contains("aria-label=\"Problems\""))
    // Other pages tell it as well, with nothing to stand at.
    #expect(try server.get("/index.html").text.contains("lessons/01-a.md:10:14: error:"))
    try story.edit("lessons/01-a.md", "b: Int = true", "b = 3")
    for _ in 0..<300 where try server.get("/a.html").text.contains("problem.1") { usleep(20_000) }
    #expect(try !server.get("/a.html").text.contains("problem.1"))
  }

  @Test(arguments: [
    "/../lessons/course.yml", "/%2e%2e/lessons/course.yml", "/..%2flessons/course.yml",
    "//etc/passwd", "/lessons/course.yml", "/.gradus-site", "/%00",
  ])
  func onlyTheSiteIsServed(_ path: String) throws {
    let story = try CourseStory(["lessons/01-a.md": "# A\n\nWords.\n"])
    let server = try Server(story)
    #expect(try server.wait(for: "Words.", at: "/a.html"))
    let answer = try server.get(path)
    #expect(answer.code == 404 || answer.code == 400, "\(answer)")
  }

  @Test func aForeignHostNameIsRefused() throws {
    let story = try CourseStory(["lessons/01-a.md": "# A\n\nWords.\n"])
    let server = try Server(story)
    #expect(try server.wait(for: "Words.", at: "/a.html"))
    #expect(try server.get("/a.html", host: "evil.example").code == 403)
    #expect(try server.get("/a.html", host: "localhost:\(server.port)").code == 200)
  }
}
