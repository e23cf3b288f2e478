import Lessons
import Site
import Testing

struct ThemeTests {
  private let course = readLesson("# One\n\nText.")

  private func theme(_ name: String, _ text: String) -> Theme {
    Theme(replacing: [.init(name: name, path: "lessons/theme/\(name)", text: text)])
  }

  @Test func aCourseReplacesAFileOfTheFrame() throws {
    let site = try course.site(theme: theme("style.css", "body { color: red }"))
    #expect(try site.text("style.css") == "body { color: red }")
    #expect(try site.text("page.js").contains("localStorage"))
  }

  @Test func aCourseReplacesATemplate() throws {
    let site = try course.site(theme: theme("page.mustache", "<p>{{title}}</p>{{$main}}{{/main}}"))
    #expect(try site.text("a-lesson.html").hasPrefix("<p>One</p><header"))
  }

  @Test(arguments: [
    ("page.mustache", "<p>\n{{#title}}</p>", "a section has no end", 2),
    ("page.mustache", "{{#a}}{{/a}}\n<p>{{$main}}\n</p>\n\n", "a section has no end", 2),
    (
      "page.mustache", "{{#a}}\n\n{{/b}}", "a section ends under another name than it began with", 3
    ),
    ("lesson.mustache", "x\n{{title", "it ends inside a tag", 2),
  ])
  func pointsAtAWrongTemplate(_ name: String, _ text: String, _ reason: String, _ line: Int) throws
  {
    let site = try course.site(theme: theme(name, text))
    #expect(site.files.isEmpty)
    let diagnostic = try #require(site.diagnostics.first)
    #expect(diagnostic.message == "This template cannot be read: \(reason).")
    #expect(diagnostic.path == "lessons/theme/\(name)")
    #expect(diagnostic.position?.line == line)
  }

  @Test func namesWhatAThemeMayReplace() throws {
    let diagnostic = try #require(try course.site(theme: theme("stlye.css", "")).diagnostics.first)
    #expect(diagnostic.message == "No file of the page's frame is called “stlye.css”.")
    #expect(
      diagnostic.help
        == "A theme may replace api.mustache, charts.js, index.mustache, lesson.mustache, live-controls.js, live-module.js, live-program.js, live-result.js, live.js, page.js, page.mustache, reading.js, search.js, style.css, text.mustache."
    )
  }
}
