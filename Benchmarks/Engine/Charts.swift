import SVGCharts

/// Charts as large as lessons draw them: the time to make the marks, to draw both layouts, and the
/// bytes of the wide one.
func measureCharts(_ timing: Timing) -> [BenchmarkLine] {
  [
    measure("chart line 10000", timing) { lines(1, of: 10_000) },
    measure("chart lines 6x1000", timing) { lines(6, of: 1000) },
    measure("chart lines 6x10000", timing) { lines(6, of: 10_000) },
    measure("chart map 100x100", timing) {
      Chart(0..<10_000) {
        RectangleMark(x: .value("Step", $0 % 100), y: .value("Layer", $0 / 100))
          .foregroundStyle(by: .value("|δ|", noise[$0]))
      }
    },
  ]
}

/// Noise, of which a line keeps the most points and a map the most cells.
private let noise: [Double] = {
  var stream = SplitMix64(seed: 4)
  return stream.uniform(60_000, within: 1)
}()

private func lines(_ count: Int, of steps: Int) -> Chart {
  Chart {
    for run in 0..<count {
      let name = "run \(run)"
      for step in 0..<steps {
        LineMark(x: .value("Step", step), y: .value("Loss", noise[run * steps + step]))
          .foregroundStyle(by: .value("Run", name))
      }
    }
  }
}

private func measure(_ name: String, _ timing: Timing, _ make: () -> Chart) -> BenchmarkLine {
  let chart = make()
  return BenchmarkLine(
    name: name,
    values: [
      ("makeMilliseconds", 1000 / timing.rate { _ = make() }),
      (
        "drawMilliseconds",
        1000
          / timing.rate { _ = chart.svg(width: 680).utf8.count + chart.svg(width: 340).utf8.count }
      ),
      ("bytes", Double(chart.svg(width: 680).utf8.count)),
    ])
}
