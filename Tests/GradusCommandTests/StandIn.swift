import Foundation
import Lessons
import Site
import TranscriptFormat

/// A site whose live blocks are run by a program in C that answers as a lesson's own would.
enum StandIn {
  /// The page, built once; its blocks are a probe, a training run and a choice of ends.
  static func page() throws -> URL { try built.get() }

  private static let built = Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)")
    let text = """
      # Live blocks

      ```swift
      //| label: fig-probe
      probe()
      ```

      ```swift
      //| label: fig-training
      train()
      ```

      ```swift
      //| label: fig-end
      end()
      ```

      Words below.
      """
    let (course, _) = Course.read(
      CourseFolder(
        name: "lessons", files: ["course.yml": "title: A course\n", "01-live-blocks.md": text]))
    let rate = Control(
      kind: .slider, name: "Learning rate", values: ["0.001", "0.01", "0.1", "1", "10"], initial: 2,
      numbers: [0.001, 0.01, 0.1, 1, 10])
    let unit = Control(kind: .picker, name: "Unit", values: ["sigmoid", "tanh"], initial: 0)
    let layers = Control(
      kind: .slider, name: "Layers", values: ["0", "1", "20", "100"], initial: 1,
      numbers: [0, 1, 20, 100], isWhole: true)
    let end = Control(
      kind: .picker, name: "End", values: ["well", "stop", "trap", "memory", "stack", "time"],
      initial: 0)
    var transcript = Transcript(experiments: 3, values: 0)
    for (index, controls) in [[rate, unit, layers], [rate], [end]].enumerated() {
      var sweep = Sweep(controls: controls, start: 1)
      sweep.positions = sweep.otherChoices.map { choice in
        // Nothing depends on how a block ends.
        let rate = index == 2 ? 2 : choice[0]
        return .init(choice: choice, outputs: outputs(rate, index == 0 ? choice[1] : 0))
      }
      transcript.outputs[index] =
        [.printed("above\n")] + outputs(2) + [
          .printed("printed here\n"),
          .claim(
            Claim(
              sentence: "It holds", holds: true, measured: "", required: "", value: nil, line: 1,
              column: 1)),
        ]
      transcript.sweeps[index] = sweep
    }
    let program = LiveProgram(lesson: 0, experiments: [0, 1, 2], module: try module())
    let site = Site.render(
      course, [transcript], formulas: try Formulas(of: course), live: [program])
    guard site.diagnostics.isEmpty else {
      throw BrowserFailure(site.diagnostics.map(\.message).joined(separator: " "))
    }
    for file in site.files {
      guard let text = file.contents.text else { continue }
      let target = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: target)
    }
    return folder.appending(path: "live-blocks.html")
  }

  /// What the program gives at a listed rate and unit.
  private static func outputs(_ rate: Int, _ unit: Int = 0) -> [Output] {
    let height = [90, 90, 82, 5, 5][rate],
      millionths = [1000, 10000, 100_000, 1_000_000, 10_000_000]
    func drawing(_ width: Int) -> String {
      """
      <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 100" \
      width="\(width)" height="100" role="img" aria-label="Loss." fill="currentColor">\
      <g class="chart-axes"><path d="M9 90h\(unit == 0 ? 100 : 200)"/></g>\
      <g class="chart-line" stroke="currentColor" data-x="Step" data-y="Loss" \
      data-points="9,90,1,1;109,\(height),\(height),2"><path d="M9 90L109 \(height)"/></g></svg>
      """
    }
    let data = PanelData(
      table: Table(columns: ["Loss"], rows: [["\(height)"]]), csv: "Loss\n\(height)\n")
    return [
      .figure(
        Figure(
          caption: "A rate of \(millionths[rate]) millionths.", summary: "A line.",
          wide: drawing(640), narrow: drawing(300), data: [data])),
      .table(
        caption: "Rates",
        Table(columns: ["Name", "Rate"], rows: [[["sigmoid", "tanh"][unit], "\(height)"]])),
      .text("\(height) of 90"),
    ]
  }

  /// The compiled program as a page gets it.
  private static func module() throws -> String {
    let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent()
      .appending(path: "StandIn/program.c")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).wasm")
    defer { try? FileManager.default.removeItem(at: file) }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c",
      #"""
      tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
      exec "$tools/clang" --target=wasm32-unknown-none -O1 -ffreestanding -nostdlib -Wall -Werror \
        -mmutable-globals -fuse-ld="$tools/wasm-ld" -Wl,--no-entry -Wl,--export=__stack_pointer \
        -o "$1" "$0"
      """#, source.path, file.path,
    ]
    try shell.run()
    shell.waitUntilExit()
    guard shell.terminationStatus == 0 else {
      throw BrowserFailure("The stand-in does not compile.")
    }
    return Data(try Data(contentsOf: file).storedAsDeflate).base64EncodedString()
  }
}

extension Sweep {
  /// All choices but the initial one.
  fileprivate var otherChoices: [[Int]] {
    controls.reduce([[]]) { choices, control in
      choices.flatMap { choice in control.values.indices.map { choice + [$0] } }
    }.filter { $0 != initialChoice }
  }
}

extension Data {
  /// The bytes as “deflate” holds them without making them fewer.
  fileprivate var storedAsDeflate: [UInt8] {
    let most = 65535
    return stride(from: 0, to: count, by: most).flatMap { start -> [UInt8] in
      let block = self[start..<Swift.min(start + most, count)]
      let size = UInt16(block.count)
      let isLast: UInt8 = start + most >= count ? 1 : 0
      return [
        isLast, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8),
      ] + block
    }
  }
}
