import SVGCharts
import TestSupport
import Testing

@Suite struct DistributionTests {
  private let values = (0..<500).map { Samples.noise($0) * Samples.noise($0 + 7000) }

  @Test func countsEveryValueOnce() {
    let odd: [Double] = [.nan, .infinity, -.infinity, -3, 3, 0, 0.5]
    let histograms = [
      Histogram(values + odd), Histogram(values + odd, bins: 7),
      Histogram(values + odd, bins: 10, in: -0.5...0.5), Histogram(odd, edges: [-1, 0, 0.5]),
      Histogram([]), Histogram([.nan]), Histogram([2, 2, 2]), Histogram([1e300, -1e300], bins: 4),
    ]
    let totals: [Double] = [507, 507, 507, 7, 0, 1, 3, 2]
    for (histogram, total) in zip(histograms, totals) {
      #expect(histogram.total == total)
      #expect(histogram.counts.count == histogram.edges.count - 1)
    }
    #expect(histograms[3].counts == [0, 2] && histograms[3].below == 2)
    #expect(histograms[3].above == 2 && histograms[3].notNumbers == 1)
  }

  @Test func coversAllFiniteValuesUnlessTold() {
    withEvery("bins", in: 1...60) { bins in
      let histogram = Histogram(values, bins: bins)
      expectEvery(histogram.below == 0 && histogram.above == 0 && histogram.counts.count == bins)
    }
    let automatic = Histogram(values)
    #expect(automatic.below == 0 && automatic.above == 0)
    #expect((5...42).contains(automatic.counts.count))
  }

  @Test func keepsTheSumWhenItRebins() {
    let histogram = Histogram(values, bins: 30)
    withEvery("bins", in: 1...40) { bins in
      let edges = (0...bins).map { Double($0) / Double(bins) * 1.5 - 0.7 }
      let other = histogram.rebinned(edges: edges)
      expectEvery(abs(other.total - histogram.total) < 1e-9, "\(other.total)")
    }
  }

  @Test func namesWhatLiesBeyondTheBins() {
    let chart = Chart { HistogramBars(Histogram([-2, 0.1, 0.2, 5, 6], edges: [0, 1]), x: "w") }
    #expect(chart.svg().contains(">1 below 0<") && chart.svg().contains(">2 above 1<"))
    #expect(chart.summary.contains("2 values in 1 bins"))
    #expect(chart.summary.contains("1 below 0; 2 above 1"))
  }

  @Test func interpolatesQuantiles() {
    #expect(quantile(0.5, of: [1, 2, 4, 8]) == 3)
    #expect(quantile(0, of: [3, 1, .nan, 2]) == 1 && quantile(1, of: [3, 1, .nan, 2]) == 3)
    #expect(quantile(0.25, of: [0, 1, 2, 3, 4]) == 1)
    #expect(quantile(0.5, of: []).isNaN)
  }

  @Test func drawsABoxForEachPlaceAndADotForEachValueBeyond() {
    let chart = Chart {
      for value in [1.0, 2, 3, 4, 5, 30] {
        BoxMark(x: .value("Run", "a"), y: .value("Loss", value))
        BoxMark(x: .value("Run", "b"), y: .value("Loss", value < 30 ? value : 3))
      }
    }
    let boxes = chart.svg().components(after: "chart-box-plot").components(upTo: "</g>")
    #expect(boxes.components(upTo: "/>").count(of: "z") == 2)
    #expect(boxes.count(of: "h0") == 1)
    #expect(chart.summary.contains("a 3.5, half of them from 2.25 to 4.75"))
  }

  @Test func drawsRidgesInOneScaleWithBoundedOverlap() {
    let rows = [
      (name: "0", values: [Double](repeating: 0, count: 30) + [1.0]),
      (name: "1", values: [0, 0.5, 1]),
    ]
    let chart = Chart { Ridgeline(x: "w", y: "Step", rows, bins: 3) }
    #expect(chart.summary.contains("2 ridges from back to front; 0 is highest at"))
    let tops = chart.svg().components(separatedBy: "stroke-width=\"1.5\"").dropFirst()
    #expect(tops.count == 2)
  }

  @Test func smoothsWithTheMethodInTheLabel() {
    #expect(Smoothing.movingAverage(2).applied(to: [1, 3, 5]) == [1, 2, 4])
    #expect(Smoothing.exponential(weight: 0.5).applied(to: [4, 4, 4]) == [4, 4, 4])
    let gap = Smoothing.movingAverage(3).applied(to: [1, .nan, 3])
    #expect(gap[0] == 1 && gap[1].isNaN && gap[2] == 2)
    let chart = Chart { SmoothedLine(x: "Step", y: "Loss", [1, 2, 3], by: .movingAverage(2)) }
    #expect(chart.svg().contains(">mean of 2<"))
    #expect(chart.svg().count(of: "class=\"chart-line\"") == 2)
  }
}
