import SVGCharts

/// Many values at once.
extension GoldenCharts {
  static let distributions: [GoldenChart] = [
    ("weight-histogram", "Most weights stay near zero", weightHistogram),
    ("two-ridges", "Dropout cuts the tails off", twoRidges),
    ("weight-ridges", "The gradients shrink while training", weightRidges),
    ("box-by-optimizer", "Twelve seeds of four optimizers", boxByOptimizer),
    ("box-horizontal", "Twelve seeds, with names that need room", boxHorizontal),
    ("quantile-band", "Half of nine seeds within the band", quantileBand),
    ("smoothed-loss", "A loss under its mean of fifty steps", smoothedLoss),
  ]

  /// About normal: the sum of four even numbers.
  private static func normal(_ index: Int) -> Double {
    (0..<4).reduce(0) { $0 + Samples.noise(index * 4 + $1) } * 0.87
  }

  static var weightHistogram: Chart {
    let weights = (0..<2000).map { normal($0) * 0.2 }
    let histogram = Histogram(weights + [9, .nan], bins: 30, in: -0.45...0.45)
    return Chart { HistogramBars(histogram, x: "Weight") }
  }

  static var twoRidges: Chart {
    let rows = [("plain", 0.6, 0), ("dropout", 0.25, 9000)].map {
      row -> (name: String, values: [Double]) in
      (row.0, (0..<600).map { normal($0 + row.2) * row.1 })
    }
    return Chart { Ridgeline(x: "Weight", y: "Network", rows, bins: 40) }
  }

  static var weightRidges: Chart {
    let rows = (0..<9).map { row -> (name: String, values: [Double]) in
      let scale = 1 / (1 + 0.3 * Double(row))
      return (String(row * 50), (0..<800).map { normal($0 + row * 800) * scale })
    }
    return Chart { Ridgeline(x: "Gradient of the first layer", y: "Step", rows, bins: 48) }
  }

  private static let seeds: [(String, [Double])] = [
    ("SGD", 0.62), ("Momentum", 0.31), ("RMSProp", 0.24), ("Adam", 0.12),
  ].enumerated().map { index, row -> (String, [Double]) in
    let (name, loss) = row
    let losses = (0..<12).map { seed -> Double in loss * (1 + 0.4 * normal(seed + index * 50)) }
    return (name, index == 2 ? losses + [0.83] : losses)
  }

  static var boxByOptimizer: Chart {
    Chart {
      for (name, losses) in seeds {
        for loss in losses { BoxMark(x: .value("Optimizer", name), y: .value("Loss", loss)) }
      }
    }
  }

  static var boxHorizontal: Chart {
    Chart {
      for (name, losses) in seeds {
        for loss in losses {
          BoxMark(x: .value("Loss", loss), y: .value("Optimizer", name + " with warm-up"))
        }
      }
    }
  }

  static var quantileBand: Chart {
    let runs: [(String, Double, Double)] = [("SGD", 0.5, 30), ("Adam", 0.06, 8)]
    return Chart {
      for (index, run) in runs.enumerated() {
        for step in 0...100 {
          let mean = run.1 + 2 / (1 + Double(step) / run.2)
          let losses = (0..<9).map { seed -> Double in
            let own = 0.3 * Samples.noise(seed + index * 100)
            return mean * (1 + own + 0.04 * Samples.noise(step * 9 + seed))
          }
          QuantileBand(x: .value("Step", step), y: "Loss", of: losses)
            .foregroundStyle(by: .value("Optimizer", run.0))
        }
      }
    }
  }

  static var smoothedLoss: Chart {
    let losses = Samples.falling(from: 2.3, to: 0.3, pace: 90, steps: 799, noise: 0.35, seed: 5)
    return Chart { SmoothedLine(x: "Step", y: "Loss", losses, by: .movingAverage(50)) }
  }
}
