import EventFiles
import Foundation
import Testing
import TrainingEngine

/// A Python with TensorBoard: the one that `TENSORBOARD_PYTHON` names, or `python3`.
private let python = ProcessInfo.processInfo.environment["TENSORBOARD_PYTHON"] ?? "python3"

private let hasTensorBoard = (try? run("import tensorboard"))?.code == 0

/// TensorBoard's own reader finds in a file what went into it.
///
/// A wrong checksum would be silent, since the reader just stops there: so records are counted.
@Test(
  .enabled(
    if: hasTensorBoard,
    """
    TensorBoard is not installed: python3 -m venv tensorboard, tensorboard/bin/pip install \
    tensorboard, then TENSORBOARD_PYTHON=tensorboard/bin/python swift test
    """))
func tensorBoardReadsBackWhatWasWritten() throws {
  let network = Network(seed: 1) {
    Dense(from: 40, to: 8)
    ReLU()
    Dense(from: 8, to: 6)
  }
  let probe = Probe.activationHistogram(bins: 20, over: 0...6)
  let history = network.train(
    on: .wiggle(count: 64, seed: 1), minimizing: .crossEntropy, using: .sgd(rate: 0.1), batch: 16,
    steps: 40, recording: .delta, probe)
  var file = EventFile(history, wallTime: 1_700_000_000, secondsPerStep: 0.25)
  let values = [-1.5, -0.5, 0, 0.25, 0.25, 3]
  file.add("weights", distributionOf: values, step: 39, wallTime: 1_700_000_010)
  let histogram = try #require(history[histograms: probe].last?.histogram)
  file.add("last", histogram, step: 39, wallTime: 1_700_000_010)
  let folder = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = try file.write(toFolder: folder.path)

  let found = try run(
    """
    import sys
    from tensorboard.backend.event_processing import event_accumulator, event_file_loader
    path = sys.argv[1]
    print(len(list(event_file_loader.RawEventFileLoader(path).Load())))
    events = event_accumulator.EventAccumulator(path, {"scalars": 0, "histograms": 0}).Reload()
    for tag in ["loss", "delta/Dense 1", "delta/Dense 2"]:
        for event in events.Scalars(tag):
            print(tag, event.step, event.wall_time, event.value)
    for event in events.Histograms("weights"):
        h = event.histogram_value
        print(event.step, event.wall_time, h.min, h.max, h.num, h.sum, h.sum_squares)
        print(sum(h.bucket), len(h.bucket), h.bucket_limit[-1])
    tags = [tag for tag in events.Tags()["histograms"] if tag.startswith("activation")] + ["last"]
    for tag in tags:
        h = events.Histograms(tag)[-1].histogram_value
        print(tag, len(events.Histograms(tag)), h.min, h.max, [int(n) for n in h.bucket])
    """, path)
  #expect(found.code == 0)
  let scalars = [("loss", history[.loss], 1), ("delta", history[.delta], 2)].flatMap {
    name, samples, count in
    (1...count).flatMap { layer in
      samples.filter { $0.layer == layer }.map { sample in
        let tag = count == 1 ? name : "\(name)/\(sample.name)"
        let time = 1_700_000_000 + 0.25 * Double(sample.step)
        return "\(tag) \(sample.step) \(pythonic(time)) \(pythonic(Double(Float(sample.value))))"
      }
    }
  }
  let expected =
    ["\(file.recordCount)"] + scalars
    + ["39 1700000010.0 -1.5 3.0 6.0 1.5 11.625", "6.0 30 3.0"]
    + [("\(probe.name)/ReLU 1", 40), ("last", 1)].map { tag, count in
      let last = histogram.counts.lastIndex { $0 > 0 } ?? 0
      return "\(tag) \(count) 0.0 \(histogram.edges[last + 1]) \(histogram.counts[...last])"
    }
  #expect(found.lines == expected)
  #expect(file.recordCount == 1 + 3 * 40 + 40 + 2)
}

/// A number as both languages write it: the shortest digits that give it back.
private func pythonic(_ number: Double) -> String {
  number.magnitude >= 1e9 && number.magnitude < 1e16 && number == number.rounded()
    ? "\(Int(number)).0" : "\(number)"
}

private func run(_ script: String, _ arguments: String...) throws -> (code: Int32, lines: [String])
{
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [python, "-c", script] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return (process.terminationStatus, text.split(separator: "\n").map(String.init))
}
