import SVGCharts

/// Runs while they train.
extension GoldenCharts {
  static let lines: [GoldenChart] = [
    ("gradient-by-layer", "Each sigmoid layer keeps a quarter of the gradient", gradientByLayer),
    ("gradient-limits", "Thirty sigmoid layers lose the gradient", gradientLimits),
    ("six-optimizers", "Six optimizers on the same network", sixOptimizers),
    ("ten-runs", "More series than fit beside the lines", tenRuns),
    ("twenty-layers", "Gradient norm of twenty layers while training", twentyLayers),
    ("four-rates", "Four learning rates in order", fourRates),
    ("noisy-line", "Ten thousand steps", noisyLine),
    ("norm-with-limit", "Clipping cuts the cliffs off", normWithLimit),
    ("rate-range", "Batch norm widens the range of rates", rateRange),
  ]

  static var gradientLimits: Chart {
    Chart {
      for (layer, value) in Samples.geometric(first: 3e-10, ratio: 2.2, layers: 30) {
        LineMark(x: .value("Layer", layer), y: .value("Gradient norm", value))
      }
      GradientLimits()
    }
    .chartYScale(type: .log)
  }

  static var gradientByLayer: Chart {
    Chart {
      for (layer, value) in Samples.geometric(first: 1.2e-12, ratio: 4.2, layers: 20) {
        LineMark(x: .value("Layer", layer), y: .value("Gradient norm", value))
          .foregroundStyle(by: .value("Activation", "sigmoid"))
      }
      for (layer, value) in Samples.geometric(first: 0.6, ratio: 1.02, layers: 20) {
        LineMark(x: .value("Layer", layer), y: .value("Gradient norm", value))
          .foregroundStyle(by: .value("Activation", "ReLU, He"))
      }
    }
    .chartYScale(type: .log)
  }

  static var sixOptimizers: Chart {
    let runs: [(String, Double, Double)] = [
      ("SGD", 0.62, 60), ("Momentum", 0.21, 22), ("Nesterov", 0.2, 18), ("RMSProp", 0.19, 9),
      ("Adam", 0.08, 8), ("AdamW", 0.06, 10),
    ]
    return Chart {
      for (index, run) in runs.enumerated() {
        let losses = Samples.falling(
          from: 2.3, to: run.1, pace: run.2, steps: 200, noise: 0.03, seed: index)
        for (step, loss) in losses.enumerated() {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Optimizer", run.0))
        }
      }
    }
  }

  static var tenRuns: Chart {
    Chart {
      for run in 0..<10 {
        let losses = Samples.falling(
          from: 2.3, to: 0.1 + 0.12 * Double(run), pace: 10, steps: 60, noise: 0.05, seed: run)
        for (step, loss) in losses.enumerated() {
          LineMark(x: .value("Epoch", step), y: .value("Validation loss", loss))
            .foregroundStyle(by: .value("Run", "run " + String(run)))
        }
      }
    }
  }

  static var twentyLayers: Chart {
    Chart {
      for (layer, value) in Samples.geometric(first: 1e-8, ratio: 2.4, layers: 20) {
        for step in 0...150 {
          let norm = value * (1 + Double(step) / 30) * (1 + 0.2 * Samples.noise(step * 20 + layer))
          LineMark(x: .value("Step", step), y: .value("Gradient norm", norm))
            .foregroundStyle(by: .value("Layer", layer))
        }
      }
    }
    .chartYScale(type: .log)
  }

  static var fourRates: Chart {
    Chart {
      for (index, rate) in [0.001, 0.01, 0.1, 0.5].enumerated() {
        let losses = Samples.falling(
          from: 2.3, to: 0.03, pace: 0.9 / rate, steps: 120, noise: 0.03, seed: index)
        for (step, loss) in losses.enumerated() {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Rate", rate))
        }
      }
    }
  }

  static var noisyLine: Chart {
    let losses = Samples.falling(from: 2.3, to: 0.1, pace: 600, steps: 9_999, noise: 0.3)
    return Chart(losses.enumerated()) {
      LineMark(x: .value("Step", $0.offset), y: .value("Loss", $0.element))
    }
  }

  static var normWithLimit: Chart {
    Chart {
      for step in 0...200 {
        let cliff = step % 47 == 30 ? 900.0 : 1
        LineMark(
          x: .value("Step", step),
          y: .value("Gradient norm", (0.2 + 0.1 * Samples.noise(step)) * cliff))
      }
      RuleMark(y: .value("Limit", 1))
        .annotation { "clipped above 1" }
      RuleMark(x: .value("Rate halved", 120))
        .lineStyle(StrokeStyle(lineWidth: 1, dash: [3, 3]))
    }
    .chartYScale(type: .log)
  }

  static var rateRange: Chart {
    let rates = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
    let runs: [(String, [Double])] = [
      ("with batch norm", [1.2, 0.61, 0.3, 0.12, 0.06, 0.05, 0.3, 2.4]),
      ("without", [1.75, 1.4, 0.8, 0.35, 1.9, .infinity, .nan, .nan]),
    ]
    return Chart {
      for (name, losses) in runs {
        for (rate, loss) in zip(rates, losses) {
          LineMark(x: .value("Learning rate", rate), y: .value("Loss after 6 epochs", loss))
            .foregroundStyle(by: .value("Network", name))
          PointMark(x: .value("Learning rate", rate), y: .value("Loss after 6 epochs", loss))
            .foregroundStyle(by: .value("Network", name))
        }
      }
    }
    .chartXScale(type: .log)
  }
}
