import Foundation
import Lessons
import Site
import Testing
import TranscriptFormat

/// Reads a course that a test wrote, which must have nothing wrong with it.
func read(
  _ files: KeyValuePairs<String, String>, sourceLocation: SourceLocation = #_sourceLocation
) -> Course {
  let (course, diagnostics) = Course.read(CourseFolder(name: "lessons", files: files))
  #expect(diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
  return course
}

/// A course of one lesson.
func readLesson(
  _ text: String, settings: String = "title: A course\n", references: String = ""
) -> Course {
  read(["course.yml": settings, "01-a-lesson.md": text, "references.yml": references])
}

extension Course {
  /// The site, each experiment of the first lesson showing what the test says.
  func site(
    showing outputs: [[Output]] = [], sweeps: [Sweep?] = [], values: [String] = [],
    interface: Interface = .empty, theme: Theme = .standard, live: [LiveProgram] = []
  ) throws -> Site {
    var transcripts = lessons.map {
      Transcript(experiments: $0.experiments.count, values: $0.values.count)
    }
    for (index, shown) in outputs.enumerated() { transcripts[0].outputs[index] = shown }
    for (index, sweep) in sweeps.enumerated() { transcripts[0].sweeps[index] = sweep }
    for (index, value) in zip(transcripts[0].values.indices, values) {
      transcripts[0].values[index] = value
    }
    return Site.render(
      self, transcripts, formulas: try Formulas(of: self), interface: interface,
      theme: theme, live: live)
  }
}

extension Site {
  /// The text of a file of the site.
  func text(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let file = try #require(files.first { $0.path == path }, sourceLocation: sourceLocation)
    return try #require(file.contents.text, "\(path) is a copy", sourceLocation: sourceLocation)
  }

  /// What stands inside `<main>` of a page.
  func main(_ path: String) throws -> String {
    let page = try text(path)
    let start = try #require(page.range(of: "<main id=\"page.text\">\n"))
    let end = try #require(page.range(of: "\n</main>"))
    return String(page[start.upperBound..<end.lowerBound]) + "\n"
  }
}

/// Outputs as programs leave them.
enum Shown {
  static let figure = Output.figure(
    Figure(
      caption: "Each layer keeps a quarter.", summary: "Bars.",
      wide: "<svg class=\"chart\" width=\"640\"></svg>",
      narrow: "<svg class=\"chart\" width=\"320\"></svg>",
      data: [
        PanelData(
          table: Table(columns: ["Layer", "|δ|"], rows: [["1", "1.2 × 10⁻¹²"], ["2", "0.5"]]),
          csv: "Layer,|δ|\n1,1.2e-12\n2,0.5\n")
      ]))
  /// A figure whose drawing and axis can be told from others.
  static func figure(_ drawing: String, caption: String = "A finding.", upTo upper: Double = 1)
    -> Output
  {
    .figure(
      Figure(
        caption: caption, summary: "", wide: "<svg>\(drawing)</svg>", narrow: "<svg></svg>",
        data: [PanelData(table: Table(columns: ["Loss"], rows: [["1"]]))],
        axes: [.init(name: "Y", lower: 0, upper: upper)]))
  }

  static let table = Output.table(
    caption: "The remedies.",
    Table(columns: ["Remedy", "Loss"], rows: [["none", "1.79"], ["He", "0.43"]]))

  static func claim(
    _ sentence: String, holds: Bool = true, measured: String = "", required: String = ""
  ) -> Output {
    .claim(
      Claim(
        sentence: sentence, holds: holds, measured: measured, required: required, value: nil,
        line: 1, column: 1))
  }
}
