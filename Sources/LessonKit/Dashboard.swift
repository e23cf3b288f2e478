/// The state of a run in one figure: what to look at before anything else.
///
///     let history = network.train(…, recording: .dashboard(on: data), every: 10)
///     show("Healthy: every layer moves by about a thousandth of its weights.") {
///       Dashboard(history)
///     }
///
/// Its panels are the loss with the line ln C of guessing; |δ|, the deviation of the activations,
/// the share of zeros and of silent units by layer, at the first and at the last recorded step that
/// has finite values; and |ΔW| / |W| of each layer over time. A panel whose probe was not recorded
/// is left out. Below them stands which tensor was the first that was not finite, and when.
public struct Dashboard: Sendable {
  let grid: ChartGrid

  /// The dashboard of a run.
  ///
  /// - Parameter classes: the number of classes for the line ln C; that of the data if not given.
  public init(_ history: History, classes: Int? = nil) {
    let recordings = Recordings(history)
    var charts = [recordings.loss(classes: classes)]
    var remarks = [history.outcome]
    if let delta = recordings.profile("delta", title: "Gradient by layer", value: "|δ|", .log) {
      charts.append(delta)
    }
    if let deviation = recordings.profile(
      "activationDeviation", title: "Activations by layer", value: "Deviation", nil)
    {
      charts.append(deviation)
    }
    if let ratios = recordings.updateRatios {
      charts.append(ratios.chart)
      if let remark = ratios.remark { remarks.append(remark) }
    }
    let shares = [
      ("zeroFraction", "Outputs that are 0"), ("silentFraction(on:)", "Always silent units"),
      ("silentFraction", "Silent units of a batch"),
    ]
    for (probe, title) in shares {
      if let chart = recordings.profile(probe, title: title, value: "Share", .linear) {
        charts.append(chart.chartYScale(domain: 0...1))
      }
    }
    var grid = ChartGrid(charts, columns: 2, scales: .shared)
    grid.remarks = remarks
    self.grid = grid
  }
}

extension Dashboard: Graphic {
  /// The height that its panels need.
  public func height(forWidth width: Int) -> Int { grid.height(forWidth: width) }

  /// The dashboard as an SVG element.
  public func svg(width: Int, height: Int?, id: String, name: String) -> String {
    grid.svg(width: width, height: height, id: id, name: name)
  }

  /// The panels by name, and whether the run stayed finite.
  public var summary: String { grid.summary }

  /// What is missing from the panels, and why.
  public var notices: [String] { grid.notices }

  /// The data of each panel.
  public var panelData: [SVGCharts.PanelData] { grid.panelData }
}

extension History {
  /// Whether the run stayed finite, in a sentence.
  fileprivate var outcome: String {
    if let firstNonFinite { return "First not finite: \(firstNonFinite)." }
    return stepCount == 1
      ? "Everything is finite." : "Loss and updates stayed finite for \(stepCount) steps."
  }
}

/// What a run recorded, as the charts of a dashboard.
private struct Recordings {
  let history: History

  init(_ history: History) { self.history = history }

  /// The samples of a probe; `nil` if it was not recorded.
  private func samples(_ probe: String) -> [Sample]? {
    history.recordings.first { $0.name.utf8.elementsEqual(probe.utf8) }?.samples
  }

  func loss(classes: Int?) -> Chart {
    let losses = samples("loss") ?? []
    let guess = classes.map { Loss.crossEntropy.ofGuessing(among: $0) } ?? history.lossOfGuessing
    let known = losses + (guess.map { [Sample(step: 0, value: $0)] } ?? [])
    return Chart {
      for sample in losses {
        LineMark(x: .value("Step", sample.step), y: .value("Loss", sample.value))
      }
      if let guess { RuleMark(y: .value("ln \(classes ?? history.classes), a guess", guess)) }
    }
    .chartYScale(type: known.span(1000) ? .log : .linear)
    .chartTitle("Loss")
  }

  /// A number by layer, at the first and the last step with finite values; `nil` if it was not
  /// recorded or no layer has one.
  ///
  /// - Parameter type: of the y axis; logarithmic where the numbers ask for it if not given.
  func profile(_ probe: String, title: String, value: String, _ type: ScaleType?) -> Chart? {
    guard let samples = samples(probe), let first = samples.first?.step else { return nil }
    let last = samples.last { $0.value.isFinite && $0.step != first }?.step
    let shown = samples.filter { $0.step == first || $0.step == last }
    return Chart {
      for sample in shown {
        let mark = LineMark(x: .value("Layer", sample.layer), y: .value(value, sample.value))
        if last == nil { mark } else { mark.foregroundStyle(by: .value("", "step \(sample.step)")) }
      }
      if value.utf8.elementsEqual("|δ|".utf8) { GradientLimits() }
    }
    .chartYScale(type: type ?? (shown.span(20) ? .log : .linear))
    .chartTitle(title)
  }

  /// |ΔW| / |W| over time, of at most twelve layers.
  var updateRatios: (chart: Chart, remark: String?)? {
    guard let samples = samples("updateRatio"), samples.contains(where: { $0.value > 0 }) else {
      return nil
    }
    let count = samples.reduce(0) { max($0, $1.layer) }
    let most = 12
    let layers =
      count <= most ? Array(1...count) : (0..<most).map { 1 + $0 * (count - 1) / (most - 1) }
    var chart = Chart {
      for layer in layers {
        for sample in samples where sample.layer == layer {
          LineMark(x: .value("Step", sample.step), y: .value("|ΔW| / |W|", sample.value))
            .foregroundStyle(by: .value("Layer", layer))
        }
      }
    }
    .chartYScale(type: .log)
    .chartTitle("Update by layer")
    chart.options.namesAbove = true
    return (chart, count > most ? "The updates are those of \(most) of \(count) layers." : nil)
  }
}

extension [Sample] {
  /// Whether the values are positive and the greatest is so many times the least.
  fileprivate func span(_ factor: Double) -> Bool {
    let finite = map { $0.value }.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max(), low > 0 else { return false }
    return high / low > factor
  }
}
