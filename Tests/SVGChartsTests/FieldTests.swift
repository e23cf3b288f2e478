import SVGCharts
import TestSupport
import Testing

@Suite struct FieldTests {
  @Test func findsACircleAsOneClosedLine() {
    let side = 41
    let values = (0..<side * side).map { index -> Double in
      let x = Double(index % side - 20), y = Double(index / side - 20)
      return x * x + y * y
    }
    withEvery("radius", in: [1.5, 5, 12.3, 19.9]) { radius in
      let lines = contourLines(values, columns: side, level: radius * radius)
      expectEvery(lines.count == 1 && lines[0].first == lines[0].last)
      for point in lines[0] {
        let (x, y) = (point.x - 20, point.y - 20)
        expectEvery(abs((x * x + y * y).squareRoot() - radius) < 0.1, "\(point)")
      }
    }
    // At this radius the circle leaves the square: four arcs, none closed.
    let arcs = contourLines(values, columns: side, level: 25 * 25)
    #expect(arcs.count == 4 && arcs.allSatisfy { $0.first != $0.last })
  }

  @Test func skipsSquaresThatAreNotFinite() {
    var values = (0..<25).map { Double($0 % 5) }
    #expect(contourLines(values, columns: 5, level: 1.5).map(\.count) == [5])
    values[12] = .nan
    let lines = contourLines(values, columns: 5, level: 1.5)
    #expect(lines.map(\.count) == [2, 2])
    #expect(contourLines(values, columns: 5, level: 9).isEmpty)
  }

  @Test func namesTheLevelsOfContours() {
    let chart = GoldenCharts.lossContours
    for level in ["0.1", "0.5", "1", "2", "4", "8"] { #expect(chart.svg().contains(">\(level)<")) }
    #expect(chart.summary.contains("Contours at 0.1, 0.5, 1, 2, 4, 8."))
  }

  @Test func reachesAsFarAsTheDomainsOfContours() {
    func chart(_ levels: [Double]) -> Chart {
      Chart {
        ContourPlot(x: "a", y: "b", xDomain: -1...1, yDomain: -2...2, levels: levels) {
          a, b in a < 0.5 ? .nan : a + b
        }
      }
    }
    #expect(chart([0]).axisRanges.map(\.range) == [-1...1, -2...2])
    #expect(chart([0]).summary.hasPrefix("Contour chart of b against a"))
    #expect(chart([9]).notices == ["There are no data to draw."])
  }

  @Test func namesTheShareAtWhichArrowsAreDrawn() {
    let places = [(x: 0.0, y: 0.0), (x: 1, y: 0), (x: 0, y: 1)]
    let chart = Chart {
      VectorField(x: "a", y: "b", name: "slope", at: places) { x, _ in (30 * x + 1, 0) }
    }
    #expect(chart.svg().contains(">slope × 0.02<"))
  }

  @Test func drawsAFunctionWithAGapWhereItHasNoValue() {
    let chart = Chart { LinePlot(x: "x", y: "y", domain: -1...1) { $0 < 0 ? .nan : $0 } }
    #expect(chart.svg().contains("120 NaN"))
    #expect(chart.summary.contains("from 0 at x 0 to 1 at x 1"))
  }
}
