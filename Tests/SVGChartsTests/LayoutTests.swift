import SVGCharts
import TestSupport
import Testing

@Suite struct LayoutTests {
  @Test func imagesStandInTheirColumnsOnEveryScreen() {
    let images = (0..<16).map { _ in ImageGrid.Image(values: Array(repeating: 1, count: 64)) }
    for width in [340, 640] {
      let grid = ImageGrid(images: images, width: 8, columns: 8)
      let two = grid.height(forWidth: width)
      #expect(
        two == ImageGrid(images: Array(images[..<9]), width: 8, columns: 8).height(forWidth: width))
      #expect(
        two > ImageGrid(images: Array(images[..<8]), width: 8, columns: 8).height(forWidth: width))
    }
  }

  @Test func thinsALineWithoutChangingWhatAPixelColumnShows() {
    let run = (0..<20_000).map { Point(x: Double($0) * 0.03, y: 100 + 80 * Samples.noise($0)) }
    let drawn = thinned(run)
    #expect(drawn.count <= 4 * 600)
    withEvery("column", in: 0..<600) { column in
      let before = run.filter { Int($0.x) == column }.map(\.y)
      let after = drawn.filter { Int($0.x) == column }.map(\.y)
      expectEvery(before.min() == after.min() && before.max() == after.max())
      expectEvery(before.first == after.first && before.last == after.last)
    }
  }

  @Test func drawsInEachPixelColumnWhatTheWholeLineCovers() throws {
    let chart = Chart(0..<10_000) {
      LineMark(x: .value("Step", $0), y: .value("Loss", Samples.noise($0) + Double($0 / 900 % 2)))
    }
    let plot = ChartLayout(ChartPlan(chart), width: 640, height: 360).plot
    let run = plot.runs(of: chart.data.series[0])[0]
    let svg = chart.svg(width: 640, height: 360)
    let path = svg.components(after: "chart-line").components(after: " d=\"")
      .components(upTo: "\"")
    var covered: [Int: ClosedRange<Double>] = [:]
    var at = Point(x: 0, y: 0)
    for match in path.matches(of: /([mMlhv])?([^a-zA-Z]+)/) {
      var command = match.1.map { String($0).lowercased() } ?? "l"
      var numbers = match.2.matches(of: /-?(?:[0-9]+(?:\.[0-9])?|\.[0-9])/).compactMap {
        Double(
          $0.0.hasPrefix("-.")
            ? "-0" + $0.0.dropFirst() : $0.0.hasPrefix(".") ? "0" + $0.0 : "\($0.0)")
      }[...]
      while let number = numbers.popFirst() {
        let from = at
        if command != "v" { at.x += number }
        if command == "v" { at.y += number }
        if command == "l" || command == "m" { at.y += numbers.popFirst() ?? .nan }
        if command == "m" { command = "l" }
        guard command == "v" else { continue }
        let both = min(from.y, at.y)...max(from.y, at.y)
        let column = Int(at.x)
        covered[column] =
          covered[column].map {
            min($0.lowerBound, both.lowerBound)...max($0.upperBound, both.upperBound)
          } ?? both
      }
    }
    withEvery("column", in: Set(run.map { Int($0.x) }).sorted()) { column in
      let values = run.filter { Int($0.x) == column }.map(\.y)
      let low = values.min() ?? 0, high = values.max() ?? 0
      guard values.count > 4, let range = covered[column] else {
        return expectEvery(values.count <= 4)
      }
      expectEvery(
        abs(range.lowerBound - low) < 0.06 && abs(range.upperBound - high) < 0.06,
        "\(range) instead of \(low)...\(high)")
    }
  }

  @Test func keepsAShortLineAsItIs() {
    let run = (0..<50).map { Point(x: Double($0 * 7), y: Double($0 % 3)) }
    #expect(thinned(run) == run)
  }

  @Test func drawsALineForEachOfFortyLayers() {
    let chart = Chart {
      for layer in 1...40 {
        for step in 0...5 {
          LineMark(x: .value("Step", step), y: .value("|δ|", layer * step))
            .foregroundStyle(by: .value("Layer", layer))
        }
      }
    }
    #expect(chart.data.series.count == 40)
    #expect(chart.svg().count(of: "class=\"chart-line\"") == 40)
  }

  @Test func keepsTheValuesOfPointsThatShareAShade() throws {
    let chart = Chart(0..<60) {
      PointMark(x: .value("x", $0), y: .value("y", 59 - $0))
        .foregroundStyle(by: .value("Loss", Double($0) / 8))
    }
    #expect(chart.data.series.count < 40)
    let rows = try #require(chart.panelData.first).csv.split(separator: "\n").dropFirst()
    #expect(
      rows.map(String.init)
        == (0..<60).map { "\(ReaderNumber.text(Double($0) / 8, significant: 5)),\($0),\(59 - $0)" })
    #expect(chart.summary.contains("; colored by loss."))
  }

  @Test func growsWithTheNamesBesideAndAboveThePlot() {
    let bars = Chart(1...30) {
      BarMark(x: .value("Examples", $0), y: .value("Class", "number \($0)"))
    }
    #expect(bars.height(forWidth: 340) > 30 * 16)
    let lines = Chart {
      for run in 0..<12 {
        for step in 0...5 {
          LineMark(x: .value("Step", step), y: .value("Loss", run * step))
            .foregroundStyle(by: .value("Run", "a configuration with a long name, \(run)"))
        }
      }
    }
    let frame = ChartLayout(
      ChartPlan(lines), width: 340, height: Double(lines.height(forWidth: 340))
    ).plot.frame
    #expect(frame.bottom - frame.top > 120)
  }

  @Test func writesNoCategoryOverAnother() throws {
    for width in [340, 680] {
      let chart = Chart(1...60) {
        BarMark(x: .value("Day", "2026-11-\($0)"), y: .value("Runs", $0))
      }
      let svg = chart.svg(width: width)
      let places = svg.matches(of: /translate\(([0-9.]+) [0-9.]+\) rotate/).compactMap {
        Double($0.1)
      }
      #expect(places.count > 5)
      #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 19 })
    }
  }

  @Test func drawsARuleOfEachElementOnce() {
    let chart = Chart(0...20) {
      PointMark(x: .value("Layer", $0), y: .value("Factor", 1 + 0.1 * Samples.noise($0)))
      RuleMark(y: .value("Factor", 1)).annotation { "neither" }
      RectangleMark(yStart: .value("Factor", 0.9), yEnd: .value("Factor", 1))
    }
    #expect(chart.svg().count(of: ">neither<") == 1)
    let rules = chart.data.series.filter { !$0.kind.isData }
    #expect(rules.map(\.x.count) == [1, 1])
    let two = Chart(0...20) {
      PointMark(x: .value("Layer", $0), y: .value("Factor", $0))
      RuleMark(y: .value("Factor", $0 % 2)).annotation { "a line" }
    }
    #expect(two.svg().count(of: ">a line<") == 2)
    let held = Chart(0...20) {
      PointMark(x: .value("Layer", $0), y: .value("Factor", $0))
      RuleMark(y: .value("Factor", 1)).draggable(x: nil, y: "Factor")
    }
    #expect(held.svg().count(of: "class=\"chart-handle\"") == 1)
  }

  @Test func labelsEachOfFourteenLettersBesideLongNamesOnAPhone() throws {
    let letters = "ABCDEFGHIJKLMN".map { String($0) }
    let chart = Chart(letters) {
      RectangleMark(
        x: .value("Diagnosis", $0), y: .value("Truth", "weights that are far too large"))
    }
    let texts = try #require(SVGReader(chart.svg(width: 340))).texts.map(\.text)
    #expect(texts.filter { letters.contains($0) } == letters)
  }

  @Test func setsLabelsUnderTheBarsTheyBelongTo() {
    let svg = Chart([4, 8, 16, 32]) { BarMark(x: .value("Depth", $0), y: .value("Loss", 1)) }.svg()
    for depth in [4, 8, 16, 32] { #expect(svg.contains(">\(depth)<")) }
    #expect(!svg.contains(">10<"))
  }
}
