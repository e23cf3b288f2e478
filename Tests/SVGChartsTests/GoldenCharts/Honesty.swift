import SVGCharts

/// What has no place in the plot, or nearly none.
extension GoldenCharts {
  static let honesty: [GoldenChart] = [
    ("loss-diverges", "A rate of 1 is too much", lossDiverges),
    ("outlier", "One step of 1e30 among small ones", outlier),
    ("zeros-on-log", "Dead layers on a log axis", zerosOnLog),
    ("fixed-domain", "A loss that leaves a fixed axis", fixedDomain),
    ("isolated-points", "Finite values between gaps are dots", isolatedPoints),
    ("rule-at-infinity", "The outputs leave the numbers that 32 bits hold", ruleAtInfinity),
    ("two-infinite", "Two networks lose the range at once", twoInfinite),
    ("constant", "A loss that does not move", constant),
    ("one-point", "One measurement", onePoint),
    ("all-nan", "Nothing finite", allNaN),
    ("empty", "Nothing at all", Chart {}),
  ]

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
