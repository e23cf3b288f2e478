import Foundation
import TestSupport
import Testing

private let file = """
  let rate = Slider("Rate", values: [0.1, 1])
  print("so far")
  show("Numbers and names.") {
      Table(["a", "bbb"]) {
          TableColumn("Name") { $0 }
          TableColumn("Length") { $0.count }
      }
  }
  show("A line.") { Chart(0..<3) { LineMark(x: .value("x", $0), y: .value("y", $0)) } }
  expect(rate.value, in: 0...1, "The rate is small")
  """

@Test func aFileRunsByItself() throws {
  let story = try CourseStory(["code/rates.swift": file])
  let run = try story.gradus("run", "code/rates.swift", "--figures", "drawings").succeeds()
  expectGolden(run.output, "run.txt")
  let drawing = try story.read("drawings/figure-1.svg")
  #expect(drawing.hasPrefix("<svg ") && !drawing.contains("var(--"))
  #expect(!FileManager.default.fileExists(atPath: story.folder.appending(path: ".gradus").path))
}

@Test func aMistakeOfAFileIsToldAtItsLine() throws {
  let story = try CourseStory(["rates.swift": "let a = [1]\n\nprint(a[2])\n"])
  #expect(
    try story.gradus("run", "rates.swift").fails(1).errors == """
      rates.swift:3:8: error: The program stopped: Index out of range
      print(a[2])
             ^

      """)
  #expect(try story.gradus("run", "other.swift").fails(2).errors.contains("other.swift is no file"))
}

@Test func aMistakeIsToldAtItsLineHoweverTheFolderIsWritten() throws {
  let story = try CourseStory([
    "course.yml": "title: Numbers\n",
    "01-a.md": "# A\n\n```swift\nlet a = [1]\n\nprint(a[2])\n```\n",
  ])
  let name = story.folder.lastPathComponent
  for folder in [".", "./", "./.", "../\(name)", "./../\(name)/", story.folder.path] {
    let errors = try story.gradus("build", folder).fails(1).errors
    let isAtLine = errors.contains("01-a.md:6:8: error: The program stopped: Index out of range")
    #expect(isAtLine, "\(folder): \(errors)")
  }
}

@Test(arguments: ["bash", "zsh", "fish"])
func aShellCanCompleteCommands(_ shell: String) throws {
  let script = try CourseStory().gradus("completions", shell).succeeds().output
  for command in ["build", "check", "serve", "--seeds", "--output"] {
    #expect(script.contains(command.drop { $0 == "-" }), "\(command)")
  }
}

@Test(arguments: [
  ([], "help.txt"), (["build"], "help-build.txt"), (["check"], "help-check.txt"),
  (["serve"], "help-serve.txt"), (["run"], "help-run.txt"),
  (["completions"], "help-completions.txt"),
])
func theHelpShowsExamples(_ command: [String], _ golden: String) throws {
  let help = try CourseStory().gradus(arguments: command + ["--help"])
  expectGolden(help.succeeds().output, golden)
}
