import Foundation
import Lessons
import Notebook
import Site
import TranscriptFormat

/// A site whose live blocks are run by a program in C that answers as a lesson's own would.
enum StandIn {
  /// The page, built once; its blocks are a probe, a training run and a choice of ends.
  static func page(inItsOwnWords: Bool = false) throws -> URL {
    try (inItsOwnWords ? builtInItsOwnWords : built).get()
  }

  private static let built = Result { try build(words: "") }
  /// The same with every phrase of the pages in marks.
  private static let builtInItsOwnWords = Result {
    try build(words: "words:\n" + FrameWords.english.map { "  \"\($0)\": \"‹\($0)›\"\n" }.joined())
  }

  private static func build(words: String) throws -> URL {
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

      ```swift
      //| label: fig-point
      //| live: true
      point()
      ```

      Words below.
      """
    let (course, _) = Course.read(
      CourseFolder(
        name: "lessons",
        files: ["course.yml": "title: A course\n\(words)", "01-live-blocks.md": text]))
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
    let x = Control(
      kind: .slider, name: "x", values: ["2"], initial: 0, numbers: [2],
      range: .init(lower: -4, upper: 8, step: 0.1))
    var transcript = Transcript(experiments: 4, values: 0)
    for (index, controls) in [[rate, unit, layers], [rate], [end], [x, rate]].enumerated() {
      var sweep = Sweep(controls: controls, start: 1)
      sweep.positions = sweep.otherChoices.map { choice in
        // Nothing depends on how a block ends.
        let rate = [choice[0], choice[0], 2, choice.last ?? 0][index]
        let unit = index == 0 ? choice[1] : 0
        return .init(choice: choice, outputs: outputs(rate, unit, hasPoint: index == 3))
      }
      transcript.outputs[index] =
        [.printed("above\n")] + outputs(2, hasPoint: index == 3) + [
          .printed("printed here\n"),
          .claim(
            Claim(
              sentence: "It holds", holds: true, measured: "", required: "", value: nil, line: 1,
              column: 1)),
        ]
      transcript.sweeps[index] = sweep
    }
    let program = LiveProgram(lesson: 0, experiments: [0, 1, 2, 3], module: try module())
    let site = Site.render(
      course, [transcript], formulas: try Formulas(of: course), live: [program])
    guard site.diagnostics.isEmpty else {
      throw BrowserFailure(site.diagnostics.map(\.message).joined(separator: " "))
    }
    try site.write(into: folder)
    return folder.appending(path: "live-blocks.html")
  }

  /// What the program gives at a listed rate and unit.
  private static func outputs(_ rate: Int, _ unit: Int = 0, hasPoint: Bool) -> [Output] {
    let height = [90, 90, 82, 5, 5][rate],
      millionths = [1000, 10000, 100_000, 1_000_000, 10_000_000]
    let point = """
      <g class="chart-handles" visibility="hidden" data-x="linear -4 8 120 0" \
      data-y="log -3 1 90 10"><g class="chart-handle" data-x="x" data-y="Learning rate" \
      transform="translate(60 \([90, 70, 50, 30, 10][rate]))"><circle r="20" fill="none"/></g></g>
      """
    func drawing(_ width: Int) -> String {
      """
      <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 100" \
      width="\(width)" height="100" role="img" aria-label="Loss." fill="currentColor">\
      <g class="chart-axes"><path d="M9 90h\(unit == 0 ? 100 : 200)"/></g>\(hasPoint ? point : "")\
      <g class="chart-line" stroke="currentColor" data-x="Step" data-y="Loss" \
      data-points="9,90,1,1;109,\(height),\(height),2"><path d="M9 90L109 \(height)"/></g></svg>
      """
    }
    let data = PanelData(
      table: Table(columns: ["Loss"], rows: [["\(height)"]]), csv: "Loss\n\(height)\n")
    return [
      .figure(
        Figure(
          caption: "A rate of \(millionths[rate]) millionths. See @fig-end.", summary: "A line.",
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
    return try Data(contentsOf: file).packed().base64EncodedString()
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
