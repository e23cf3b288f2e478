import LessonKit
import TestSupport
import Testing

private let waves = Dataset.wiggle(count: 300, seed: 1)

private func network(depth: Int, weights: Initializer) -> Network {
  Network(seed: 1) {
    Dense(from: 40, to: 16, weights: weights)
    ReLU()
    for _ in 2..<depth {
      Dense(from: 16, to: 16, weights: weights)
      ReLU()
    }
    Dense(from: 16, to: 6)
  }
}

private func run(
  depth: Int, weights: Initializer = .he, rate: Double = 0.02, recording probe: Probe
) -> History {
  network(depth: depth, weights: weights).train(
    on: waves, minimizing: .crossEntropy, using: .sgd(rate: rate, momentum: 0.9), batch: 50,
    steps: 60, recording: probe, every: 10)
}

@Suite struct DashboardTests {
  @Test(arguments: [
    ("healthy", 8, Initializer.he, 0.02), ("deep", 60, .he, 0.005),
    ("overflows", 8, .normal(variance: 100), 1),
  ])
  func drawsAsInItsGoldenFile(_ name: String, _ depth: Int, _ weights: Initializer, _ rate: Double)
  {
    let history = run(depth: depth, weights: weights, rate: rate, recording: .dashboard(on: waves))
    let dashboard = Dashboard(history)
    for (layout, width) in [("wide", 680), ("narrow", 340)] {
      let svg = dashboard.svg(width: width, height: nil, id: "\(name)-\(layout)", name: name)
      expectGolden(svg + "\n", "\(name).\(layout).svg")
      #expect(svg.utf8.count < 60_000)
    }
  }

  @Test func namesTheFirstTensorThatIsNotFinite() {
    let history = run(depth: 8, weights: .normal(variance: 100), rate: 1, recording: .dashboard)
    let summary = Dashboard(history).summary
    #expect(history.stepCount < 4)
    #expect(summary.contains("First not finite: \(history.firstNonFinite!)."), "\(summary)")
  }

  @Test func leavesOutWhatWasNotRecorded() {
    let panels = Dashboard(run(depth: 3, recording: .delta)).panelData.map(\.title)
    #expect(panels == ["Loss", "Gradient by layer"])
    #expect(Dashboard(run(depth: 3, recording: .dashboard)).panelData.count == 6)
  }

  @Test func drawsTheLineOfGuessing() {
    func svg(_ dashboard: Dashboard) -> String {
      dashboard.svg(width: 680, height: nil, id: "a", name: "")
    }
    let history = run(depth: 3, recording: .delta)
    #expect(svg(Dashboard(history)).contains("ln 6, a guess"))
    #expect(svg(Dashboard(history, classes: 10)).contains("ln 10, a guess"))
    let squared = network(depth: 2, weights: .he).train(
      on: waves, minimizing: .squaredError, using: .sgd(rate: 0.01), steps: 2)
    #expect(!svg(Dashboard(squared)).contains("a guess"))
  }

  @Test func saysThatADeepNetworkIsShownInPart() {
    #expect(
      Dashboard(run(depth: 20, recording: .updateRatio)).summary
        .hasSuffix("The updates are those of 12 of 20 layers."))
  }
}

@Suite struct DashboardProbeTests {
  @Test func recordsEachPartUnderItsOwnName() {
    let history = run(depth: 3, recording: .dashboard)
    #expect(history[.delta].count == 6 * 3)
    #expect(history[.silentFraction].count == 6 * 2)
  }
}
