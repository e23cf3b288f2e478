import SVGCharts

/// The charts of the golden files: each is one that a person would want.
enum GoldenCharts {
  static let all: [(name: String, caption: String, chart: Chart)] = [
    ("gradient-by-layer", "Each sigmoid layer keeps a quarter of the gradient", gradientByLayer),
    ("loss-diverges", "A rate of 1 is too much", lossDiverges),
    ("bars-by-activation", "Loss after six epochs by activation", barsByActivation),
    ("bars-stacked", "Where the time of a step goes", barsStacked),
    ("bars-grouped", "Batch norm helps the sigmoid most", barsGrouped),
    ("bars-horizontal", "The seven remedies after one epoch", barsHorizontal),
    ("stems-by-layer", "The gradient by layer as stems on a log axis", stemsByLayer),
    ("six-optimizers", "Six optimizers on the same network", sixOptimizers),
    ("ten-runs", "More series than fit beside the lines", tenRuns),
    ("twenty-layers", "Gradient norm of twenty layers while training", twentyLayers),
    ("four-rates", "Four learning rates in order", fourRates),
    ("growth-diagonal", "Theory and measurement on the diagonal", growthDiagonal),
    ("six-clouds", "Six classes as clouds of points", sixClouds),
    ("noisy-line", "Ten thousand steps", noisyLine),
    ("norm-with-limit", "Clipping cuts the cliffs off", normWithLimit),
    ("outlier", "One step of 1e30 among small ones", outlier),
    ("zeros-on-log", "Dead layers on a log axis", zerosOnLog),
    ("fixed-domain", "A loss that leaves a fixed axis", fixedDomain),
    ("isolated-points", "Finite values between gaps are dots", isolatedPoints),
    ("constant", "A loss that does not move", constant),
    ("one-point", "One measurement", onePoint),
    ("all-nan", "Nothing finite", allNaN),
    ("rate-range", "Batch norm widens the range of rates", rateRange),
    ("rule-at-infinity", "The outputs leave the numbers that 32 bits hold", ruleAtInfinity),
    ("two-infinite", "Two networks lose the range at once", twoInfinite),
    ("band-over-seeds", "Five seeds lie within a third of each other", bandOverSeeds),
    ("areas-stacked", "The gradient moves to the first layers", areasStacked),
    ("gradient-map", "The gradient dies from the last layer to the first", gradientMap),
    ("activity-matrix", "Units that never fire, by example", activityMatrix),
    ("map-of-hundred", "A hundred layers over a hundred steps", mapOfHundred),
    ("sloping-names", "Twelve long names under bars", slopingNames),
    ("negative-bars", "Change of the loss by layer removed", negativeBars),
    ("empty", "Nothing at all", Chart {}),
  ]

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

  static var lossDiverges: Chart {
    var wild = Samples.falling(from: 2.3, to: 1, pace: 8, steps: 300, noise: 0.1, seed: 2)
    for step in 60..<74 { wild[step] = wild[59] * Double(step - 58) * Double(step - 58) / 12 }
    for step in 74..<300 { wild[step] = step == 74 ? .infinity : .nan }
    wild[300] = .nan
    let runs = [
      ("0.01", Samples.falling(from: 2.3, to: 0.4, pace: 60, steps: 300, noise: 0.02, seed: 1)),
      ("0.1", Samples.falling(from: 2.3, to: 0.05, pace: 12, steps: 300, noise: 0.08, seed: 3)),
      ("1", wild),
    ]
    return Chart {
      for (rate, losses) in runs {
        for (step, loss) in losses.enumerated() {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Rate", "rate " + rate))
        }
      }
      RuleMark(y: .value("Guessing", 1.792))
    }
  }

  static var barsByActivation: Chart {
    let rows = [("sigmoid", 1.80), ("tanh", 0.21), ("ReLU", 0.07), ("BN + ReLU", 0.05)]
    return Chart(rows) {
      BarMark(x: .value("Activation", $0.0), y: .value("Loss", $0.1))
    }
  }

  static var barsStacked: Chart {
    let parts = [("forward", [3.0, 6, 12]), ("backward", [6, 12, 25]), ("update", [1, 2, 4])]
    return Chart {
      for (part, times) in parts {
        for (index, time) in times.enumerated() {
          BarMark(x: .value("Depth", 4 << index), y: .value("Time in ms", time))
            .foregroundStyle(by: .value("Part", part))
        }
      }
    }
  }

