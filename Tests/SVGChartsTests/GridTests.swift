import SVGCharts
import TestSupport
import Testing

@Suite struct GridTests {
  private func line(_ values: [Double], _ title: String, of name: String = "Loss") -> Chart {
    Chart(values.enumerated()) {
      LineMark(x: .value("Step", $0.offset), y: .value(name, $0.element))
    }
    .chartTitle(title)
  }

  @Test func sharesAxesOfOneTitleAndLabelsThemOnce() {
    let svg = ChartGrid {
      line([0, 10], "a")
      line([0, 40], "b")
    }.svg(width: 680)
    #expect(svg.count(of: ">↑ Loss<") == 1)
    #expect(svg.count(of: ">40<") == 1)
    #expect(!svg.contains("of its own"))
  }

  @Test func aConstantNeedsNoRoomOfItsOwn() {
    func tops(_ panels: [[Double]]) -> [Double] {
      ChartGrid { for values in panels { line(values, "") } }
        .charts.compactMap { $0.axisRanges.last?.range.upperBound }
    }
    #expect(tops([[1, 1, 1], [0, 0.5, 1]]) == [1, 1])
    #expect(tops([[2, 2], [0, 0.5, 1]]) == [2, 2])
    #expect(tops([[1, 1], [1, 1]]) == [1.6, 1.6])
  }

  @Test func givesAValueOneColorInTheCellsOfAllPanels() {
    func chart(_ values: [Double], _ type: ScaleType = .linear) -> Chart {
      Chart(values.enumerated()) {
        RectangleMark(x: .value("Step", $0.offset), y: .value("Layer", 1))
          .foregroundStyle(by: .value("|δ|", $0.element))
      }
      .chartForegroundStyleScale(type: type)
    }
    /// How many legends end at 20.
    func count(_ scales: ChartGrid.Scales, _ type: ScaleType = .linear) -> Int {
      ChartGrid(scales: scales) {
        chart([0, 4])
        chart([0.5, 20], type)
      }
      .svg().count(of: ">20<")
    }
    #expect(count(.shared) == 2 && count(.freeY) == 2)
    // Panels of their own, and colors that are no differences beside those that are.
    #expect(count(.free) == 1 && count(.shared, .log) == 1)
  }

  @Test func saysThatAPanelIsEmptyInFewWords() {
    let svg = ChartGrid(columns: 4) {
      for count in [0, 3, 3, 3] { line([Double](repeating: 1, count: count), "") }
    }.svg(width: 640)
    #expect(svg.contains(">no data<"))
  }

  @Test func saysThatFreeAxesDiffer() {
    let grid = ChartGrid(scales: .freeY) {
      line([0, 10], "a")
      line([0, 40], "b")
    }
    #expect(grid.svg(width: 680).count(of: ">↑ Loss<") == 2)
    #expect(grid.summary == "2 panels: a; b. Each panel has a y axis of its own.")
  }

  @Test func labelsAxesThatPanelsDoNotHaveInCommon() {
    let grid = ChartGrid(columns: 1) {
      line([0, 10], "a")
      line([0, 0.5], "b", of: "Norm")
    }
    let svg = grid.svg(width: 680)
    #expect(svg.contains(">↑ Loss<") && svg.contains(">↑ Norm<"))
    #expect(svg.count(of: ">Step →<") == 1)
  }

  @Test func givesASeriesOneColorInAllPanels() {
    func chart(_ names: [String]) -> Chart {
      Chart(names) {
        PointMark(x: .value("x", 0), y: .value("y", 1)).foregroundStyle(by: .value("Run", $0))
      }
    }
    let shared = ChartGrid {
      chart(["a", "b"])
      chart(["b"])
    }
    let paints = shared.charts.map { chart in chart.data.series.map(\.paint) }
    #expect(paints == [[.color(.blue), .color(.orange)], [.color(.orange)]])
    #expect(shared.svg().count(of: ">b<") == 1)
  }

  @Test func leavesRoomForTheLabelsThatTheFinalHeightAsksFor() throws {
    // The warning in the second panel makes the plots of its row less high.
    let grid = ChartGrid(scales: .free) {
      line([0.1, 0.125, 0.15, 0.2], "a", of: "Deviation").chartYScale(domain: 0.1...0.2)
      line([1, .nan, .infinity, 2, 1], "b", of: "A title with which a warning has no room")
    }
    withEvery("width", in: Array(stride(from: 320, through: 700, by: 20))) { width in
      let texts = SVGReader(grid.svg(width: width))?.texts ?? []
      expectEvery(!texts.contains { $0.text.hasPrefix("0.1") && $0.text.hasSuffix("…") })
    }
  }

  @Test func keepsAtMostTwoPanelsInARowOnAPhone() throws {
    let grid = ChartGrid(columns: 3) {
      for number in 0..<6 { line([0, 1], "\(number)") }
    }
    withEvery("width", in: [320, 340, 680]) { width in
      let svg = grid.svg(width: width)
      let places = svg.matches(of: /translate\(([0-9.]+) ([0-9.]+)\)/)
      let columns = Set(places.map { String($0.1) }).count
      expectEvery(columns == (width < 500 ? 2 : 3), "\(columns)")
    }
  }

  @Test func tellsTheDataOfEachPanel() {
    let data = ChartGrid {
      line([0.5, 0.1], "a")
      line([2, 1e-7], "b, c")
    }.panelData
    #expect(data.map(\.title) == ["a", "b, c"])
    #expect(data.map(\.csv) == ["Step,Loss\n0,0.5\n1,0.1\n", "Step,Loss\n0,2\n1,1e-07\n"])
  }

  @Test func putsEachFacetIntoAPanelAndARuleIntoAll() {
    let svg = Chart {
      for layer in 1...3 {
        LineMark(x: .value("Step", 0), y: .value("|δ|", layer)).facet(by: .value("Layer", layer))
      }
      RuleMark(y: .value("Limit", 2))
    }
    .chartFacet(columns: 3).svg(width: 680)
    #expect(svg.count(of: "chart-panel\"") == 3 && svg.count(of: ">Limit<") == 3)
    #expect(svg.contains(">Layer 3<"))
  }

  @Test func drawsNothingWithoutFalling() {
    #expect(ChartGrid {}.svg(width: 340).contains("</svg>"))
    #expect(SVGReader(ChartGrid { Chart {} }.svg(width: 340)) != nil)
  }
}

@Suite struct CSVTests {
  @Test func writesEveryValueExactlyAndQuotesWhatNeedsIt() {
    let chart = Chart {
      for (name, value) in [("a, \"b\"", 0.1 + 0.2), ("c", .nan), ("c", .infinity)] {
        PointMark(x: .value("x", 1e-300), y: .value("y", value))
          .foregroundStyle(by: .value("Run", name))
      }
    }
    #expect(
      chart.panelData[0].csv == """
        Run,x,y
        "a, ""b""\",1e-300,0.30000000000000004
        c,1e-300,nan
        c,1e-300,inf

        """)
  }

  @Test func keepsAllOfALongSeries() {
    let chart = Chart(0..<5000) { LineMark(x: .value("Step", $0), y: .value("Loss", $0)) }
    #expect(chart.panelData[0].csv.count(of: "\n") == 5001)
    #expect(chart.panelData[0].table.rows.count <= 200)
  }
}
