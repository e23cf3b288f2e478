import Lessons
import Site
import TestSupport
import Testing
import TranscriptFormat

/// A figure that leaves the page takes its colors with it.
struct FigureFileTests {
  private static let svg = """
    <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200" width="340" \
    height="200" role="img" aria-label="A &amp; b" fill="currentColor">\
    <path fill="none" stroke="var(--chart-grid,currentColor)" d="M9 9h300"/>\
    <text stroke="var(--chart-ground,Canvas)" x="20" y="30">fill=&quot;var(--chart-blue)&quot;</text>\
    <rect fill="color-mix(in oklab,var(--chart-ramp-1) 28%,var(--chart-ramp-2))" x="40" y="60" \
    width="80" height="90"/>\
    <circle fill="var(--chart-blue,currentColor)" r="30" cx="200" cy="100"/></svg>
    """

  private func file(theme: Theme = .standard) throws -> (page: String, path: String, text: String) {
    let site = try readLesson(
      """
      # A

      ```swift
      show("A <finding>.") { … }
      ```
      """
    ).site(
      showing: [
        [.figure(.init(caption: "A <finding>.", summary: "", wide: Self.svg, narrow: "", data: []))]
      ], theme: theme)
    let path = try #require(site.files.first { $0.path.hasPrefix("figures/") }?.path)
    return (try site.text("a-lesson.html"), path, try site.text(path))
  }

  @Test func itIsRightWithoutTheStyleSheet() throws {
    let file = try file()
    expectGolden(file.text, "figure.svg")
    #expect(!file.text.contains("=\"var("))
    #expect(!file.text.contains("color-mix"))
  }

  @Test func thePageLeadsToIt() throws {
    let file = try file()
    #expect(
      file.page.contains(
        "<a href=\"\(file.path)\" download=\"\" aria-label=\"Figure 1.1 as SVG\">The drawing as SVG</a>"
      ))
  }

  @Test func itHasTheColorsOfTheCoursesTheme() throws {
    let sheet = """
      :root {
        --ink: #111; --chart-ground: var(--paper); --paper: light-dark(white, rgb(0, 0, 9));
        --chart-blue: rebeccapurple; --chart-ramp-1: #d23f18; --chart-ramp-2: oklch(0.5 0.1 20);
      }
      """
    let own = try file(
      theme: Theme(replacing: [.init(name: "style.css", path: "style.css", text: sheet)]))
    #expect(own.path != (try file()).path)
    #expect(own.text.contains("<circle fill=\"rebeccapurple\""))
    #expect(own.text.contains("[fill=\"white\"]{fill:rgb(0, 0, 9)}"))
    #expect(own.text.contains("fill=\"color-mix(in oklab,#d23f18 28%,oklch(0.5 0.1 20))\""))
    // A color that the theme does not have is that of text.
    #expect(own.text.contains("stroke=\"#111\" d=\"M9 9h300\""))
  }

  /// As Chromium mixes them.
  @Test(arguments: [
    ("#d23f18", "#ac044f", 50, "#bf293d"), ("#d23f18", "#ac044f", 28, "#b61d46"),
    ("#8ccbff", "#6c717b", 34, "#788fa6"), ("#ffe97e", "#fea572", 91, "#ffe37d"),
    ("#0b3d91", "#8d9096", 3, "#898e96"), ("#fff", "#000", 50, "#636363"),
  ])
  func colorsAreMixedAsBrowsersMixThem(
    _ one: String, _ other: String, _ percent: Int, _ mixture: String
  ) throws {
    let mixed = try #require(OKLab(hex: one)).mixed(
      with: try #require(OKLab(hex: other)), share: Double(percent) / 100)
    #expect(mixed.hex == mixture)
  }

  @Test func everyColorComesBackFromOKLab() throws {
    for byte in 0...255 {
      let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16)
      for hex in ["#\(digits)0080", "#ff\(digits)00", "#3300\(digits)"] {
        #expect(OKLab(hex: hex)?.hex == hex)
      }
    }
    for text in ["#12", "#12345", "123456", "#xyzxyz", ""] { #expect(OKLab(hex: text) == nil) }
  }
}
