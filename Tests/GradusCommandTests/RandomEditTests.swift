import Foundation
import Testing

/// A hundred edits that chance chooses, always the same, each followed by a build, which gives what
/// the preview shows; now and then, and at the end, the site is compared with that of a build that
/// begins with nothing.
@Test func aHundredRandomEditsGiveWhatACleanBuildGives() throws {
  var course = EditedCourse()
  let story = try CourseStory()
  try story.write(course)
  try story.gradus("build").succeeds()
  let server = Server.canBeAsked ? try Server(story) : nil
  var counts: [EditedCourse.Edit: Int] = [:]
  for number in 1...100 {
    let before = course
    let edit = course.edit()
    counts[edit, default: 0] += 1
    if edit == .mistake {
      let site = try story.contents(of: "_site")
      try story.write(course)
      try story.gradus("build").fails(1)
      #expect(try story.contents(of: "_site") == site, "edit \(number)")
      course.lessons = before.lessons
      try story.write(course)
      continue
    }
    try story.write(course)
    let run = try story.gradus("build").succeeds()
    if edit != .code {
      #expect(run.output.contains("nothing had to be run"), "edit \(number), \(edit)")
    }
    // What changes with no edit is compared with the rest.
    let site = try story.contents(of: "_site").filter {
      number % 20 == 0 || !$0.key.hasPrefix("api/") && !$0.key.hasPrefix("fonts/")
    }
    #expect(try server?.differences(from: site) ?? [] == [], "the preview, edit \(number), \(edit)")
    guard number % 20 == 0 else { continue }
    let clean = try CourseStory()
    try clean.write(course)
    try clean.gradus("build").succeeds()
    let (expected, actual) = (try clean.contents(of: "_site"), try story.contents(of: "_site"))
    let differing = Set(expected.keys).union(actual.keys).filter { expected[$0] != actual[$0] }
    #expect(differing.isEmpty, "after edit \(number), \(edit)")
  }
  for edit in EditedCourse.Edit.allCases { #expect(counts[edit, default: 0] > 2, "\(edit)") }
}

extension CourseStory {
  /// Replaces the lessons by those of the course.
  fileprivate func write(_ course: EditedCourse) throws {
    try? FileManager.default.removeItem(at: folder.appending(path: "lessons"))
    for (path, text) in course.files { try write("lessons/\(path)", text) }
  }
}

/// A course that changes by chance: lessons of prose, and two with an experiment.
private struct EditedCourse {
  enum Edit: CaseIterable {
    case word, paragraph, swap, title, order, address, option, label, glossary, lesson, code,
      mistake
  }

  struct Lesson {
    var name: String
    var title: String
    var paragraphs: [String]
    /// The number in the code of its experiment, if it has one.
    var step: Int?
    var options: [String: String] = [:]
    var label = "fig-steps"
  }

  var lessons: [Lesson] = []
  private var glossary = ["gradient"]
  private var state: UInt64 = 1
  private var names = 0

  private static let words = [
    "the", "gradient", "loss", "falls", "*slowly*", "and", "`weights`", "stay", "$x^2$", "small",
    "depth", "hides", "**everything**", "[here](https://example.org)", "again", "noise",
  ]

  init() {
    for index in 0..<4 {
      var lesson = newLesson()
      if index.isMultiple(of: 2) {
        lesson.step = index + 1
        lesson.label = "fig-steps-\(index)"
      }
      lessons.append(lesson)
    }
  }

  /// SplitMix64.
  private mutating func chance(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  private mutating func sentence() -> String {
    (0..<(4 + chance(8))).map { _ in Self.words[chance(Self.words.count)] }.joined(separator: " ")
  }

  private mutating func newLesson() -> Lesson {
    names += 1
    let paragraphs = (0..<3).map { _ in sentence() }
    return Lesson(name: "lesson-\(names)", title: "Lesson \(names)", paragraphs: paragraphs)
  }

  /// Makes one change and says of what kind.
  mutating func edit() -> Edit {
    let kind = Edit.allCases[chance(Edit.allCases.count)]
    let index = chance(lessons.count)
    let paragraph = chance(lessons[index].paragraphs.count)
    switch kind {
    case .word: lessons[index].paragraphs[paragraph] += " " + Self.words[chance(Self.words.count)]
    case .paragraph:
      if lessons[index].paragraphs.count > 3 {
        lessons[index].paragraphs.remove(at: paragraph)
      } else {
        lessons[index].paragraphs.insert(sentence(), at: paragraph)
      }
    case .swap: lessons[index].paragraphs.swapAt(0, paragraph)
    case .title: lessons[index].title += " " + ["I", "V", "X"][chance(3)]
    case .order: lessons.swapAt(index, chance(lessons.count))
    case .address: lessons[index].name += "x"
    case .option:
      let place = experiment(near: index)
      switch chance(3) {
      case 0: lessons[place].options["echo"] = ["true", "false", "fold"][chance(3)]
      case 1: lessons[place].options["output"] = ["true", "false"][chance(2)]
      default: lessons[place].options["highlight"] = "\(1 + chance(2))"
      }
    case .label: lessons[experiment(near: index)].label += "x"
    case .glossary: glossary = chance(2) == 0 ? ["gradient"] : ["gradient", "loss", "noise"]
    case .lesson:
      if lessons.count > 4, lessons[index].step == nil {
        lessons.remove(at: index)
      } else {
        lessons.insert(newLesson(), at: index)
      }
    case .code: lessons[experiment(near: index)].step = chance(50)
    case .mistake: lessons[index].paragraphs[paragraph] += " @fig-nowhere"
    }
    return kind
  }

  /// The lesson with an experiment at or after a place.
  private func experiment(near index: Int) -> Int {
    lessons.indices.first { $0 >= index && lessons[$0].step != nil }
      ?? lessons.firstIndex { $0.step != nil }!
  }

  /// The files of the course.
  var files: [(path: String, text: String)] {
    let terms = glossary.map { "  \($0): What \($0) means.\n" }.joined()
    let settings = (path: "course.yml", text: "title: Edited\nglossary:\n\(terms)")
    return [settings]
      + lessons.enumerated().map { index, lesson in
        let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        return ("\(number)-\(lesson.name).md", text(of: lesson))
      }
  }

  private func text(of lesson: Lesson) -> String {
    var paragraphs = ["# \(lesson.title)"] + lesson.paragraphs
    if let step = lesson.step {
      let options = ["label": lesson.label].merging(lesson.options) { $1 }
        .sorted { $0.key < $1.key }.map { "//| \($0.key): \($0.value)\n" }.joined()
      paragraphs.insert(
        """
        ```swift
        \(options)let step = \(step)
        expect(step, in: 0...50, "A step is small")
        show("Steps.") { Chart(0..<3) { LineMark(x: .value("x", $0), y: .value("y", step * $0)) } }
        ```
        """, at: 2)
      paragraphs.append("A step is `{swift} step` long, as @\(lesson.label) shows.")
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }
}
