import SVGCharts
import TestSupport
import Testing

/// What lines, rules and colors are called, and where.
@Suite struct NamingTests {
  @Test func namesLinesThatEndAtOnePlaceWhereTheyRunApart() {
    /// The names that stand inside the plot.
    func inside(_ ratios: [(name: String, ratio: Double)]) -> [String] {
      let chart = Chart {
        for (name, ratio) in ratios {
          for step in 0...40 {
            LineMark(x: .value("Step", step), y: .value("|δ|", 1 - ratio * Double(40 - step)))
              .foregroundStyle(by: .value("Run", name))
          }
        }
      }
      let svg = chart.svg(width: 640, height: 360)
      let notes = svg.matches(of: /class="chart-note"[^>]*>([^<]*)</).map { String($0.1) }
      #expect(ratios.allSatisfy { svg.count(of: ">\($0.name)<") == 1 })
      return notes.sorted()
    }
    #expect(inside([("a", 0.01), ("b", 0.02)]) == ["a", "b"])
    #expect(inside([("a", 0.01), ("b", 0.02), ("c", 0.03)]) == ["a", "b", "c"])
    // Nowhere apart: the names stand at the end after all.
    #expect(inside([("a", 0.01), ("b", 0.01)]) == [])
    #expect(inside([("a", 0.01), ("b", 0.01), ("c", 0.03)]) == ["c"])
  }

  @Test func movesLabelsApartNoFurtherThanNeeded() {
    #expect(spread([10, 50, 90], by: 15, in: 0...100) == [10, 50, 90])
    #expect(spread([50, 50], by: 10, in: 0...100) == [45, 55])
    #expect(spread([0, 0, 0], by: 10, in: 0...100) == [0, 10, 20])
    withEvery("seed", in: 0..<200) { seed in
      let wishes = (0..<8).map { 50 + 50 * Samples.noise(seed * 8 + $0) }.sorted()
      let places = spread(wishes, by: 12, in: 0...100)
      expectEvery(places.count == 8)
      expectEvery(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 12 - 1e-9 }, "\(places)")
      expectEvery(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 }, "\(places)")
    }
  }

  @Test func namesFewLinesAtTheirEndsAndManyInALegend() {
    func svg(_ count: Int, width: Int = 640) -> String {
      Chart {
        for series in 0..<count {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", series * x))
              .foregroundStyle(by: .value("Run", "run number \(series)"))
          }
        }
      }.svg(width: width)
    }
    #expect(svg(8).contains("chart-names") && !svg(8).contains("chart-legend"))
    #expect(svg(9).contains("chart-legend") && !svg(9).contains("chart-names"))
  }

  @Test(arguments: [(0.0, true), (.nan, false), (.infinity, true), (-1, true)])
  func namesTheSeriesOfWhichSomethingIsDrawn(_ value: Double, _ isNamed: Bool) {
    func chart(_ count: Int) -> Chart {
      Chart {
        for series in 0..<count {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", series == 1 ? value : Double(series * x)))
              .foregroundStyle(by: .value("Run", "run \(series)"))
          }
        }
      }
    }
    for count in [3, 9] {
      #expect(chart(count).svg().contains(">run 1<") == isNamed)
      #expect(chart(count).svg().contains(">run 2<"))
      #expect(chart(count).table.columns.contains("run 1") == (count == 3))
    }
    let isOnALogAxis = chart(3).chartYScale(type: .log).svg().contains(">run 1<")
    #expect(isOnALogAxis == (value == .infinity))
  }

  @Test func saysWhenLinesLookAlike() {
    func chart(_ count: Int) -> Chart {
      Chart {
        for series in 0..<count {
          LineMark(x: .value("x", 0), y: .value("y", series))
            .foregroundStyle(by: .value("Run", "run \(series)"))
        }
      }
    }
    #expect(chart(32).notices == [])
    #expect(!chart(32).svg().contains("⚠"))
    #expect(
      chart(33).notices == ["33 series share 32 pairs of color and dash, so some look alike."])
    #expect(chart(33).svg().contains("⚠ 33 series in 32 looks"))
    #expect(!chart(33).chartLegend(.hidden).svg().contains("⚠"))
    let looks = chart(32).data.series.map { "\($0.paint) \($0.dash)" }
    #expect(Set(looks).count == 32)
  }

  @Test func crossesNoTextWithALeader() throws {
    let svg = GoldenCharts.layouts(try #require(GoldenCharts.all.first { $0.name == "leaders" }))
    for (layout, svg) in svg {
      let boxes = try #require(SVGReader(svg)).texts.filter {
        svg.contains("chart-note") && $0.y < 300
      }
      for match in svg.matches(
        of: /chart-leader"[^>]* d="M([0-9.]+) ([0-9.]+)l(-?[0-9.]+) ?(-?[0-9.]+)/)
      {
        let (x, y) = (Double(match.1) ?? 0, Double(match.2) ?? 0)
        let (dx, dy) = (Double(match.3) ?? 0, Double(match.4) ?? 0)
        for step in 0...18 {
          let (px, py) = (x + dx * Double(step) / 20, y + dy * Double(step) / 20)
          let covered = boxes.filter { $0.left < px && px < $0.right && $0.y - 8 < py && py < $0.y }
          #expect(covered.isEmpty, "\(layout): \(covered.map(\.text))")
        }
      }
    }
  }

  @Test func ordersALegendAsTheLinesEnd() {
    let svg = Chart {
      for series in 0..<9 {
        for x in 0...1 {
          LineMark(x: .value("x", x), y: .value("y", series * x))
            .foregroundStyle(by: .value("Run", "run \(series)"))
        }
      }
    }.svg()
    let places = (0..<9).compactMap { svg.firstRange(of: ">run \($0)<")?.lowerBound }
    #expect(places == places.sorted(by: >) && places.count == 9)
  }

  @Test func ranksRatesAndHidesALegendOnRequest() {
    let chart = Chart([0.001, 0.01, 0.1]) { rate in
      LineMark(x: .value("Step", 0), y: .value("Loss", rate))
        .foregroundStyle(by: .value("Rate", rate))
    }
    let svg = chart.svg()
    for stop in [0, 2, 4] { #expect(svg.contains("stroke=\"var(--chart-ramp-\(stop))\"")) }
    #expect(!chart.chartLegend(.hidden).svg().contains(">Rate 0.001<"))
  }

  @Test func writesTheTitleOfARuleBesideItUnlessTheAxisHasIt() {
    func svg(_ title: String) -> String {
      Chart {
        LineMark(x: .value("Step", 0), y: .value("Norm", 0.5))
        LineMark(x: .value("Step", 1), y: .value("Norm", 2))
        RuleMark(y: .value(title, 1))
      }.svg()
    }
    #expect(svg("Limit").contains(">Limit<"))
    #expect(svg("Norm").count(of: "Norm<") == 1)
  }
}
