import Foundation
import Lessons
import Site
import Testing
import TranscriptFormat

/// Captions come from a program, and refer to what is numbered like the text around them.
struct CaptionTests {
  private static let lesson = """
    # T

    $$ x $$ {#eq-a}

    ```swift
    //| label: fig-a
    show("Steeper than @eq-a, @fig-a and @sec-b.") { a }
    ```

    | a |
    |---|
    | b |

    : By @eq-a and *@fig-a*. {#tbl-a}

    ![As in @fig-a](https://a.org/a.png) [see @tbl-a there](https://a.org)

    ## By @eq-a
    """

  private func site(_ caption: String) throws -> Site {
    let course = read([
      "course.yml": "title: A course\n", "01-t.md": Self.lesson,
      "02-u.md": "# U\n\n## Why & how {#sec-b}\n",
    ])
    let name = "aria-label=\"\(caption)\""
    let figure = Output.figure(
      Figure(
        caption: caption, summary: "", wide: "<svg viewBox=\"0 0 9 9\" \(name)></svg>",
        narrow: "<svg viewBox=\"0 0 8 8\" \(name)></svg>",
        data: [PanelData(table: Table(columns: ["a"], rows: [["1"]]))]))
    return try course.site(showing: [[figure]])
  }

  @Test func areLinkedToWhatTheyName() throws {
    let site = try site("Steeper than @eq-a, @fig-a and @sec-b, as me@eq-a.org.")
    let page = try site.main("t.html")
    #expect(site.diagnostics.isEmpty)
    #expect(
      page.contains(
        """
        <figcaption><a class="number" href="#fig-a">Figure 1.1</a> Steeper than \
        <a href="#eq-a">Equation\u{A0}1.1</a>, <a href="#fig-a">Figure\u{A0}1.1</a> and \
        <a href="u.html#sec-b">Why &amp; how</a>, as me@eq-a.org.</figcaption>
        """))
    // What a screen reader tells has the names alone.
    let name =
      "=\"Steeper than Equation\u{A0}1.1, Figure\u{A0}1.1 and Why &amp; how, as me@eq-a.org.\">"
    #expect(page.components(separatedBy: name).count == 3)
    let file = try #require(site.files.first { $0.path.hasSuffix(".svg") })
    #expect(
      file.contents.text?.contains("Steeper than Equation\u{A0}1.1, Figure\u{A0}1.1 and") == true)
  }

  @Test func ofTablesAndImagesAndLinksHaveNamesToo() throws {
    let page = try site("").main("t.html")
    #expect(
      page.contains(
        """
        By <a href="#eq-a">Equation\u{A0}1.1</a> and <em><a href="#fig-a">Figure\u{A0}1.1</a></em>.</figcaption>
        """))
    #expect(page.contains("alt=\"As in Figure 1.1\""))
    #expect(page.contains("<a href=\"https://a.org\">see Table\u{A0}1.1 there</a>"))
    #expect(try site("").text("t.html").contains("<a href=\"#by-eq-a\">By Equation 1.1</a>"))
  }

  @Test func tellWhatIsNotThere() throws {
    let site = try site("Steeper than @eq-a and @sec-c.")
    #expect(site.diagnostics.map(\.message) == ["Nothing in this course has the label 'sec-c'."])
    #expect(site.diagnostics.map(\.help) == ["sec-b"])
  }
}
