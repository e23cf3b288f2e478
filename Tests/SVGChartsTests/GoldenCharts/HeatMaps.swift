import SVGCharts

/// Matrices of numbers.
extension GoldenCharts {
  static let heatMaps: [GoldenChart] = [
    ("gradient-map", "The gradient dies from the last layer to the first", gradientMap),
    ("activity-matrix", "Units that never fire, by example", activityMatrix),
    ("map-of-hundred", "A hundred layers over a hundred steps", mapOfHundred),
  ]

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
}
