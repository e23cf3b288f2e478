import TestSupport
import Testing

private let lesson = """
  # Rates

  ```swift
  //| label: fig-rate
  print("above")
  let rate = Slider("Learning rate", values: [0.1, 1, 10], initially: 1)
  let depth = Slider("Depth", values: 1...2)
  let unit = Picker("Activation", ["sigmoid", "tanh"])
  show("The larger the rate, the steeper.") {
      Chart(0..<10) { LineMark(x: .value("Step", $0), y: .value("Loss", rate.value * Double($0))) }
          .chartYScale(domain: 0...90)
  }
  show("\\(depth.value) times \\(unit.value)")
  print("rate \\(rate.value)")
  expect(rate.value == 1, "The rate is one")
  ```

  It is `{swift} rate.value`.

  ```swift
  print("later \\(rate.value) \\(depth.value) \\(unit.value)")
  ```
  """

@Test func aBlockRunsOnceForEachPositionOfItsControls() throws {
  let story = try CourseStory(["lessons/01-rates.md": lesson])
  let errors = try story.gradus("build", "--why").succeeds().errors
  #expect(errors.contains("lessons/01-rates.md:3: 12 positions add"))
  let page = try story.read("_site/rates.html")
  for depth in 1...2 {
    for unit in ["sigmoid", "tanh"] { #expect(page.contains("<samp>\(depth) times \(unit)<")) }
  }
  #expect(page.matches(of: /name="fig-rate.a"/).count == 3)
  #expect(page.matches(of: /<samp>above/).count == 1)
  #expect(page.matches(of: /<samp>rate 1.0</).count == 1)
  #expect(page.matches(of: /checked<\/span> <span>The rate is one/).count == 1)
  #expect(page.contains("later 1.0 1 sigmoid"))
  #expect(page.contains("It is <span class=\"value\">1</span>."))
  try story.gradus("check", "--accept").succeeds()
  #expect(try story.read("lessons/results.lock").matches(of: /\n  figure/).count == 1)

  let again = try story.gradus("build").succeeds()
  #expect(again.output.contains("nothing had to be run"))
  #expect(try story.read("_site/rates.html") == page)
}

private let broken: [String: String] = [
  "01-empty.md": #"let rate = Slider("Rate", values: [Double]())"#,
  "02-initial.md": #"let rate = Slider("Rate", values: [0.1, 1], initially: 0.2)"#,
  "03-twice.md": """
  let rate = Slider("Rate", values: [0.1, 1])
  let unit = Picker("Rate", ["a", "b"])
  """,
  "04-function.md": """
  func rate() -> Double {
      Slider("Rate", values: [0.1, 1]).value
  }
  print(rate())
  """,
  "05-equal.md": #"let unit = Picker("Unit", ["tanh", "tanh"])"#,
  "06-many.md": """
  let a = Slider("A", values: 1...30)
  let b = Slider("B", values: 1...30)
  """,
  "07-trap.md": """
  let depth = Slider("Depth", values: [1, 5], initially: 1)
  let layers = [0, 1, 2]
  print(layers[depth.value])
  """,
  "08-hang.md": """
  //| timeout: 0.3
  let depth = Slider("Depth", values: [1, 5], initially: 1)
  while depth.value == 5 {}
  """,
  "09-exit.md": """
  import Glibc
  let depth = Slider("Depth", values: [1, 5])
  if depth.value == 5 { exit(0) }
  """,
  "10-throw.md": """
  struct TooDeep: Error {}
  let depth = Slider("Depth", values: [1, 5])
  let unit = Picker("Unit", ["tanh", "ReLU"])
  if depth.value == 5, unit.value == "ReLU" { throw TooDeep() }
  """,
  "11-fork.md": """
  import Glibc
  let depth = Slider("Depth", values: [1, 5])
  let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
  if depth.value == 5 { precondition(fork() >= 0, "no fork") }
  """,
  "12-other.md": """
  let depth = Slider("Depth", values: [1, 5])
  let unit = Slider("Unit", values: 1...depth.value)
  show("\\(unit.value)")
  """,
]

@Test func everyMistakeWithControlsIsToldAtItsLineWithThePosition() throws {
  let story = try CourseStory()
  for (name, code) in broken {
    try story.write("lessons/\(name)", "# \(name)\n\n```swift\n\(code)\n```\n")
  }
  expectGolden(try story.gradus("check").fails(1).errors, "controls.txt")
}
