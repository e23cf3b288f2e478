import SVGCharts

/// Axes and colors of other kinds.
extension GoldenCharts {
  static let scales: [GoldenChart] = [
    ("signed-gradients", "The gradient changes sign many times", signedGradients),
    ("square-root", "Most classes have few examples", squareRootScale),
    ("reversed-layers", "From the output back to the input", reversedLayers),
    ("in-percent", "Four of five digits are recognized after ten epochs", inPercent),
    ("in-words", "The first layer learns from a millionth", inWords),
    ("signed-weights", "Weights of both signs", signedWeights),
    ("factors", "What shrinks the gradient and what lets it grow", factors),
  ]

  static var signedGradients: Chart {
    Chart(0...160) {
      LineMark(
        x: .value("Step", $0),
        y: .value(
          "Gradient of one weight",
          Samples.noise($0) * power10(-6 + 6 * Double($0) / 160)))
    }
    .chartYScale(type: .symmetricLog(slopeAtZero: 1e6))
  }

  static var squareRootScale: Chart {
    Chart((1...24).map { (rank: $0, count: Int(5000 / ($0 * $0))) }) {
      PointMark(x: .value("Rank of the class", $0.rank), y: .value("Examples", $0.count))
    }
    .chartYScale(type: .squareRoot)
  }

  static var reversedLayers: Chart {
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
    .chartXScale(domain: .automatic(reversed: true))
    .chartYScale(type: .log)
  }

  static var inPercent: Chart {
    Chart {
      for (set, top, pace) in [("training", 0.93, 4.0), ("held out", 0.81, 3)] {
        for epoch in 0...20 {
          LineMark(
            x: .value("Epoch", epoch),
            y: .value("Accuracy", top - (top - 0.1) / (1 + Double(epoch * epoch) / pace))
          )
          .foregroundStyle(by: .value("Set", set))
        }
      }
      RuleMark(y: .value("guessing", 0.1))
    }
    .chartYScale(domain: 0...1)
    .chartYAxisFormat(.percent)
  }

  static var inWords: Chart {
    Chart(Samples.geometric(first: 1.2e-6, ratio: 4.2, layers: 10)) {
      BarMark(x: .value("Layer", $0.layer), y: .value("Share of the gradient", $0.value))
    }
    .chartYScale(type: .log)
    .chartYAxisFormat(.words)
  }

  static var signedWeights: Chart {
    Chart {
      for row in 1...16 {
        for column in 1...24 {
          let wave = Samples.noise(row * 24 + column) + Samples.noise(row) - Samples.noise(-column)
          RectangleMark(x: .value("Input", column), y: .value("Unit", row))
            .foregroundStyle(by: .value("Weight", wave * 0.2))
        }
      }
    }
    .chartForegroundStyleScale(range: .diverging)
  }

  static var factors: Chart {
    Chart {
      for weight in 1...20 {
        for slope in 1...10 {
          RectangleMark(
            x: .value("Size of a weight × √n", Double(weight) / 5),
            y: .value("Slope of the unit", Double(slope) / 10)
          )
          .foregroundStyle(by: .value("Factor", Double(weight * slope) / 50))
        }
      }
    }
    .chartForegroundStyleScale(range: .diverging(around: 1), type: .log)
  }
}
