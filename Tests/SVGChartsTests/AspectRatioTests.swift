import SVGCharts
import TestSupport
import Testing

@Suite struct AspectRatioTests {
  private func chart(width: Double, height: Double, points: Bool = false) -> Chart {
    Chart {
      for (x, y) in [(0.0, 0.0), (width, height)] {
        if points {
          PointMark(x: .value("x", x), y: .value("y", y))
        } else {
          LineMark(x: .value("x", x), y: .value("y", y))
        }
      }
    }
    .chartXScale(domain: 0...width).chartYScale(domain: 0...height)
    .chartAspectRatio(.equal)
  }

  @Test func makesAUnitAsLongAlongXAsAlongY() {
    withEvery("width", in: [0.01, 1, 3, 40]) { width in
      withEvery("height", in: [0.02, 1, 2.5, 100]) { height in
        withEvery("size", in: [(640, 320), (340, 500), (680, 680)]) { size in
          withEvery("points", in: [false, true]) { points in
            let plan = ChartPlan(chart(width: width, height: height, points: points))
            let plot = ChartLayout(plan, width: Double(size.0), height: Double(size.1)).plot
            let across = plot.x.length(1), down = plot.y.length(1)
            expectEvery(abs(across / down - 1) < 1e-9, "\(across) and \(down)")
          }
        }
      }
    }
  }

  @Test func givesASquareDomainTheHeightItNeeds() throws {
    for width in [340, 680] {
      let square = chart(width: 1, height: 1), height = square.height(forWidth: width)
      let plot = ChartLayout(ChartPlan(square), width: Double(width), height: Double(height)).plot
      #expect(plot.frame.bottom - plot.frame.top > 0.7 * Double(width))
      #expect(height < width * 4 / 3)
    }
    #expect(chart(width: 10, height: 1).height(forWidth: 680) < 200)
  }

  @Test func leavesAxesOfWordsAndLogarithmsAlone() {
    func bars() -> Chart {
      Chart { BarMark(x: .value("Layer", "first"), y: .value("Loss", 2)) }
    }
    #expect(bars().chartAspectRatio(.equal).svg() == bars().svg())
    let line = Chart {
      LineMark(x: .value("x", 1), y: .value("y", 1))
      LineMark(x: .value("x", 2), y: .value("y", 100))
    }
    .chartYScale(type: .log)
    #expect(line.chartAspectRatio(.equal).svg() == line.svg())
  }
}
