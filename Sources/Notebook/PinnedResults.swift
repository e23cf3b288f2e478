import Lessons
import TranscriptFormat

/// Every result of a course in a readable text, to be kept beside the lessons and compared with.
///
/// A line a result, under the lesson's file: claims with the measured value to its last digit,
/// inline values as readers see them, figures and tables by what their data say and a hash of them.
/// Looks, such as colors and sizes, are not results.
public struct PinnedResults: Equatable, Sendable {
  /// One result: what it is, what it was, and where the lesson makes it.
  struct Entry: Equatable, Sendable {
    var lesson: String
    var kind: String
    var name: String
    var result: String
    var position: Position?

    var key: [String] { [lesson, kind, name] }
  }

  private(set) var entries: [Entry] = []

  /// The results that running a course gave.
  public init(_ course: Course, _ transcripts: [Transcript]) {
    for (lesson, transcript) in zip(course.lessons, transcripts) {
      for (index, experiment) in lesson.experiments.enumerated() {
        let line = Position(line: experiment.fenceLine, column: 1)
        for output in transcript.outputs[index] {
          // A claim in a file of its own is told at the fence that takes it in.
          add(output, of: lesson, at: line, isHere: experiment.path == nil)
        }
        for (value, text) in zip(lesson.values, transcript.values) where value.experiment == index {
          add(lesson, "value", value.expression, text.quoted, at: value.position)
        }
      }
    }
  }

  private mutating func add(
    _ output: Output, of lesson: Lesson, at line: Position, isHere: Bool
  ) {
    switch output {
    case .claim(let claim):
      let result = claim.value.map { "\($0)" } ?? "holds"
      let position = Position(line: claim.line, column: claim.column)
      add(lesson, "claim", claim.sentence, result, at: isHere ? position : line)
    case .figure(let figure):
      let result = (figure.data.map(\.table.hash) + [figure.summary.quoted]).joined(separator: " ")
      add(lesson, "figure", figure.caption, result, at: line)
    case .table(let caption, let table): add(lesson, "table", caption, table.hash, at: line)
    case .printed, .text, .runs, .failure: break
    }
  }

  /// Adds an entry; results of one name are told apart by their number.
  private mutating func add(
    _ lesson: Lesson, _ kind: String, _ name: String, _ result: String, at position: Position
  ) {
    let file = String(lesson.path.split(separator: "/").last ?? "")
    let same = entries.count { $0.lesson == file && $0.kind == kind && $0.name.isNumbered(name) }
    entries.append(
      Entry(
        lesson: file, kind: kind, name: same == 0 ? name : "\(name) (\(same + 1))", result: result,
        position: position))
  }
}

extension PinnedResults {
  /// The text of the file `results.lock`.
  public var text: String {
    var text = """
      # What the experiments of this course measured when that was last accepted.
      # `gradus check` tells what has moved since; `gradus check --accept` writes this file anew.

      """
    var lesson = ""
    for entry in entries {
      if entry.lesson != lesson { text += "\n\(entry.lesson)\n" }
      lesson = entry.lesson
      text += "  \(entry.kind) \(entry.name.quoted) = \(entry.result)\n"
    }
    return text
  }

  /// Reads the text of a file; lines that are no entries are left out.
  public init(reading text: String) {
    // Made once: making it takes longer than matching a line.
    let form = #/  (claim|value|figure|table) "((?:[^"\\]|\\.)*)" = (.*)/#
    var lesson = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let match = line.wholeMatch(of: form) {
        entries.append(
          Entry(
            lesson: lesson, kind: String(match.1), name: String(match.2).unquoted,
            result: String(match.3), position: nil))
      } else if !line.hasPrefix(" ") {
        lesson = String(line)
      }
    }
  }

  /// What has moved since `pinned` was accepted, as problems of the lessons' lines.
  public func changes(since pinned: PinnedResults, in course: Course) -> [Diagnostic] {
    let advice = "if that is right: gradus check --accept"
    var old: [[String]: String] = [:]
    for entry in pinned.entries { old[entry.key] = entry.result }
    var changes: [Diagnostic] = []
    for entry in entries {
      let lesson = course.lessons.first {
        $0.path.hasSuffix("/\(entry.lesson)") || $0.path == entry.lesson
      }
      guard let lesson, let position = entry.position else { continue }
      guard let was = old.removeValue(forKey: entry.key) else {
        changes.append(
          lesson.diagnostic(
            at: position, "This \(entry.kind) is new: “\(entry.name)”", help: advice))
        continue
      }
      guard was != entry.result else { continue }
      changes.append(
        lesson.diagnostic(
          at: position,
          "This \(entry.kind) has moved: “\(entry.name)”, \(Self.move(was, entry.result))",
          help: advice))
    }
    for entry in pinned.entries where old[entry.key] != nil {
      changes.append(
        Diagnostic(
          path: "\(course.folder)/results.lock",
          "The pinned \(entry.kind) “\(entry.name)” of \(entry.lesson) is gone", help: advice))
    }
    return changes
  }

  /// Both results, without what is alike and without hashes where words tell the difference.
  private static func move(_ old: String, _ new: String) -> String {
    func words(_ result: String) -> Substring { result.drop { $0 != "\"" } }
    let (from, to) = (words(old), words(new))
    guard !from.isEmpty, !to.isEmpty else { return "\(old) → \(new)" }
    return from == to
      ? "in values that its description \(to) does not tell" : "\(from) → \(to)"
  }
}

extension Table {
  /// A name for the table's contents.
  fileprivate var hash: String {
    contentHash(
      ([columns] + rows).map { $0.joined(separator: "\u{1F}") }.joined(separator: "\n").utf8)
  }
}

extension String {
  /// The text in quotation marks, on one line.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }

  /// The text that was quoted.
  fileprivate var unquoted: String {
    var result = "", isEscaped = false
    for character in self {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Whether this is `name` or `name (2)`.
  fileprivate func isNumbered(_ name: String) -> Bool {
    self == name || (hasPrefix(name + " (") && hasSuffix(")"))
  }
}
