import SVGCharts

/// Bands and shares.
extension GoldenCharts {
  static let areas: [GoldenChart] = [
    ("band-over-seeds", "Five seeds lie within a third of each other", bandOverSeeds),
    ("areas-stacked", "The gradient moves to the first layers", areasStacked),
  ]

  static var bandOverSeeds: Chart {
    let runs: [(String, Double, Double)] = [("SGD", 0.6, 40), ("Adam", 0.08, 8)]
    return Chart {
      for (index, run) in runs.enumerated() {
        for step in 0...120 {
          let losses = (0..<5).map { seed in
            let value = run.1 + (2.3 - run.1) / (1 + Double(step) / run.2)
            return value
              * (1 + 0.3 * Samples.noise(seed + index * 100) + 0.05 * Samples.noise(step * 5 + seed))
          }.sorted()
          AreaMark(
            x: .value("Step", step), yStart: .value("Loss", losses[0]),
            yEnd: .value("Loss", losses[4])
          )
          .foregroundStyle(by: .value("Optimizer", run.0))
          LineMark(x: .value("Step", step), y: .value("Loss", losses[2]))
            .foregroundStyle(by: .value("Optimizer", run.0))
        }
      }
    }
    .chartYScale(type: .log)
  }

  static var areasStacked: Chart {
    Chart {
      for layer in 1...4 {
        for step in 0...60 {
          let grown = Double(step) / 60
          let share = [0.02 + 0.3 * grown, 0.08 + 0.2 * grown, 0.3 - 0.1 * grown][min(layer, 3) - 1]
          AreaMark(
            x: .value("Step", step),
            y: .value("Share of |δ|", layer < 4 ? share : 0.6 - 0.4 * grown)
          )
          .foregroundStyle(by: .value("Layer", "layer \(layer)"))
        }
      }
    }
  }
}
