import SVGCharts

/// Clouds and diagonals.
extension GoldenCharts {
  static let points: [GoldenChart] = [
    ("growth-diagonal", "Theory and measurement on the diagonal", growthDiagonal),
    ("six-clouds", "Six classes as clouds of points", sixClouds),
    ("draggable-marks", "Two points and a limit that can be dragged", draggableMarks),
  ]

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

  static var draggableMarks: Chart {
    Chart {
      PointMark(x: .value("Rate", 0.1), y: .value("Layers", 3)).draggable(x: "rate", y: "layers")
      PointMark(x: .value("Rate", 1), y: .value("Layers", 20)).draggable(x: nil, y: "others")
      PointMark(x: .value("Rate", 10), y: .value("Layers", 5))
      RuleMark(x: .value("Limit", 0.01)).draggable(x: "limit", y: nil)
    }
    .chartXScale(domain: .automatic(reversed: true), type: .log)
    .chartYScale(type: .symmetricLog)
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
}
