import SVGCharts

/// Panels side by side.
extension GoldenCharts {
  static let grids: [GoldenChart] = [
    ("grid-shared", "The same six steps at three rates, and one too many", gridShared),
    ("grid-free", "Loss and gradient, each on its own axis", gridFree),
    ("grid-bars", "Four activations with and without a remedy", gridBars),
    ("grid-mixed", "Different things measured in one run", gridMixed),
    ("facets", "Each activation keeps another share of the gradient", facets),
  ]

  static func falling(_ rate: Double) -> Chart {
    Chart(
      Samples.falling(
        from: 2.3, to: 0.1, pace: 2 / rate, steps: 80, noise: 0.1, seed: Int(rate * 1000)
      ).enumerated()
    ) {
      LineMark(
        x: .value("Step", $0.offset),
        y: .value("Loss", rate == 1 && $0.offset > 50 ? Double.nan : $0.element))
    }
    .chartTitle("rate \(rate)")
  }

  static var gridShared: ChartGrid {
    ChartGrid(columns: 2) {
      for rate in [0.01, 0.1, 1] { falling(rate) }
    }
  }

  static var gridFree: ChartGrid {
    ChartGrid(scales: .freeY) {
      for rate in [0.001, 0.01, 0.1, 1] { falling(rate) }
    }
  }

  static var gridBars: ChartGrid {
    let losses: [(String, [Double])] = [
      ("plain", [1.79, 1.7, 0.6, 0.4]), ("batch norm", [0.41, 0.22, 0.12]),
    ]
    return ChartGrid(columns: 2) {
      for (network, losses) in losses {
        Chart {
          for (activation, loss) in zip(["sigmoid", "tanh", "ReLU", "GELU"], losses) {
            BarMark(x: .value("Activation", activation), y: .value("Loss", loss))
          }
        }
        .chartTitle(network)
      }
    }
  }

  static var gridMixed: ChartGrid {
    func profile(_ title: String, _ ratio: Double, _ name: String) -> Chart {
      Chart {
        for (step, factor) in [(0, 1.0), (300, 1.3)] {
          for (layer, value) in Samples.geometric(first: 1, ratio: ratio * factor, layers: 12) {
            LineMark(x: .value("Layer", layer), y: .value(name, value))
              .foregroundStyle(by: .value("", step == 0 ? "step 0" : "step 300"))
          }
        }
      }
      .chartYScale(type: .log)
      .chartTitle(title)
    }
    return ChartGrid(columns: 2) {
      Chart {
        for (step, loss) in Samples.falling(from: 2, to: 0.3, pace: 30, steps: 300, noise: 0.1)
          .enumerated()
        {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
        }
        RuleMark(y: .value("ln 6", 1.79))
      }
      .chartTitle("Loss")
      profile("Gradient by layer", 0.4, "|δ|")
      profile("Activations by layer", 0.9, "Deviation")
    }
  }

  static var facets: Chart {
    Chart {
      for (name, ratio) in [("sigmoid", 0.24), ("tanh", 0.7), ("ReLU", 0.9), ("ReLU, He", 1.0)] {
        for run in ["seed 1", "seed 2"] {
          for (layer, value) in Samples.geometric(
            first: 1, ratio: run == "seed 1" ? ratio : ratio * 0.98, layers: 20)
          {
            LineMark(x: .value("Layer", layer), y: .value("|δ|", value))
              .foregroundStyle(by: .value("Seed", run))
              .facet(by: .value("Activation", name))
          }
        }
      }
      RuleMark(y: .value("one", 1))
    }
    .chartYScale(type: .log)
  }
}