  static var barsGrouped: Chart {
    let networks = [
      ("plain", [1.79, 0.9, 0.31]), ("batch norm", [0.41, 0.22, 0.12]),
      ("residual", [1.2, 0.3, 0.1]),
    ]
    return Chart {
      for (network, losses) in networks {
        for (activation, loss) in zip(["sigmoid", "tanh", "ReLU"], losses) {
          BarMark(x: .value("Activation", activation), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Network", network))
            .position(by: .value("Network", network))
        }
      }
    }
  }

  static var barsHorizontal: Chart {
    let remedies = [
      ("none", 2.31), ("L2 0.01", 2.3), ("batch of 8", 2.1), ("clip to 1", 1.4),
      ("rate / 100", 1.9), ("batch norm", 0.3), ("He initialization", 0.12),
    ]
    return Chart(remedies) {
      BarMark(x: .value("Loss", $0.1), y: .value("Remedy", $0.0))
        .foregroundStyle($0.1 < 1 ? .blue : .secondary)
    }
  }

  static var stemsByLayer: Chart {
    Chart(Samples.geometric(first: 1.2e-9, ratio: 4.2, layers: 16)) {
      BarMark(x: .value("Layer", $0.layer), y: .value("|δ|", $0.value))
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

  static var growthDiagonal: Chart {
    let rows = [
      ("linear", 1.0, 1.010), ("sigmoid", 1.0167, 1.026), ("ELU", 1.0388, 1.047),
      ("tanh", 1.0853, 1.094), ("leaky ReLU", 1.1152, 1.120), ("GELU", 1.1484, 1.143),
      ("ReLU", 1.2112, 1.208),
    ]
    return Chart {
      for place in [1.0, 1.22] {
        LineMark(x: .value("Predicted growth", place), y: .value("Measured growth", place))
          .foregroundStyle(.secondary)
          .lineStyle(StrokeStyle(lineWidth: 1, dash: [4, 3]))
      }
      for (name, predicted, measured) in rows {
        PointMark(
          x: .value("Predicted growth", predicted), y: .value("Measured growth", measured)
        )
        .annotation(name)
      }
    }
  }

  static var sixClouds: Chart {
    Chart {
      for index in 0..<240 {
        let group = index % 6
        let x = Double(group % 3) + 0.4 * Samples.noise(index)
        let y = Double(group / 3) + 0.4 * Samples.noise(index + 5000)
        PointMark(x: .value("First feature", x), y: .value("Second feature", y))
          .foregroundStyle(by: .value("Class", "class " + String(group)))
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

  static var outlier: Chart {
    Chart {
      for step in 0...80 {
        LineMark(
          x: .value("Step", step),
          y: .value("Loss", step == 31 ? 1e30 : 1 + 0.2 * Samples.noise(step)))
      }
    }
  }

  static var zerosOnLog: Chart {
    Chart {
      for layer in 1...12 {
        let value = layer < 5 ? 0 : 1e-3 * Double(layer) * Double(layer)
        PointMark(x: .value("Layer", layer), y: .value("Gradient norm", value))
      }
    }
    .chartYScale(type: .log)
  }

  static var fixedDomain: Chart {
    let losses = Samples.falling(from: 14, to: 0.4, pace: 6, steps: 100, noise: 0.1)
    return Chart(losses.enumerated()) {
      LineMark(x: .value("Step", $0.offset), y: .value("Loss", $0.element))
    }
    .chartYScale(domain: 0...2)
  }

  static var isolatedPoints: Chart {
    Chart {
      for step in 0...30 {
        let isGap = step % 5 == 2 || (12...16).contains(step) && step != 14
        LineMark(
          x: .value("Step", step),
          y: .value("Accuracy", isGap ? .nan : 0.9 - 0.8 / (1 + Double(step) / 4)))
      }
    }
    .chartYScale(domain: 0...1)
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

  static var ruleAtInfinity: Chart {
    let runs: [(String, Double)] = [("step 2", 900), ("step 1", 2.4), ("step 0", 1.3)]
    return Chart {
      for (name, ratio) in runs {
        var value = 1.0
        for layer in 1...21 {
          LineMark(
            x: .value("Layer", layer),
            y: .value("Largest output", value < 3.4e38 ? value : .infinity)
          )
          .foregroundStyle(by: .value("Run", name))
          let _ = value *= ratio
        }
      }
      RuleMark(y: .value("largest 32-bit number", 3.4e38))
    }
    .chartYScale(type: .log)
  }

  static var twoInfinite: Chart {
    let rates = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
    let runs: [(String, [Double])] = [
      ("plain", [1.75, 1.4, 0.8, 0.35, 1.9, .infinity, .nan, .nan]),
      ("dropout", [1.8, 1.5, 0.9, 0.5, 2.1, .infinity, .infinity, .nan]),
      ("weight decay", [1.76, 1.45, 0.7, 0.3, 0.4, 2.2, .infinity, .nan]),
      ("batch norm", [1.2, 0.61, 0.3, 0.12, 0.06, 0.05, 0.3, 2.4]),
    ]
    return Chart {
      for (name, losses) in runs {
        for (rate, loss) in zip(rates, losses) {
          LineMark(x: .value("Learning rate", rate), y: .value("Loss after 6 epochs", loss))
            .foregroundStyle(by: .value("Network", name))
        }
      }
    }
    .chartXScale(type: .log)
    .chartYScale(type: .log)
  }

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

  static var gradientMap: Chart {
    Chart {
      for layer in 1...12 {
        for step in stride(from: 0, through: 240, by: 10) {
          let value = power10(-0.5 * Double(12 - layer) - Double(step) / 200)
          let isDead = layer <= 2 && step > 120
          let isLost = step > 200 && layer > 9
          RectangleMark(x: .value("Step", step), y: .value("Layer", layer))
            .foregroundStyle(
              by: .value(
                "|δ|",
                isDead
                  ? 0
                  : isLost
                    ? (step == 210 ? .infinity : .nan)
                    : value * (1 + 0.5 * Samples.noise(step * 12 + layer))))
        }
      }
    }
    .chartForegroundStyleScale(type: .log)
  }

  static var activityMatrix: Chart {
    Chart {
      for unit in 1...10 {
        for example in ["plane", "car", "bird", "cat", "deer", "dog"] {
          let value = Samples.noise(unit * 31 + example.utf8.reduce(0) { $0 + Int($1) })
          RectangleMark(x: .value("Unit", unit), y: .value("Example", example))
            .foregroundStyle(by: .value("Output", max(value, 0)))
        }
      }
    }
  }

  static var mapOfHundred: Chart {
    Chart {
      for layer in 1...100 {
        for step in 0..<100 {
          let value = -0.06 * Double(100 - layer) + 0.02 * Double(step)
          RectangleMark(x: .value("Step", step), y: .value("Layer", layer))
            .foregroundStyle(
              by: .value("|δ|", power10(value + 0.2 * Samples.noise(step * 100 + layer))))
        }
      }
    }
    .chartForegroundStyleScale(type: .log)
  }

  static var slopingNames: Chart {
    let names = [
      "none", "L2 penalty 0.01", "L2 penalty 1", "batch of 8", "clipped to norm 1", "rate / 100",
      "batch norm", "layer norm", "He initialization", "orthogonal", "residual", "smaller steps",
    ]
    return Chart(names.enumerated()) {
      BarMark(x: .value("Remedy", $0.element), y: .value("Loss", 2.3 / Double($0.offset + 1)))
    }
  }

  static var negativeBars: Chart {
    Chart([0.4, 0.1, -0.25, 0.05, -0.02].enumerated()) {
      BarMark(x: .value("Layer", $0.offset + 1), y: .value("Change of loss", $0.element))
        .annotation(ReaderNumber.text($0.element))
    }
  }

  static var constant: Chart {
    Chart(0...20) { LineMark(x: .value("Epoch", $0), y: .value("Loss", 1.792)) }
  }

  static var onePoint: Chart {
    Chart { PointMark(x: .value("Layer", 7), y: .value("Gradient norm", 0.0031)) }
  }

  static var allNaN: Chart {
    Chart(0...20) { LineMark(x: .value("Step", $0), y: .value("Loss", Double.nan)) }
  }
}
