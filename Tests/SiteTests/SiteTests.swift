import Foundation
import Lessons
import Site
import Testing
import TranscriptFormat

struct SiteTests {
  private let course = read([
    "course.yml": "title: A course\n",
    "data/a.csv": "1,2",
    "images/b.png": "",
    "01-one.md": """
    # One

    ## Part

    See [two](02-two.md#other-part), @fig-x, [the data](data/a.csv) and ![b](images/b.png)[^n].

    [^n]: A note.
    """,
    "02-two.md": """
    # Two

    ## Other part

    ```swift
    //| label: fig-x
    print(1)
    ```

    Back to [one](01-one.md) and [its part](01-one.md#part); $a^2$.
    """,
  ])

  private func site() throws -> Site {
    var transcripts = course.lessons.map {
      Transcript(experiments: $0.experiments.count, values: $0.values.count)
    }
    transcripts[1].outputs[0] = [Shown.figure, Shown.figure, Shown.table]
    return Site.render(course, transcripts, formulas: try Formulas(of: course))
  }

  @Test func consistsOfTheseFiles() throws {
    let site = try site()
    #expect(site.diagnostics == [])
    #expect(
      site.files.map(\.path) == [
        "404.html", "charts.js", "code/two.swift", "course.html", "data/a.csv",
        "figures/two-3ncsyqtbcb8op.csv", "figures/two-af26wd9t0jds.svg",
        "fonts/KaTeX_Main-Italic.woff2",
        "fonts/KaTeX_Main-Regular.woff2", "fonts/KaTeX_Math-Italic.woff2", "images/b.png",
        "index.html", "math.css", "one.html", "page.js", "reading.js", "search-index.js",
        "search.js",
        "search/one.js", "search/two.js", "style.css", "two.html",
      ])
    #expect(site.files[4].contents == .copy(of: "lessons/data/a.csv"))
  }

  @Test func loadsTheStyleOfFormulasOnlyWhereThereAreSome() throws {
    let site = try site()
    #expect(try site.text("two.html").contains("math.css"))
    #expect(try !site.text("one.html").contains("math.css"))
  }

  @Test func everyLinkAndAnchorLeadsSomewhere() throws {
    let site = try site()
    var pages: [String: PageReader] = [:]
    for file in site.files where file.path.hasSuffix(".html") {
      pages[file.path] = try PageReader(site.text(file.path))
    }
    #expect(pages.count == 5)
    for (path, page) in pages {
      #expect(Set(page.ids).count == page.ids.count, "two elements of \(path) have one id")
      for address in page.addresses where !address.contains(":") {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : String(parts[0])
        #expect(site.files.contains { $0.path == target }, "\(path) leads to \(address)")
        if parts.count == 2 {
          #expect(
            pages[target]?.ids.contains(String(parts[1])) == true, "\(path) leads to \(address)")
        }
      }
    }
  }

  @Test func linksLessonsOnThePageOfTheWholeCourse() throws {
    let page = try site().text("course.html")
    for link in [
      "<h1 id=\"one\">One</h1>", "<h2 id=\"one.part\">Part</h2>",
      "<a href=\"#two.other-part\">two</a>", "<a href=\"#two.fig-x\">Figure\u{A0}2.1</a>",
      "<figure id=\"two.fig-x\">", "<a href=\"#one\">one</a>", "<a href=\"#one.part\">its part</a>",
      "<a href=\"data/a.csv\">the data</a>", "<li id=\"one.footnote.1\">", "math.css",
    ] { #expect(page.contains(link), "\(link)") }
    // Only the heading leads to the lesson's own page.
    #expect(page.matches(of: /href="one.html/).count == 1)
  }

  @Test func leavesOutOfThePageOfTheWholeCourseWhatPaperCannotShow() throws {
    let markup = MovedMarkup(slug: "a", pages: []).html(
      """
      <details class="solution">s</details><details class="data"><p>d</p></details>\
      <div class="position a0"><div>1</div></div><div class="position initial a1"><div>2</div></div>\
      <fieldset class="slider"><legend>n</legend></fieldset>
      """)
    #expect(
      markup.source == """
        <details class="solution">s</details><div class="position initial a1"><div>2</div></div>\
        <fieldset disabled="" class="slider"><legend>n</legend></fieldset>
        """)
  }

  @Test func movesNamesAndLeavesText() {
    let markup = MovedMarkup(slug: "a", pages: ["a.html", "b.html"]).html(
      """
      <p id="x" aria-labelledby="x y" role="doc-endnotes">id=&quot;x&quot; href="#"</p><g clip-path="url(#p)" fill="red">\
      <a href="#x"><a href="b.html"><a href="b.html#y"><a href="c.html#y"><a href="#">
      """)
    #expect(
      markup.source == """
        <p id="a.x" aria-labelledby="a.x a.y" role="group">id=&quot;x&quot; href="#"</p>\
        <g clip-path="url(#a.p)" fill="red">\
        <a href="#a.x"><a href="#b"><a href="#b.y"><a href="c.html#y"><a href="#a">
        """)
  }

  @Test func loadsNothingFromElsewhere() throws {
    for file in try site().files {
      guard let text = file.contents.text, !file.path.hasSuffix(".csv") else { continue }
      for word in ["fetch(", "import ", "type=\"module\"", "@import", "url(http", "src=\"http"] {
        #expect(!text.contains(word), "\(file.path) has \(word)")
      }
    }
  }

  @Test func tellsSearchEnginesWhereItIs() throws {
    let site = try read([
      "course.yml":
        "title: A course\nurl: https://a.org/course\nglossary:\n  step: A change of the weights.\n",
      "01-one.md": "# One", "02-Große Schritte.md": "# Two",
    ]).site(
      interface: Interface(symbolGraphs: [
        Array(
          """
          {"module": {"name": "M"}, "relationships": [], "symbols": [{
            "kind": {"identifier": "swift.struct"}, "identifier": {"precise": "s"},
            "pathComponents": ["Layer"]}]}
          """.utf8)
      ]))
    #expect(
      try site.text("sitemap.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://a.org/course/</loc></url>
        <url><loc>https://a.org/course/one.html</loc></url>
        <url><loc>https://a.org/course/gro%C3%9Fe-schritte.html</loc></url>
        <url><loc>https://a.org/course/glossary.html</loc></url>
        <url><loc>https://a.org/course/api/Layer.html</loc></url>
        <url><loc>https://a.org/course/api/index.html</loc></url>
        </urlset>

        """)
    #expect(try site.text("robots.txt").contains("Sitemap: https://a.org/course/sitemap.xml\n"))
    for (page, address) in [
      ("index.html", ""), ("große-schritte.html", "gro%C3%9Fe-schritte.html"),
    ] {
      let link = "<link rel=\"canonical\" href=\"https://a.org/course/\(address)\" />"
      #expect(try site.text(page).contains(link))
    }
    #expect(try site.text("404.html").contains("<base href=\"/course/\" />"))
    #expect(try !site.text("404.html").contains("canonical"))
  }

  @Test func saysNothingOfAnAddressThatItDoesNotKnow() throws {
    let site = try readLesson("# One").site()
    #expect(!site.files.contains { ["sitemap.xml", "robots.txt"].contains($0.path) })
    for page in ["index.html", "a-lesson.html", "404.html"] {
      #expect(try !site.text(page).contains("canonical"))
      #expect(try !site.text(page).contains("<base"))
    }
  }

  @Test func leadsFromOtherAddressesToALesson() throws {
    let site = try readLesson("---\naliases: [old, older]\n---\n# A & B").site()
    for page in ["old.html", "older.html"] {
      let reader = try PageReader(site.text(page))
      #expect(reader.addresses == ["a-lesson.html", "a-lesson.html"])
      #expect(try site.text(page).contains("content=\"0; url=a-lesson.html\""))
      #expect(reader.text.contains("A & B"))
    }
  }

  @Test func isTheSameEveryTime() throws { #expect(try site().files == site().files) }

  @Test func namesFiguresAcrossLessons() throws {
    #expect(try site().text("one.html").contains("<a href=\"two.html#fig-x\">Figure\u{A0}2.1</a>"))
  }

  @Test func refusesAFileThatTakesAPlaceOfTheSite() throws {
    var course = course
    course.assets = ["style.css"]
    let site = try course.site()
    #expect(site.files.isEmpty)
    #expect(site.diagnostics.map(\.path) == ["lessons/style.css"])
  }

  @Test func listsTheLessonsAroundOneOfMany() throws {
    let lessons = (1...200).map {
      Lesson(path: "lessons/\($0).md", slug: "l\($0)", title: "Lesson \($0)", blocks: [])
    }
    let site = try Course(folder: "lessons", title: "T", lessons: lessons).site()
    let links = try PageReader(site.text("l100.html")).addresses
    #expect(links.contains("l80.html") && links.contains("l119.html"))
    #expect(!links.contains("l79.html") && !links.contains("l120.html"))
    #expect(try site.text("l100.html").contains("… 79 before"))
    #expect(try PageReader(site.text("index.html")).addresses.contains("l200.html"))
    #expect(try PageReader(site.text("l1.html")).addresses.contains("l40.html"))
    #expect(try PageReader(site.text("l200.html")).addresses.contains("l161.html"))
  }
}
