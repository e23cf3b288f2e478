import SVGCharts

/// Functions of one and two variables.
extension GoldenCharts {
  static let fields: [GoldenChart] = [
    ("function-plot", "A cubic and its slope", functionPlot),
    ("loss-contours", "Steepest descent zigzags in a valley", lossContours),
    ("gradient-field", "The gradient points across the valley", gradientField),
    ("clipping-arrows", "Clipping keeps the direction", clippingArrows),
    ("equal-units", "On a round loss every arrow points at the minimum", roundLoss),
    ("rate-regions", "Rates that work, and a rug of those tried", rateRegions),
  ]

  static var functionPlot: Chart {
    Chart {
      LinePlot(x: "x", y: "Value", domain: -2...2) { $0 * $0 * $0 - $0 }
        .foregroundStyle(by: .value("Function", "f"))
      LinePlot(x: "x", y: "Value", domain: -2...2) { 3 * $0 * $0 - 1 }
        .foregroundStyle(by: .value("Function", "slope of f"))
      RuleMark(y: .value("Value", 0))
    }
  }

  static var lossContours: Chart {
    var path = [(x: -1.8, y: 0.7)]
    for _ in 0..<12 {
      let last = path[path.count - 1]
      path.append((last.x * (1 - 2 * 0.11), last.y * (1 - 16 * 0.11)))
    }
    return Chart {
      ContourPlot(
        x: "w₁", y: "w₂", xDomain: -2...2, yDomain: -1...1, levels: [0.1, 0.5, 1, 2, 4, 8]
      ) { $0 * $0 + 8 * $1 * $1 }
      for point in path {
        LineMark(x: .value("w₁", point.x), y: .value("w₂", point.y)).foregroundStyle(.primary)
        PointMark(x: .value("w₁", point.x), y: .value("w₂", point.y)).foregroundStyle(.primary)
      }
      TextMark(x: .value("w₁", -1.8), y: .value("w₂", 0.7), "start")
    }
  }

  static var gradientField: Chart {
    let places = (-4...4).flatMap { column in
      (-3...3).map { row in (x: Double(column) * 0.5, y: Double(row) * 0.3) }
    }
    return Chart {
      VectorField(x: "w₁", y: "w₂", name: "−gradient", at: places) { x, y in (-2 * x, -16 * y) }
    }
  }

  static var clippingArrows: Chart {
    func arrow(_ name: String, _ dx: Double, _ dy: Double) -> some ChartContent {
      VectorMark(
        x: .value("∂L/∂w₁", 0), y: .value("∂L/∂w₂", 0), xEnd: .value("∂L/∂w₁", dx),
        yEnd: .value("∂L/∂w₂", dy)
      )
      .foregroundStyle(by: .value("Gradient", name))
    }
    return Chart {
      arrow("as computed", 2.4, 3.2)
      arrow("clipped to norm 1", 0.6, 0.8)
      LinePlot(x: "∂L/∂w₁", y: "∂L/∂w₂", domain: 0...1) { (1 - $0 * $0).squareRoot() }
        .foregroundStyle(.secondary)
        .lineStyle(StrokeStyle(lineWidth: 1, dash: [4, 3]))
    }
    .chartAspectRatio(.equal)
  }

  static var roundLoss: Chart {
    let places = (-2...2).flatMap { column in
      (-2...2).map { row in (x: 0.5 * Double(column), y: 0.5 * Double(row)) }
    }
    return Chart {
      ContourPlot(
        x: "w₁", y: "w₂", xDomain: -1.2...1.2, yDomain: -1.2...1.2, levels: [0.25, 0.5, 1]
      ) { $0 * $0 + $1 * $1 }
      VectorField(x: "w₁", y: "w₂", name: "−gradient", at: places) { x, y in (-2 * x, -2 * y) }
    }
    .chartAspectRatio(.equal)
  }

  static var rateRegions: Chart {
    let rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
    let losses = [1.9, 1.4, 0.8, 0.3, 0.12, 0.1, 0.9, 2.3]
    return Chart {
      RectangleMark(xStart: .value("", 0.05), xEnd: .value("", 0.6))
        .foregroundStyle(.green)
        .annotation("trains well")
      for (rate, loss) in zip(rates, losses) {
        LineMark(x: .value("Learning rate", rate), y: .value("Loss", loss))
        RugMark(x: .value("Learning rate", rate))
      }
    }
    .chartXScale(type: .log)
  }
}
