import SVGCharts
import TestSupport
import Testing

/// What holds for every drawing; judged over all golden charts at both widths.
@Suite struct OutputTests {
  private static let drawings = GoldenCharts.all.flatMap(GoldenCharts.layouts)

  @Test func hasNoColorOfItsOwn() {
    withEvery("drawing", in: Self.drawings) { drawing in
      for match in drawing.svg.matches(of: /(?:fill|stroke)="([^"]*)"/) {
        let paint = String(match.1)
        expectEvery(
          paint == "none" || paint == "currentColor" || paint.hasPrefix("var(--chart-")
            || paint.hasPrefix("color-mix(in oklab,var(--chart-"), paint)
      }
      expectEvery(!drawing.svg.contains(/#(?:[0-9a-fA-F]{3}){1,2}[^0-9a-zA-Z-]/))
    }
  }

  @Test func writesPlainNumbersOnly() {
    withEvery("drawing", in: Self.drawings) { drawing in
      let attributes = drawing.svg.matches(
        of: /\ (?:d|x|y|width|height|stroke-width|viewBox|transform|stroke-dasharray)="([^"]*)"/
      ).map { String($0.1) }
      for value in attributes {
        // A scale has a thousandth, so that the far end of what is scaled is right to a tenth.
        let lengths = value.replacing(/scale\([^)]*\)/, with: "")
        expectEvery(!lengths.contains(/nan|inf|[0-9][eE]|\.[0-9][0-9]|-0(?![.0-9])|\.0\b/), value)
      }
    }
  }

  @Test func drawsLinesInRelativeCommands() {
    withEvery("drawing", in: Self.drawings) { drawing in
      for match in drawing.svg.matches(of: /\ d="([^"]*)"/) {
        expectEvery(match.1.first == "M" && !match.1.dropFirst().contains { $0.isUppercase })
      }
    }
  }

  @Test func isWellFormedAndSmallWithUniqueIds() throws {
    var ids: Set<String> = []
    for (name, svg) in Self.drawings {
      let reader = try #require(SVGReader(svg), "\(name) is not well-formed")
      for id in reader.ids { #expect(ids.insert(id).inserted, "\(id) is there twice") }
      let most = svg.contains("chart-heat-map") ? 1000 : 400
      #expect(reader.elements <= most, "\(name) has \(reader.elements) elements")
      #expect(svg.utf8.count <= 60_000, "\(name) has \(svg.utf8.count) bytes")
      let isGrid = svg.contains("class=\"chart-panel\"")
      #expect(reader.root["role"] == (isGrid ? "graphics-document" : "img"))
      #expect(reader.root["aria-label"]?.isEmpty == false)
      #expect(reader.ids.contains(reader.root["aria-describedby"] ?? "-"))
    }
  }

  @Test func keepsTextsApartAndInside() throws {
    for (name, svg) in Self.drawings {
      let reader = try #require(SVGReader(svg))
      let width = Double(reader.root["width"] ?? "") ?? 0
      #expect(reader.texts.allSatisfy { $0.left >= -1 && $0.right <= width + 1 }, "\(name)")
      for (index, one) in reader.texts.enumerated() {
        for other in reader.texts[..<index] {
          let overlaps =
            one.left < other.right && other.left < one.right && abs(one.y - other.y) < 10
          #expect(!overlaps, "\(name): \(one.text) lies over \(other.text)")
        }
      }
    }
  }

  @Test func givesTheSameBytesTwice() {
    for golden in GoldenCharts.all {
      #expect(GoldenCharts.layouts(golden).map(\.svg) == GoldenCharts.layouts(golden).map(\.svg))
    }
  }

  @Test func escapesWhatAuthorsWrite() throws {
    let chart = Chart {
      PointMark(x: .value("a < b & \"c\"", 1), y: .value("<script>", 2)).annotation("1 < 2\u{0}")
    }
    let svg = chart.svg(id: "a", name: "\"<&>")
    #expect(SVGReader(svg) != nil)
    #expect(!svg.contains("<script"))
  }

  @Test func drawsTenThousandPointsInThirtyKilobytes() {
    let chart = Chart(0..<10_000) {
      LineMark(x: .value("Step", $0), y: .value("Loss", Samples.noise($0)))
    }
    let svg = chart.svg()
    #expect(svg.utf8.count <= 30_000)
    #expect(svg.contains("10000 points, drawn 2"))
  }

  @Test func drawsSixNoisyLinesInSixtyKilobytes() {
    let chart = Chart {
      for run in 0..<6 {
        for step in 0..<10_000 {
          LineMark(
            x: .value("Step", step), y: .value("Loss", Samples.noise(step + run * 10_000))
          )
          .foregroundStyle(by: .value("Run", "run \(run)"))
        }
      }
    }
    #expect(chart.svg(width: 680).utf8.count <= 60_000)
  }

  @Test func describesAChartInThreeSentences() {
    for golden in GoldenCharts.all {
      let summary = golden.chart.summary
      let sentences = summary.matches(of: /\.( |$)/).count
      #expect((1...3).contains(sentences), "\(golden.name): \(summary)")
      #expect(!summary.contains(/[⁰¹²³⁴-⁹⁻]/), "\(golden.name): \(summary)")
    }
  }
}
