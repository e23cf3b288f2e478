import Foundation
import SVGCharts
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test(arguments: GoldenCharts.all.map(\.name))
  func drawsAsInItsGoldenFile(_ name: String) throws {
    let golden = try #require(GoldenCharts.all.first { $0.name == name })
    for (layout, svg) in GoldenCharts.layouts(golden) {
      expectGolden(svg + "\n", "\(layout).svg")
    }
  }

  @Test func hasAChartForEachGoldenFile() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.contains(".changed.") }
    let expected = GoldenCharts.all.flatMap { ["\($0.name).wide.svg", "\($0.name).narrow.svg"] }
    #expect(Set(files) == Set(expected + GoldenCharts.subjects.map { "\($0.name).txt" }))
  }

  @Test(arguments: GoldenCharts.subjects.map(\.name))
  func saysInWordsAsInTheGoldenFile(_ subject: String) throws {
    let charts = try #require(GoldenCharts.subjects.first { $0.name == subject }).charts
    let texts = charts.map { name, _, chart in
      "\(name)\n  " + ([chart.summary] + chart.notices).joined(separator: "\n  ")
    }
    expectGolden(texts.joined(separator: "\n") + "\n", "\(subject).txt")
  }
}
