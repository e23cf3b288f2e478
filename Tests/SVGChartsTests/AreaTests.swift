import SVGCharts
import TestSupport
import Testing

@Suite struct AreaTests {
  private func band(_ ends: [(Double, Double)]) -> Chart {
    Chart(ends.enumerated()) {
      AreaMark(
        x: .value("Step", $0.offset), yStart: .value("Loss", $0.element.0),
        yEnd: .value("Loss", $0.element.1))
    }
  }

  @Test func leavesAGapWhereEitherEndOfABandIsNotFinite() {
    withEvery("end", in: [(.nan, 2), (1, .nan), (1, .infinity), (-.infinity, 2)]) { gap in
      let svg = band([(1, 2), (1, 3), gap, (1, 2), (1, 2)]).svg()
      let path = svg.components(after: "chart-area").components(after: " d=\"")
        .components(upTo: "\"")
      expectEvery(path.filter { $0 == "z" }.count == 2, path)
    }
  }

  @Test func marksTheStepAtWhichABandBecomesInfinite() {
    let chart = band([(1, 2), (1, 3), (1, .infinity)])
    #expect(chart.svg().contains(">∞ at step 2<"))
    #expect(chart.notices == ["1 value is infinite; a triangle at the edge marks it."])
  }

  @Test func tellsBothEndsOfABandInTheTable() {
    #expect(band([(1, 2), (1.5, 4)]).table.rows == [["0", "1 to 2"], ["1", "1.5 to 4"]])
    #expect(band([(1, 2), (1.5, 4)]).summary.contains("widest at step 1, from 1.5 to 4."))
  }

  @Test func setsAreasUponEachOtherButNotBands() {
    let areas = Chart {
      for part in ["a", "b", "c"] {
        for step in 0...3 {
          AreaMark(x: .value("Step", step), y: .value("Share", 0.25))
            .foregroundStyle(by: .value("Part", part))
        }
      }
    }
    #expect(areas.summary.contains("Share from 0.25 to 0.75"))
    #expect(band([(1, 2), (1, 2)]).summary.contains("Loss from 1 to 2"))
  }

  @Test func startsAnAreaAtZeroAndABandWhereItLies() {
    let area = Chart([90.0, 100]) { AreaMark(x: .value("Step", $0), y: .value("Norm", $0)) }
    #expect(area.svg().contains(">0<"))
    #expect(!band([(90, 95), (92, 100)]).svg().contains(">0</text></g><g text-anchor=\"middle\">"))
  }

  @Test func namesABandByItsLine() {
    let svg = GoldenCharts.bandOverSeeds.svg()
    #expect(svg.contains("chart-names") && !svg.contains("chart-legend"))
    #expect(svg.count(of: ">SGD<") == 1)
  }
}
