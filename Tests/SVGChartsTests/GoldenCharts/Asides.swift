import SVGCharts

/// Notes with leaders, ghosts of earlier results, predictions.
extension GoldenCharts {
  static let asides: [GoldenChart] = [
    ("leaders", "What happened in a run, told where it happened", leaders),
    ("ghost", "With momentum the same rate arrives sooner", ghost),
    ("prediction", "The loss falls further than predicted", prediction),
  ]

  static var leaders: Chart {
    var losses = Samples.falling(from: 2.3, to: 0.3, pace: 30, steps: 200, noise: 0.25)
    losses[90] = 1.9
    let notes = [90: "a batch of rare examples", 20: "learns the largest class", 150: "rate / 10"]
    return Chart {
      for (step, loss) in losses.enumerated() {
        LineMark(x: .value("Step", step), y: .value("Loss", loss))
      }
      for step in [20, 90, 150] {
        PointMark(x: .value("Step", step), y: .value("Loss", losses[step]))
          .annotation(notes[step] ?? "")
      }
    }
  }

  static var ghost: Chart {
    Chart {
      for (name, pace) in [("rate 0.01", 80.0), ("rate 0.1", 20)] {
        for (step, loss) in Samples.falling(from: 2.3, to: 0.2, pace: pace, steps: 200).enumerated()
        {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Rate", name)).ghost()
        }
        for (step, loss) in Samples.falling(from: 2.3, to: 0.1, pace: pace / 3, steps: 200)
          .enumerated()
        {
          LineMark(x: .value("Step", step), y: .value("Loss", loss))
            .foregroundStyle(by: .value("Rate", name))
        }
      }
    }
  }

  static var prediction: Chart {
    Chart {
      for (step, loss) in Samples.falling(from: 2.3, to: 0.1, pace: 30, steps: 200).enumerated() {
        LineMark(x: .value("Step", step), y: .value("Loss", loss))
      }
      RuleMark(y: .value("Loss", 0.9)).prediction()
      PointMark(x: .value("Step", 100), y: .value("Loss", 1.4)).prediction()
    }
  }
}
