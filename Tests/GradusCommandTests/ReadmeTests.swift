import Foundation
import TestSupport
import Testing

@Test func theLessonInTheReadmeMakesTheChartInTheReadme() throws {
  let readme = try String(
    contentsOf: CourseStory.project.appending(path: "README.md"), encoding: .utf8)
  let lesson = try #require(readme.firstMatch(of: /(?s)````markdown\n(.*?)````/)).output.1
  let story = try CourseStory(["lessons/01-vanishing.md": String(lesson)])
  try story.gradus("build").succeeds()
  let page = try story.read("_site/vanishing.html")
  #expect(page.contains("A sigmoid layer keeps 24 % of the gradient"))
  let chart = try #require(page.firstMatch(of: /(?s)<svg.*?<\/svg>/)).output
  // Alone, the chart needs the colors that the page's style sheet gives it.
  let style = try story.read("_site/style.css")
  expectGolden(standalone(String(chart), style: style), "readme.svg")
}

/// The SVG as a file of its own, with the colors that the page's style sheet gives charts.
private func standalone(_ chart: String, style: String) -> String {
  // The first set is the one for screens; a later one is for forced colors.
  let screen = style.prefix(
    upTo: style.firstRange(of: "forced-colors")?.lowerBound ?? style.endIndex)
  let colors = screen.matches(of: /--chart-[a-z0-9-]+: light-dark\([^;]+;/).map {
    String($0.output)
  }
  let rules =
    "svg{color-scheme:light dark;color:CanvasText;font-family:sans-serif;--chart-ground:Canvas;"
    + colors.joined() + "}"
  return chart.replacing("<desc", with: "<style>\(rules)</style><desc", maxReplacements: 1) + "\n"
}
