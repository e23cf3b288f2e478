import SVGCharts

/// Comparisons.
extension GoldenCharts {
  static let bars: [GoldenChart] = [
    ("bars-by-activation", "Loss after six epochs by activation", barsByActivation),
    ("bars-stacked", "Where the time of a step goes", barsStacked),
    ("bars-grouped", "Batch norm helps the sigmoid most", barsGrouped),
    ("bars-horizontal", "The seven remedies after one epoch", barsHorizontal),
    ("stems-by-layer", "The gradient by layer as stems on a log axis", stemsByLayer),
    ("sloping-names", "Twelve long names under bars", slopingNames),
    ("bars-with-notes", "The loss after six epochs, and what a curve of it shows", barsWithNotes),
    ("negative-bars", "Change of the loss by layer removed", negativeBars),
  ]

  static var barsByActivation: Chart {
    let rows = [("sigmoid", 1.80), ("tanh", 0.21), ("ReLU", 0.07), ("BN + ReLU", 0.05)]
    return Chart(rows) {
      BarMark(x: .value("Activation", $0.0), y: .value("Loss", $0.1))
    }
  }

  static var barsWithNotes: Chart {
    let rows = [
      ("plain", 1.75, "never leaves 1.79"), ("He", 1.31, "falls from epoch 4 on"),
      ("batch norm", 1.42, "falls at once"), ("residual", 1.2, "falls at once, unsteadily"),
      ("both", 0.31, "the best of five"),
    ]
    return Chart {
      for (name, loss, note) in rows {
        BarMark(x: .value("Network", name), y: .value("Loss", loss)).annotation(note)
      }
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
}
